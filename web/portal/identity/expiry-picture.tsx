/** Where the expiry day stands on a document's front: a sketch, not any real document (H-11). */
export function ExpiryPicture({ label }: { readonly label: string }) {
  return (
    <svg className="acct-expiry" viewBox="0 0 240 152" role="img" aria-label={label}>
      <rect className="card" x="1.5" y="1.5" width="237" height="149" rx="10" />
      <rect className="photo" x="166" y="34" width="58" height="74" rx="4" />
      <path
        className="person"
        d="M195 76a13 13 0 1 0 0-26 13 13 0 0 0 0 26zM172 106c2-14 12-22 23-22s21 8 23 22"
      />
      <path className="line" d="M18 24h96M18 46h60M18 62h84M18 78h48M18 94h70" />
      <rect className="mark" x="12" y="110" width="148" height="28" rx="6" />
      <text x="20" y="128">
        2020.12.31-<tspan className="strong">2030.12.30</tspan>
      </text>
    </svg>
  );
}
