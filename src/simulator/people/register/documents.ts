/** Documents with numbers that are right in form and check digit, from ranges that look reserved: zeros lead them. */
import { addMonths, ageOn, type Day, type Random } from '../../../kernel/index.ts';

export const DOCUMENT_TYPES = [
  'HRP',
  'HRP_NC',
  'EEP',
  'EEP_OFFICIAL',
  'MTP_TW_5Y',
  'PP_FOREIGN',
  'FPR',
  'RP_HKMOTW',
] as const;
/** As the facts of the lane question name them. */
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface TravelDocument {
  readonly type: DocumentType;
  readonly number: string;
  readonly expires: Day;
}

interface Holder {
  readonly birthDate: Day;
  /** Distinct for each person of a population, 0 to 99,999: makes the number distinct. */
  readonly serial: number;
  /** Of Hong Kong rather than of Macao. */
  readonly ofHongKong: boolean;
}

const digits = (value: number, width: number) => String(value).padStart(width, '0');

const NUMBERS: Readonly<Record<DocumentType, (holder: Holder) => string>> = {
  HRP: ({ serial, ofHongKong }) => `${ofHongKong ? 'H' : 'M'}000${digits(serial, 5)}`,
  HRP_NC: ({ serial, ofHongKong }) => `${ofHongKong ? 'HA' : 'MA'}00${digits(serial, 5)}`,
  EEP: ({ serial }) => `C000${digits(serial, 5)}`,
  // The form of this permit's number is published nowhere; this one cannot be taken for another document's.
  EEP_OFFICIAL: ({ serial }) => `OB000${digits(serial, 5)}`,
  MTP_TW_5Y: ({ serial }) => `000${digits(serial, 5)}`,
  PP_FOREIGN: ({ serial }) => `X000${digits(serial, 5)}`,
  FPR: ({ serial, birthDate }) =>
    withCheckDigit(
      `900${digits(Math.floor(serial / 1000), 3)}${compact(birthDate)}${digits(serial % 1000, 3)}`,
    ),
  RP_HKMOTW: ({ serial, birthDate, ofHongKong }) =>
    withCheckDigit(`${ofHongKong ? '810000' : '820000'}${compact(birthDate)}${digits(serial % 1000, 3)}`),
};

const compact = (day: Day) => day.replaceAll('-', '');

const CHECK_CHARACTERS = '10X98765432';

/** GB 11643: appends the ISO 7064 MOD 11-2 character to 17 digits. */
export function withCheckDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * (2 ** (17 - i) % 11);
  return body + CHECK_CHARACTERS[sum % 11]!;
}

/** Years of validity, for holders of age and for minors. */
const VALIDITY: Readonly<
  Record<DocumentType, { readonly grown: number; readonly minor: number; readonly from: number }>
> = {
  HRP: { grown: 10, minor: 5, from: 18 },
  HRP_NC: { grown: 5, minor: 5, from: 18 },
  EEP: { grown: 10, minor: 5, from: 16 },
  EEP_OFFICIAL: { grown: 5, minor: 5, from: 16 },
  MTP_TW_5Y: { grown: 5, minor: 5, from: 18 },
  PP_FOREIGN: { grown: 10, minor: 5, from: 16 },
  FPR: { grown: 10, minor: 5, from: 18 },
  RP_HKMOTW: { grown: 5, minor: 5, from: 16 },
};

/** A document in force on `day`, issued at some time before it. */
export function issueDocument(random: Random, type: DocumentType, holder: Holder, day: Day): TravelDocument {
  const { grown, minor, from } = VALIDITY[type];
  const years = ageOn(holder.birthDate, day) >= from ? grown : minor;
  const expires = addMonths(day, random.int(2, years * 12 - 1));
  return { type, number: NUMBERS[type](holder), expires };
}
