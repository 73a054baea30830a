/** From how many stored faces on the law asks for a filing: dated, as the law is. */
import { type Day, parseDay } from '../../kernel/index.ts';

interface FilingDuty {
  readonly from: Day;
  readonly people: number;
  readonly reference: string;
}

/** Newest first. */
const FILING_DUTIES: readonly FilingDuty[] = [
  {
    from: parseDay('2025-06-01'),
    people: 100_000,
    reference:
      'Measures for the Security Management of Facial Recognition, CAC and MPS Order 19 of 2025: within 30 working days',
  },
];

/** People of whom a face is stored; undefined on days before any such duty. */
export const filingPeopleOn = (day: Day): number | undefined =>
  FILING_DUTIES.find(({ from }) => from <= day)?.people;
