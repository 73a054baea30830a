/**
 * Working days by a dated calendar: Monday to Friday, less its holidays, plus its make-up workdays. A day outside the
 * years that the calendar covers gives no count, so that the answer refers instead of guessing.
 */
import type { Tree } from '../bundle.ts';
import { addDaysTo, dayNumber, epochDayOf } from '../day-number.ts';
import { type Expression, isOperator, type Scope, type TableInEra, treeFault } from './scope.ts';

export interface Calendar {
  readonly from: number;
  readonly until: number;
  /** By days since 1970-01-01, within the days covered. */
  worksOn(epochDay: number): boolean;
}

/** 1970-01-01 was a Thursday; Saturday and Sunday are the last two of a week that begins on Monday. */
const isWeekday = (epochDay: number): boolean => (((epochDay + 3) % 7) + 7) % 7 < 5;

/** Reads a table whose keys are days and whose attribute `works` is true for a make-up workday, false for a holiday. */
export function makeCalendar({ id, table, always }: TableInEra): Calendar {
  if (!table.covers) throw treeFault(`Table ${id} is no calendar: it states no days that it covers.`);
  const exceptions = new Map<number, boolean>();
  for (const row of always.values())
    exceptions.set(epochDayOf(dayNumber(row.key[0] ?? '')), row.attributes.works === true);
  const from = dayNumber(table.covers.from);
  const until = dayNumber(table.covers.until);
  const first = epochDayOf(from);
  const works = Array.from(
    { length: epochDayOf(until) - first + 1 },
    (_, at) => exceptions.get(first + at) ?? isWeekday(first + at),
  );
  return { from, until, worksOn: (epochDay) => works[epochDay - first] === true };
}

/** Working days in (after, last]; undefined outside the calendar. */
export function countWorkingDays(calendar: Calendar, after: number, last: number): number | undefined {
  const first = addDaysTo(after, 1);
  if (last < first) return 0;
  if (first < calendar.from || last > calendar.until) return undefined;
  const end = epochDayOf(last);
  let count = 0;
  for (let day = epochDayOf(first); day <= end; day++) if (calendar.worksOn(day)) count++;
  return count;
}

/** The latest day with so many working days in (day, last]; undefined outside the calendar. */
export function latestDayBefore(calendar: Calendar, last: number, count: number): number | undefined {
  if (last > calendar.until) return undefined;
  const end = epochDayOf(last);
  const first = epochDayOf(calendar.from);
  let left = count;
  let day = end;
  for (; left > 0; day--) {
    if (day < first) return undefined;
    if (calendar.worksOn(day)) left--;
  }
  return addDaysTo(last, day - end);
}

/** `latest-before: { calendar, last, count }`. */
export function compileFilingDay(operand: Tree, scope: Scope): Expression {
  if (!isOperator(operand) || typeof operand.calendar !== 'string') {
    throw treeFault('"latest-before" takes { calendar, last, count }.');
  }
  const calendar = makeCalendar(scope.table(operand.calendar));
  const last = scope.compile.value(operand.last ?? null, scope);
  const count = scope.compile.value(operand.count ?? null, scope);
  return {
    type: 'day',
    read: (facts, item) => {
      const day = last.read(facts, item) as number | undefined;
      const days = count.read(facts, item) as number | undefined;
      return day === undefined || days === undefined ? undefined : latestDayBefore(calendar, day, days);
    },
  };
}

/** `working-days: { calendar, after, last }`. */
export function compileWorkingDays(operand: Tree, scope: Scope): Expression {
  if (!isOperator(operand) || typeof operand.calendar !== 'string') {
    throw treeFault('"working-days" takes { calendar, after, last }.');
  }
  const calendar = makeCalendar(scope.table(operand.calendar));
  const after = scope.compile.value(operand.after ?? null, scope);
  const last = scope.compile.value(operand.last ?? null, scope);
  return {
    type: 'number',
    read: (facts, item) => {
      const a = after.read(facts, item) as number | undefined;
      const b = last.read(facts, item) as number | undefined;
      return a === undefined || b === undefined ? undefined : countWorkingDays(calendar, a, b);
    },
  };
}

/** `covers-until: { calendar }`: the last day that a calendar knows. */
export function compileCoversUntil(operand: Tree, scope: Scope): Expression {
  if (!isOperator(operand) || typeof operand.calendar !== 'string') {
    throw treeFault('"covers-until" takes { calendar }.');
  }
  const { until } = makeCalendar(scope.table(operand.calendar));
  return { type: 'day', read: () => until, constant: until };
}
