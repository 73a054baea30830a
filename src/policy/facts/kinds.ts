/** The closed table of fact kinds: what a caller may send, and what a frame then holds. */

import { dayNumber, instantMs, startOfDayMs } from '../day-number.ts';
import { isCountryCode } from './countries.ts';

export const TEXT_LENGTH_MAX = 80;

/** What a kind makes of a value: `undefined` says that it is outside the kind. */
export type ReadKind = (value: unknown) => unknown;

export interface Kind {
  readonly read: ReadKind;
  readonly expected: string;
  /** Which operators may compare it. */
  readonly type: ValueType;
}

/** What kind of value an expression gives; comparing two different ones is an error of the rules. */
export type ValueType = 'flag' | 'text' | 'number' | 'day' | 'instant' | 'list' | 'object';

const readText: ReadKind = (value) =>
  typeof value === 'string' && value.length <= TEXT_LENGTH_MAX && value.trim() !== '' ? value : undefined;

const readDay: ReadKind = (value) => {
  const day = typeof value === 'string' ? dayNumber(value) : -1;
  return day < 0 ? undefined : day;
};

const readInstant: ReadKind = (value) => {
  const ms = typeof value === 'string' ? instantMs(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
};

/** An instant; a day stands for its first moment in Asia/Shanghai. */
const readWhen: ReadKind = (value) => {
  const day = readDay(value) as number | undefined;
  return day === undefined ? readInstant(value) : startOfDayMs(day);
};

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Hours since midnight. */
const readClock: ReadKind = (value) => {
  const time = typeof value === 'string' ? CLOCK.exec(value) : null;
  return time ? Number(time[1]) + Number(time[2]) / 60 : undefined;
};

const matching =
  (form: RegExp): ReadKind =>
  (value) =>
    typeof value === 'string' && form.test(value) ? value : undefined;

export const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'flag',
    { read: (v) => (typeof v === 'boolean' ? v : undefined), expected: 'true or false', type: 'flag' },
  ],
  ['number', { read: (v) => (Number.isFinite(v) ? v : undefined), expected: 'a number', type: 'number' }],
  [
    'count',
    {
      read: (v) => (Number.isInteger(v) && (v as number) >= 0 && (v as number) <= 1e6 ? v : undefined),
      expected: 'a whole number from 0',
      type: 'number',
    },
  ],
  ['day', { read: readDay, expected: 'a day that exists, written YYYY-MM-DD', type: 'day' }],
  [
    'instant',
    {
      read: readInstant,
      expected: 'an instant with its offset, such as 2025-11-05T10:00:00+08:00',
      type: 'instant',
    },
  ],
  [
    'when',
    { read: readWhen, expected: 'a day written YYYY-MM-DD, or an instant with its offset', type: 'instant' },
  ],
  ['clock', { read: readClock, expected: 'a time of day, written HH:MM', type: 'number' }],
  ['text', { read: readText, expected: `a text of 1 to ${TEXT_LENGTH_MAX} characters`, type: 'text' }],
  [
    'port',
    { read: matching(/^[a-z][a-z0-9-]{1,31}$/), expected: 'the id of a port, such as luohu', type: 'text' },
  ],
  [
    'airport',
    { read: matching(/^[A-Z]{3}$/), expected: 'the IATA code of an airport, such as PVG', type: 'text' },
  ],
  [
    'country',
    {
      read: (v) => (typeof v === 'string' && isCountryCode(v) ? v : undefined),
      expected: 'an ISO 3166-1 alpha-2 code, such as JP',
      type: 'text',
    },
  ],
  [
    'area',
    {
      read: matching(/^[A-Za-z][A-Za-z' -]{1,39}(?:\/[A-Za-z][A-Za-z' -]{1,39})?$/),
      expected: 'an area in English: Province or Province/City',
      type: 'text',
    },
  ],
  // The values are given by the fact, or by the keys of its table.
  ['choice', { read: readText, expected: 'one of the known values', type: 'text' }],
  ['name', { read: readText, expected: `a name of 1 to ${TEXT_LENGTH_MAX} characters`, type: 'text' }],
]);
