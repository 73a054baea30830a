/** How a population's answers shift: how many had each answer, and who got another one. */

import type { Day } from '../../../src/kernel/index.ts';
import { type Affected, affected, type Law, type Transition } from '../../../src/policy/index.ts';
import type { CaseFacts } from '../cases/case-files.ts';

export interface Shift extends Affected {
  /** Answer before → people. */
  readonly before: ReadonlyMap<string, number>;
}

const PLAIN = { trace: false, remedies: false } as const;

function tally(law: Law, question: string, people: readonly CaseFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const facts of people) {
    const { decision } = law.decide(question, facts, PLAIN);
    counts.set(decision, (counts.get(decision) ?? 0) + 1);
  }
  return counts;
}

/** The same people on two days of one law; they must be right on the first. */
export const shiftOfDays = (
  law: Law,
  question: string,
  from: Day,
  to: Day,
  people: readonly CaseFacts[],
): Shift => ({
  ...affected(law, question, from, to, people),
  before: tally(law, question, people),
});

type Counted = { -readonly [K in keyof Transition]: Transition[K] };

/** The same people on the same day by two laws. */
export function shiftOfLaws(was: Law, is: Law, question: string, people: readonly CaseFacts[]): Shift {
  const found = new Map<string, Counted>();
  people.forEach((facts, example) => {
    const [before, after] = [was, is].map((law) => {
      const { decision, reasons } = law.decide(question, facts, PLAIN);
      return { decision, reasons };
    });
    const key = JSON.stringify([before, after]);
    if (!before || !after || JSON.stringify(before) === JSON.stringify(after)) return;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { before, after, count: 1, example });
  });
  const transitions = [...found.values()].sort((a, b) => b.count - a.count);
  const changed = transitions.reduce((sum, { count }) => sum + count, 0);
  return { asked: people.length, changed, transitions, before: tally(was, question, people) };
}
