/** The history of a question: on each day on which its law changed, what changed. */
import { addDays, type Day, isDay } from '../../../src/kernel/index.ts';
import { type Change, diffDays, type Law } from '../../../src/policy/index.ts';

/** The law's word for "since ever"; people are not told it as a date. */
export const EVER = '1900-01-01';

export interface Turn {
  readonly day: Day;
  readonly changes: readonly Change[];
}

/** Newest first. */
export function turnsOf(law: Law, question: string): readonly Turn[] {
  return law
    .changeDays(question)
    .filter(isDay)
    .filter((day) => day > EVER)
    .map((day) => ({ day, changes: diffDays(law, question, addDays(day, -1), day) }))
    .filter(({ changes }) => changes.length > 0)
    .reverse();
}
