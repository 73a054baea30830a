/**
 * The unified social credit code of an organisation (GB 32100-2015): a sign for the registering authority, one for the kind, six
 * digits of the district, nine signs of the organisation code, and a check sign, which is 31 less the sum weighted by powers of 3
 * modulo 31. Five letters that look like digits are not used.
 */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const BASE = 31;
const BODY_LENGTH = 17;

export type CreditCodeReading =
  | { readonly outcome: 'valid'; readonly code: string }
  /** `wrong-form`: not 18 signs of the alphabet. `wrong-check`: one sign was misread. */
  | { readonly outcome: 'wrong-form' }
  | { readonly outcome: 'wrong-check' };

/** As people copy it: full-width signs, small letters, spaces and dashes are no errors. */
export function readCreditCode(text: string): CreditCodeReading {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!FORM.test(code)) return { outcome: 'wrong-form' };
  return creditCodeCheck(code.slice(0, BODY_LENGTH)) === code[BODY_LENGTH]
    ? { outcome: 'valid', code }
    : { outcome: 'wrong-check' };
}

/** The check sign of the first 17 signs. */
export function creditCodeCheck(body: string): string {
  let [sum, weight] = [0, 1];
  for (const sign of body.slice(0, BODY_LENGTH)) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % BASE;
  }
  return SIGNS[(BASE - (sum % BASE)) % BASE] ?? '';
}
