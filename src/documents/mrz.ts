/** The machine-readable zone at the foot of a passport or on the back of a card (ICAO Doc 9303), as somebody copied it. */
import { parse } from 'mrz';
import { type Day, isDay } from '../kernel/index.ts';
import { countryOfCode } from './country-of-code.ts';

export interface MrzFields {
  readonly familyName: string;
  /** Empty where the document has one name only. */
  readonly givenNames: string;
  readonly number: string;
  /** ISO 3166-1 alpha-2; absent for codes that are no country. */
  readonly nationality?: string;
  readonly birthDate: Day;
  readonly expires: Day;
  readonly sex?: 'female' | 'male';
}

export type MrzVerdict =
  | { readonly outcome: 'read'; readonly fields: MrzFields }
  | { readonly outcome: 'unreadable'; readonly expected: string };

const UNREADABLE: MrzVerdict = {
  outcome: 'unreadable',
  expected: 'the two lines of signs and < at the foot of the passport, each of 44 signs, without a mistake',
};
/** Two lines of 44 or 36 signs, three of 30: passports, small booklets, cards. */
const FORMATS = ['TD1', 'TD2', 'TD3'];
/** New states and specimens have codes that no list knows; they are no misreadings. */
const STATES = ['issuingState', 'nationality'];

/**
 * Reads a whole zone; one wrong check digit makes it unreadable, since a guess would be taken for the document. A birth date whose
 * two digits would lie after `today` belongs to the century before.
 */
export function readMrz(text: string, today: Day): MrzVerdict {
  const lines = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^A-Z0-9<]+/)
    .filter(Boolean);
  try {
    const { format, details, fields, documentNumber } = parse(lines);
    const sound = details.every(({ valid, field }) => valid || STATES.includes(field ?? ''));
    const birthDate = dayOf(fields.birthDate, today);
    const expires = dayOf(fields.expirationDate);
    if (!FORMATS.includes(format) || !sound || !documentNumber || !birthDate || !expires) return UNREADABLE;
    const nationality = countryOfCode(fields.nationality ?? '');
    return {
      outcome: 'read',
      fields: {
        familyName: fields.lastName ?? '',
        givenNames: fields.firstName ?? '',
        number: documentNumber,
        birthDate,
        expires,
        ...(nationality ? { nationality } : {}),
        ...(fields.sex === 'female' || fields.sex === 'male' ? { sex: fields.sex } : {}),
      },
    };
  } catch {
    return UNREADABLE;
  }
}

/** `740812` → 1974-08-12 where 2074 is still to come; without `latest` it is a day of this century. */
function dayOf(digits: string | null | undefined, latest?: Day): Day | undefined {
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(digits ?? '') ?? [];
  const ofThis = `20${year}-${month}-${day}`;
  const whole = latest !== undefined && ofThis > latest ? `19${ofThis.slice(2)}` : ofThis;
  return isDay(whole) ? whole : undefined;
}
