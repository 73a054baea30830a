/** The answer through the years: on which days it turns, by a change of the law or of one's own age and papers. */
import { addDays, addMonths, type Day, dayOfAge, daysBetween, isDay } from '../../src/kernel/index.ts';
import type { Law } from '../../src/policy/index.ts';
import type { Answers } from './answers.ts';
import { nextStep, QUESTION } from './next-step.ts';

export interface Era {
  /** First day, and the last one before the answer turns; the outermost are the ends of the picture. */
  readonly from: Day;
  readonly until: Day;
  /** The law's decision on each of its days, or `OPEN`. */
  readonly decision: string;
}

const MONTHS_BEFORE = 6;
const MONTHS_AFTER = 12;

const daysIn = (answers: Answers, suffix: string): readonly Day[] =>
  [...answers].flatMap(([fact, value]) => (fact.endsWith(suffix) && isDay(value) ? [value] : []));

/** Every age that the law names, in years. */
const agesIn = (law: Law): readonly number[] =>
  Object.values(law.content.parameters)
    .filter(({ unit }) => unit === 'years')
    .flatMap(({ values }) => values.map(({ value }) => value))
    .filter((value) => typeof value === 'number');

/** Days on which the answer may turn, ascending; more than those on which it does. */
function turningDays(law: Law, answers: Answers): readonly Day[] {
  const born = daysIn(answers, 'birthDate');
  const birthdays = born.flatMap((birth) => agesIn(law).map((age) => dayOfAge(birth, age)));
  // A birthday on 29 February may count on the 28th or on 1 March: the days around it are asked too.
  const around = birthdays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  const lapsed = daysIn(answers, 'expires').flatMap((day) => [day, addDays(day, 1)]);
  const legal = law.changeDays(QUESTION).filter(isDay);
  const days = [...new Set([...legal, ...around, ...lapsed])].sort();
  const [birth] = born;
  return birth ? [birth, ...days.filter((day) => day > birth)] : days;
}

/** No decision yet: on that day it rests on questions not yet put. */
const OPEN = 'OPEN';

function decisionOn(law: Law, answers: Answers, day: Day): string {
  const step = nextStep(law, answers, day, false);
  return step.at === 'told' ? step.decision.decision : OPEN;
}

/** Turns without the days on which the answer stays what it was. */
function turnsOf(law: Law, answers: Answers): readonly { day: Day; decision: string }[] {
  const turns: { day: Day; decision: string }[] = [];
  for (const day of turningDays(law, answers)) {
    const decision = decisionOn(law, answers, day);
    if (turns.at(-1)?.decision !== decision) turns.push({ day, decision });
  }
  return turns;
}

/** The answer from before its first turn to after its last; `marks` are days that must be in the picture. */
export function erasOf(law: Law, answers: Answers, marks: readonly [Day, ...Day[]]): readonly Era[] {
  const turns = turnsOf(law, answers);
  const shown = [...marks, ...turns.slice(1).map(({ day }) => day)].sort();
  const start = addMonths(shown[0] ?? marks[0], -MONTHS_BEFORE);
  const end = addMonths(shown.at(-1) ?? marks[0], MONTHS_AFTER);
  return turns.map(({ day, decision }, index) => {
    const next = turns[index + 1];
    const from = index === 0 && day < start ? start : day;
    return { from, until: next ? addDays(next.day, -1) : end, decision };
  });
}

/** The first day after the one asked on which it is no longer a settled no; undefined where none is known. */
export const possibleFrom = (eras: readonly Era[], day: Day, settled: string): Day | undefined =>
  eras.find(({ from, decision }) => from > day && decision !== settled)?.from;

/** Where a day lies between the ends of the picture, from 0 to 1. */
export function shareOf(eras: readonly Era[], day: Day): number {
  const [first, last] = [eras[0], eras.at(-1)];
  if (!first || !last) return 0;
  return daysBetween(first.from, day) / Math.max(1, daysBetween(first.from, last.until));
}
