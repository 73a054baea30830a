/**
 * Ages as the law counts them (B-01): attained on the birthday unless a dated parameter says later; who was born on
 * 29 February attains on 1 March in common years unless a dated parameter says 28 February.
 */
import { addDaysTo } from '../day-number.ts';
import { THE_DAY } from '../facts/frame.ts';
import type { Expression, Scope } from './scope.ts';

export const LEAP_DAY_PARAMETER = 'leap-day-birth-attains';
export const DELAY_PARAMETER = 'age-attained-days-after-birthday';

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

interface AgeRule {
  readonly delayDays: number;
  readonly leapDayInFebruary: boolean;
}

function ageRule(scope: Scope): AgeRule {
  scope.reads.parameters.add(LEAP_DAY_PARAMETER);
  scope.reads.parameters.add(DELAY_PARAMETER);
  return {
    delayDays: Number(scope.parameter(DELAY_PARAMETER)?.value ?? 0),
    leapDayInFebruary: scope.parameter(LEAP_DAY_PARAMETER)?.value === '02-28',
  };
}

/** The day on which an age is attained under a rule. */
export function attainedDay(birth: number, years: number, rule: AgeRule): number {
  const year = Math.floor(birth / 10_000) + years;
  const monthDay = birth % 10_000;
  const none = monthDay === 229 && !isLeap(year);
  const birthday = year * 10_000 + (none ? (rule.leapDayInFebruary ? 228 : 301) : monthDay);
  return rule.delayDays === 0 ? birthday : addDaysTo(birthday, rule.delayDays);
}

/** Completed years on the day that governs. */
export function makeAgeReader(birth: Expression, scope: Scope): Expression {
  const rule = ageRule(scope);
  const readBirth = birth.read;
  if (rule.delayDays === 0 && !rule.leapDayInFebruary) {
    // Whole days as yyyymmdd: the difference counts completed years, and 29 February falls due on 1 March by itself.
    return {
      type: 'number',
      ...(birth.slot === undefined ? {} : { ageSlot: birth.slot }),
      read: (facts, item) => {
        const born = readBirth(facts, item) as number | undefined;
        return born === undefined ? undefined : Math.floor(((facts[THE_DAY] as number) - born) / 10_000);
      },
    };
  }
  return {
    type: 'number',
    read: (facts, item) => {
      const born = readBirth(facts, item) as number | undefined;
      if (born === undefined) return undefined;
      const today = facts[THE_DAY] as number;
      const years = Math.floor(today / 10_000) - Math.floor(born / 10_000);
      return attainedDay(born, years, rule) <= today ? years : years - 1;
    },
  };
}

export function makeAttainedReader(birth: Expression, years: Expression, scope: Scope): Expression {
  const rule = ageRule(scope);
  return {
    type: 'day',
    read: (facts, item) => {
      const born = birth.read(facts, item) as number | undefined;
      const count = years.read(facts, item) as number | undefined;
      return born === undefined || count === undefined ? undefined : attainedDay(born, count, rule);
    },
  };
}
