/** A dated value as spans on one axis of days, for the drawing. */
import { addDays, addMonths, type Day, daysBetween, isDay, parseDay } from '../../../src/kernel/index.ts';
import type { Json, Parameter } from '../../../src/policy/index.ts';
import { EVER } from './turns.ts';

export interface Axis {
  readonly from: Day;
  readonly until: Day;
  /** First days of the years that are written on it. */
  readonly years: readonly Day[];
}

export interface Span {
  readonly value: Json;
  /** The day as the law states it, and the first day that is drawn. */
  readonly since: string;
  readonly from: Day;
  readonly until: Day;
  readonly reference: string;
}

const MONTHS_AROUND = 8;
const YEARS_SHOWN_MAX = 8;

/** From before the first dated value to after the last one and after today. */
export function axisOf(parameters: readonly Parameter[], today: Day): Axis {
  const days = parameters.flatMap(({ values }) => values.map(({ from }) => from)).filter(isDay);
  const dated = [...days.filter((day) => day > EVER), today].sort();
  const from = addMonths(dated[0] ?? today, -MONTHS_AROUND);
  const until = addMonths(dated.at(-1) ?? today, MONTHS_AROUND);
  return { from, until, years: yearsOf(from, until) };
}

function yearsOf(from: Day, until: Day): readonly Day[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(until.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / YEARS_SHOWN_MAX));
  const years: Day[] = [];
  for (let year = first; year <= last; year += step) years.push(parseDay(`${year}-01-01`));
  return years;
}

/** Where a day lies on the axis, from 0 to 1. */
export const shareOn = ({ from, until }: Axis, day: Day): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, until))));

/** Equal values that follow each other stay apart: each rests on its own notice. */
export function spansOf({ values }: Parameter, axis: Axis): readonly Span[] {
  return values.flatMap(({ from: since, until, value, reference }, index): Span[] => {
    if (!isDay(since)) return [];
    const next = values[index + 1]?.from;
    const last = isDay(until) ? until : isDay(next) ? addDays(next, -1) : axis.until;
    const isEarlier = since < axis.from;
    const from = isEarlier ? axis.from : since;
    return last < axis.from ? [] : [{ value, since, from, until: last, reference }];
  });
}
