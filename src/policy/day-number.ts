/**
 * Days as whole numbers, 20251105 for 2025-11-05, and instants as milliseconds, read from text without
 * regular expressions: reading facts is most of the work of a decision. The texts accepted are exactly those
 * of the kernel's `isDay` and `parseInstant`, which the tests prove.
 */
import { daysInMonth } from '../kernel/index.ts';

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const ZERO = 48;
const DASH = 45;
const COLON = 58;

/** Two digits at a place of the text; negative when they are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const digit = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) >>> 0;

/** The day in the first ten characters, as a number; -1 when there is none or it does not exist. */
function leadingDay(text: string): number {
  const y1 = digit(text, 0);
  const y2 = digit(text, 1);
  const y3 = digit(text, 2);
  const y4 = digit(text, 3);
  const m1 = digit(text, 5);
  const m2 = digit(text, 6);
  const d1 = digit(text, 8);
  const d2 = digit(text, 9);
  if (y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 || m1 > 9 || m2 > 9 || d1 > 9 || d2 > 9) return -1;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return -1;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return -1;
  if (day > 28 && day > daysInMonth(year, month)) return -1;
  return year * 10_000 + month * 100 + day;
}

/** `YYYY-MM-DD` as a number, or -1. */
export const dayNumber = (text: string): number => (text.length === 10 ? leadingDay(text) : -1);

/** The number as ISO text. */
export function dayText(day: number): string {
  const padded = String(day).padStart(8, '0');
  return `${padded.slice(0, 4)}-${padded.slice(4, 6)}-${padded.slice(6)}`;
}

/**
 * Whole days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). `| 0` cuts the fraction:
 * years 1 to 9999 keep every term positive.
 */
export function epochDayOf(day: number): number {
  const month = ((day / 100) | 0) % 100;
  const year = ((day / 10_000) | 0) - (month <= 2 ? 1 : 0);
  const era = (year / 400) | 0;
  const yearOfEra = year - era * 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + (day % 100) - 1;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `epochDayOf`. */
export function dayOfEpoch(days: number): number {
  const shifted = days + 719_468;
  const era = (shifted / 146_097) | 0;
  const dayOfEra = shifted - era * 146_097;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day;
}

/** The offset's milliseconds behind `Z` or `±hh:mm` at a place; NaN when it is neither. */
function offsetAt(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === 90) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== 43 && sign !== DASH) || text.length !== at + 6) return Number.NaN;
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return Number.NaN;
  if (text.charCodeAt(at + 3) !== COLON) return Number.NaN;
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes) * MS_PER_MINUTE;
}

/** Where a fraction of seconds ends, and its milliseconds; one to nine digits. */
function fractionAt(text: string, at: number): { readonly end: number; readonly ms: number } | null {
  let end = at;
  let ms = 0;
  let unit = 100;
  while (end < text.length && end - at < 9) {
    const digit = text.charCodeAt(end) - ZERO;
    if (digit < 0 || digit > 9) break;
    if (unit >= 1) ms += digit * unit;
    unit /= 10;
    end++;
  }
  return end === at ? null : { end, ms };
}

/** RFC 3339 with an offset, as milliseconds since 1970; NaN when it is not one. */
export function instantMs(text: string): number {
  const day = leadingDay(text);
  const hours = two(text, 11);
  const minutes = two(text, 14);
  if (day < 0 || text.charCodeAt(10) !== 84 || hours < 0 || hours > 23) return Number.NaN;
  if (text.charCodeAt(13) !== COLON || minutes < 0 || minutes > 59) return Number.NaN;
  let at = 16;
  let ms = epochDayOf(day) * MS_PER_DAY + (hours * 60 + minutes) * MS_PER_MINUTE;
  if (text.charCodeAt(16) === COLON) {
    const seconds = two(text, 17);
    if (seconds < 0 || seconds > 59) return Number.NaN;
    ms += seconds * 1000;
    at = 19;
    if (text.charCodeAt(19) === 46) {
      const fraction = fractionAt(text, 20);
      if (!fraction) return Number.NaN;
      ms += fraction.ms;
      at = fraction.end;
    }
  }
  return ms - offsetAt(text, at);
}

/** The day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export const shanghaiDayNumber = (ms: number): number =>
  dayOfEpoch(Math.floor((ms + SHANGHAI_OFFSET_MS) / MS_PER_DAY));

/** 00:00 of a day in Asia/Shanghai. */
export const startOfDayMs = (day: number): number => epochDayOf(day) * MS_PER_DAY - SHANGHAI_OFFSET_MS;

/** `2025-12-12T00:00:00+08:00`: to the second, as tickets and permits print it. */
export function instantText(ms: number): string {
  return `${new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

export const addDaysTo = (day: number, count: number): number => dayOfEpoch(epochDayOf(day) + count);

/** The same day of another month; the last of the month where there is none. */
export function addMonthsTo(day: number, count: number): number {
  const index = Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1 + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return year * 10_000 + month * 100 + Math.min(day % 100, daysInMonth(year, month));
}
