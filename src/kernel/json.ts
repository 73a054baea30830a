/** Canonical JSON (RFC 8785): equal values give equal text, so that hashes and signatures can rest on it. */
import { RoomError } from './errors.ts';

const DEPTH_MAX = 64;

export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEPTH_MAX) throw new RoomError('FIELD_INVALID', `JSON deeper than ${DEPTH_MAX} levels.`);
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item ?? null, depth + 1)).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const source = value as Record<string, unknown>;
    // Default sort compares UTF-16 code units, which is what RFC 8785 asks for.
    const keys = Object.keys(source)
      .filter((key) => source[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(source[key], depth + 1)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RoomError('FIELD_INVALID', 'JSON has no number for infinity or not-a-number.');
  }
  const text = JSON.stringify(value);
  if (text === undefined) throw new RoomError('FIELD_INVALID', `JSON has no form for a ${typeof value}.`);
  return text;
}
