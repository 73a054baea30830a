/** A point in time, in milliseconds since 1970-01-01T00:00:00Z; days are read from it in Asia/Shanghai. */
import { type Day, isDay } from './day.ts';
import { fieldInvalid } from './errors.ts';

declare const instantBrand: unique symbol;
declare const millisBrand: unique symbol;
export type Instant = number & { readonly [instantBrand]: true };
/** A length of time in milliseconds. */
export type Millis = number & { readonly [millisBrand]: true };

export const millis = (value: number): Millis => value as Millis;
export const seconds = (value: number): Millis => (value * 1000) as Millis;
export const minutes = (value: number): Millis => (value * 60_000) as Millis;
export const instantOf = (epochMs: number): Instant => epochMs as Instant;

const INSTANT_FORM =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Reads RFC 3339 with an offset; without one it is an error, since a wall-clock time alone names no instant. */
export function parseInstant(value: unknown, field = 'at'): Instant {
  const parts = typeof value === 'string' ? INSTANT_FORM.exec(value) : null;
  if (!parts || !isDay(parts[1])) {
    throw fieldInvalid(field, value, 'an instant with its offset, such as 2025-11-05T10:00:00+08:00');
  }
  const ms = Math.floor(Number(`0.${parts[5] ?? '0'}`) * 1000);
  const text = `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4] ?? '00'}${parts[6]}`;
  return instantOf(Date.parse(text) + ms);
}

/** RFC 3339 in Beijing time, milliseconds kept: `2025-11-05T10:00:00.000+08:00`. */
export function formatInstant(at: Instant): string {
  return `${new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, -1)}+08:00`;
}

/** The day in Asia/Shanghai, which governs every rule (the mainland has had no summer time since 1991). */
export function shanghaiDay(at: Instant): Day {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** 00:00 of a day in Asia/Shanghai. */
export const startOfShanghaiDay = (day: Day): Instant => instantOf(Date.parse(`${day}T00:00:00+08:00`));

export const later = (at: Instant, by: Millis): Instant => instantOf(at + by);
