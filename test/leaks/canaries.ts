/** What must not come out, and where it hid when it did. */

export interface Canary {
  /** What it is, for the report; the secret itself is not shown again. */
  readonly what: string;
  readonly text: string;
}

/** The forms in which bytes leave a program by accident: hexadecimal digits, base64, a list of numbers. */
export function canariesOfBytes(what: string, bytes: Uint8Array, windowBytes = 12): readonly Canary[] {
  const canaries: Canary[] = [];
  // Starts that are multiples of three keep the signs of base64 the same wherever the window lies.
  for (let at = 0; at + windowBytes <= bytes.length; at += windowBytes) {
    const window = Buffer.from(bytes.subarray(at, at + windowBytes));
    // Runs of one value stand in many harmless places.
    if (new Set(window).size < windowBytes / 2) continue;
    canaries.push(
      { what: `${what}, hexadecimal`, text: window.toString('hex') },
      { what: `${what}, base64`, text: window.toString('base64') },
      { what: `${what}, base64url`, text: window.toString('base64url') },
      { what: `${what}, numbers`, text: [...window].join(',') },
    );
  }
  return canaries;
}

/** A number as programs print it, to so many digits that nothing else is like it. */
export const canariesOfNumber = (what: string, value: number): readonly Canary[] => [
  { what, text: value.toPrecision(6) },
  { what, text: String(value).slice(0, 8) },
];

/** Names of fields under which a score or a template would be sent. */
const FIELD = /"(score|scores|similarity|template|features|embedding|minutiae|probe|llr)"\s*:/i;

export interface Leak {
  readonly where: string;
  readonly what: string;
}

export function findLeaks(where: string, said: string, canaries: readonly Canary[]): readonly Leak[] {
  const leaks = canaries.filter(({ text }) => said.includes(text)).map(({ what }) => ({ where, what }));
  const field = FIELD.exec(said)?.[1];
  return field === undefined ? leaks : [...leaks, { where, what: `a field "${field}"` }];
}
