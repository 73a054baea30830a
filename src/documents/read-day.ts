/** Days as people write them beside a document: with strokes, dots or Chinese signs, in full-width digits. */
import { type Day, isDay } from '../kernel/index.ts';

export type DayVerdict =
  | { readonly outcome: 'day'; readonly day: Day }
  | {
      readonly outcome: 'wrong-form' | 'no-such-day' | 'republic-calendar';
      /** Where it stands and how it is written, in words. */
      readonly expected: string;
    };

const FORM = /^(民國|民国)?(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT_FORM = /^(\d{4})(\d{2})(\d{2})$/;
/** Years below this are not of the common era on any document in use: they are the Republic's. */
const COMMON_YEAR_MIN = 1900;
const REPUBLIC_BEGAN = 1911;

const WHERE =
  'the last day of validity as printed on the document (有效期限, “Date of expiry”), written YYYY-MM-DD';

/** Reads `2030-01-05`, `2030/1/5`, `２０３０．１．５`, `2030年1月5日` and `20300105`; never guesses a calendar. */
export function readDay(text: string): DayVerdict {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  const compact = COMPACT_FORM.exec(plain);
  const [, era, year, month, day] = FORM.exec(plain) ?? (compact ? ['', undefined, ...compact.slice(1)] : []);
  if (year === undefined || month === undefined || day === undefined)
    return { outcome: 'wrong-form', expected: WHERE };
  if (era !== undefined || Number(year) < COMMON_YEAR_MIN) return ofRepublic(Number(year), month, day);
  const iso = isoOf(Number(year), month, day);
  return isDay(iso) ? { outcome: 'day', day: iso } : { outcome: 'no-such-day', expected: WHERE };
}

function ofRepublic(year: number, month: string, day: string): DayVerdict {
  const iso = isoOf(year + REPUBLIC_BEGAN, month, day);
  if (!isDay(iso)) return { outcome: 'no-such-day', expected: WHERE };
  return {
    outcome: 'republic-calendar',
    expected: `the year of the common era: ${iso} if ${year} is a year of the Republic`,
  };
}

const isoOf = (year: number, month: string, day: string): string =>
  `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
