/** A calendar day without a zone, as ISO text: it sorts and compares as text. */
import { fieldInvalid } from './errors.ts';

declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` is 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const parts = DAY_FORM.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads `YYYY-MM-DD`; a day that does not exist (2025-02-30) is an error that names the field. */
export function parseDay(value: unknown, field = 'day'): Day {
  if (!isDay(value)) throw fieldInvalid(field, value, 'a day that exists, written YYYY-MM-DD');
  return value;
}

export interface DayParts {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  /** 1-31 */
  readonly day: number;
}

export function dayParts(day: Day): DayParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function dayOf(year: number, month: number, day: number): Day {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Whole days since 1970-01-01. */
export const epochDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

export function dayFromEpoch(days: number): Day {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export const addDays = (day: Day, count: number): Day => dayFromEpoch(epochDay(day) + count);

/** Same day of another month; the 31st becomes the month's last day where there is none. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, day: dom } = dayParts(day);
  const index = year * 12 + (month - 1) + count;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(y, m, Math.min(dom, daysInMonth(y, m)));
}

export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from);

/** The day on which an age is attained: the birthday; 29 February attains on 1 March in common years (B-01). */
export function dayOfAge(birth: Day, age: number): Day {
  const { year, month, day } = dayParts(birth);
  const leapling = month === 2 && day === 29 && !isLeap(year + age);
  return leapling ? dayOf(year + age, 3, 1) : dayOf(year + age, month, day);
}

/** Completed years of age on a day; negative before birth. */
export function ageOn(birth: Day, day: Day): number {
  const years = dayParts(day).year - dayParts(birth).year;
  return dayOfAge(birth, years) <= day ? years : years - 1;
}
