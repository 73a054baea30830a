/** Check digits of identity numbers. */

const MOD_11_2_SIGNS = '0123456789X';

/** GB 11643 / ISO 7064 MOD 11-2: the eighteenth sign of a resident identity or residence permit number. */
export function mod11Two(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  return MOD_11_2_SIGNS[(12 - sum) % 11]!;
}

/**
 * Check digit of a Hong Kong identity card: weights 9 to 2 from the left over eight places (a single letter is preceded by a
 * space, which counts 36), letters A = 10 … Z = 35; the remainder to a multiple of 11, 10 written A.
 */
export function hongKongCheckDigit(lettersAndDigits: string): string {
  const padded = lettersAndDigits.padStart(8, ' ');
  const worth = (sign: string) => (sign === ' ' ? 36 : Number.parseInt(sign, 36));
  const sum = [...padded].reduce((total, sign, index) => total + worth(sign) * (9 - index), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'A' : String(rest);
}
