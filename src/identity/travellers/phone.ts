/** Mobile numbers of the four places (H-10), as people type them; and e-mail addresses. */

const MAINLAND = /^1[3-9]\d{9}$/;

/** Country code → what follows it: mobile numbers only, since a code is sent to them. */
const FORMS: readonly (readonly [code: string, rest: RegExp])[] = [
  ['852', /^[4-9]\d{7}$/],
  ['853', /^6\d{7}$/],
  ['86', MAINLAND],
  ['886', /^9\d{8}$/],
];

const EXPECTED = 'a mobile number that begins with +852, +853, +86 or +886';

export type ContactVerdict =
  | { readonly outcome: 'valid'; readonly to: string }
  | { readonly outcome: 'wrong-form'; readonly expected: string };

/** `00852 9123 4567`, `＋８５２…` and `+886 0912…` are how people write; the answer is E.164. */
export function readMobile(text: string): ContactVerdict {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\-().\p{Cf}]/gu, '')
    .replace(/^00/, '+');
  // Eleven digits that begin so are the mainland's alone; shorter ones could be of two places.
  const whole = MAINLAND.test(plain) ? `+86${plain}` : plain;
  for (const [code, form] of FORMS) {
    const rest = whole.startsWith(`+${code}`) ? whole.slice(code.length + 1).replace(/^0/, '') : undefined;
    if (rest !== undefined && form.test(rest)) return { outcome: 'valid', to: `+${code}${rest}` };
  }
  return { outcome: 'wrong-form', expected: EXPECTED };
}

const ADDRESS_LENGTH_MAX = 254;
const ADDRESS_FORM = /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;

export function readEmail(text: string): ContactVerdict {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  if (plain.length <= ADDRESS_LENGTH_MAX && ADDRESS_FORM.test(plain)) return { outcome: 'valid', to: plain };
  return { outcome: 'wrong-form', expected: 'an e-mail address such as name@example.org' };
}

export const isMainlandMobile = (mobile: string | undefined): boolean =>
  mobile !== undefined && /^\+861/.test(mobile);

/** `+852 •••• 4567`, `n•••@example.org`: enough to know one's own. */
export function maskContact(to: string): string {
  if (to.includes('@')) return `${to.slice(0, 1)}•••${to.slice(to.indexOf('@'))}`;
  const code = FORMS.find(([each]) => to.startsWith(`+${each}`))?.[0] ?? '';
  return `+${code} •••• ${to.slice(-4)}`;
}
