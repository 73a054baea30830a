/** The forms of document numbers, by type. What is not known of a form is not checked: an unlisted type accepts any plain number. */
import { mod11Two } from './check-digits.ts';

interface NumberForm {
  readonly form: RegExp;
  /** What a right one looks like, in words. */
  readonly expected: string;
  readonly check?: (number: string) => boolean;
}

const mod11 = (number: string) => number.length !== 18 || mod11Two(number.slice(0, 17)) === number[17];

const FORMS: Readonly<Record<string, NumberForm>> = {
  EEP: {
    form: /^(?:[CW]\d{8}|C[A-HJ-NP-Z]\d{7})$/,
    expected: 'C or W and 8 digits, or C, a letter and 7 digits',
  },
  HRP: { form: /^[HM]\d{8}(?:\d{2})?$/, expected: 'H or M and 8 digits (10 on the edition of 1999)' },
  HRP_NC: { form: /^[HM]A\d{7}$/, expected: 'HA or MA and 7 digits' },
  MTP_TW_5Y: { form: /^\d{8}$/, expected: '8 digits' },
  PP_CN: {
    form: /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})$/,
    expected: 'E or G and 8 digits, or E, a letter and 7 digits',
  },
  MTP_TO_TW: { form: /^[TL]\d{8}$/, expected: 'T or L and 8 digits' },
  RP_HKMOTW: {
    form: /^8[123]0000\d{11}[\dX]$/,
    expected: '18 signs that begin with 810000, 820000 or 830000',
    check: mod11,
  },
  RID: { form: /^[1-8]\d{16}[\dX]$/, expected: '17 digits and a check sign', check: mod11 },
  FPR: {
    form: /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
    expected: '3 letters and 12 digits, or 18 signs that begin with 9',
    check: mod11,
  },
};
const ANY: NumberForm = { form: /^[A-Z0-9]{5,18}$/, expected: '5 to 18 letters and digits' };

/** Full-width signs, spaces and hyphens are how people copy numbers; none of them is an error. */
export const normaliseNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}()]/gu, '')
    .toUpperCase();

export type NumberVerdict =
  | { readonly outcome: 'valid'; readonly number: string }
  | { readonly outcome: 'wrong-form' | 'wrong-check-digit'; readonly expected: string };

/** Reads a number as a traveller types it. */
export function readNumber(type: string, text: string): NumberVerdict {
  const number = normaliseNumber(text);
  const { form, expected, check } = Object.hasOwn(FORMS, type) ? FORMS[type]! : ANY;
  if (!form.test(number)) return { outcome: 'wrong-form', expected };
  if (check && !check(number))
    return { outcome: 'wrong-check-digit', expected: 'a number whose last sign fits the others' };
  return { outcome: 'valid', number };
}
