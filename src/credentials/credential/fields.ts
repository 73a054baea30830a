/** How one fact of a credential is written into CBOR and read from it, with its bounds. */
import {
  type Day,
  dayFromEpoch,
  epochDay,
  fieldInvalid,
  type Instant,
  instantOf,
  isDay,
} from '../../kernel/index.ts';

/** `write` throws FIELD_INVALID; `read` gives undefined for what `write` would never have written. */
export interface Field<T> {
  write(value: T, field: string): unknown;
  read(raw: unknown): T | undefined;
}

const field = <T>(
  expected: string,
  encode: (value: T) => unknown,
  read: (raw: unknown) => T | undefined,
): Field<T> => ({
  read,
  write(value, name) {
    const raw = encode(value);
    // What cannot be read back is not issued: one rule for both directions.
    if (read(raw) === undefined) throw fieldInvalid(name, value, expected);
    return raw;
  },
});

const CONTROLS = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** 1 to `lengthMax` signs, without control signs and marks of direction. */
export const text = (lengthMax: number): Field<string> =>
  field(
    `1 to ${lengthMax} signs without control signs`,
    (value) => value,
    (raw) =>
      typeof raw === 'string' && raw.length >= 1 && raw.length <= lengthMax && !CONTROLS.test(raw)
        ? raw
        : undefined,
  );

/** A name of which at least one part is an asterisk (F-04): enough to compare, too little to learn. */
export const maskedName = (lengthMax: number): Field<string> => {
  const plain = text(lengthMax);
  return field(
    `a masked name such as 陳 * 文, at most ${lengthMax} signs`,
    (value) => value,
    (raw) => (typeof raw === 'string' && raw.includes('*') ? plain.read(raw) : undefined),
  );
};

/** The last four signs of a document number, never more (E-06, F-04). */
export const lastFour: Field<string> = field(
  'the last 4 letters or digits of a document number',
  (value) => value,
  (raw) => (typeof raw === 'string' && /^[0-9A-Z]{4}$/.test(raw) ? raw : undefined),
);

/** Whole seconds; finer parts are cut off. */
export const instant: Field<Instant> = field(
  'an instant between 1970 and 9999',
  (value) => Math.floor(value / 1000),
  (raw) => (isCount(raw, 253_402_300_799) ? instantOf(raw * 1000) : undefined),
);

export const day: Field<Day> = field(
  'a day from 1970 to 9999',
  (value) => (isDay(value) ? epochDay(value) : undefined),
  (raw) => (isCount(raw, 2_932_896) ? dayFromEpoch(raw) : undefined),
);

export const count = (max: number): Field<number> =>
  field(
    `a whole number from 0 to ${max}`,
    (value) => value,
    (raw) => (isCount(raw, max) ? raw : undefined),
  );

/** One of a closed list, written as its place in the list; a list only ever grows at its end. */
export const oneOf = <const T extends string>(names: readonly T[]): Field<T> =>
  field(
    `one of ${names.join(', ')}`,
    (value) => names.indexOf(value),
    (raw) => (typeof raw === 'number' ? names[raw] : undefined),
  );

/** At least one of a closed list, each once, in the list's order. */
export const someOf = <const T extends string>(names: readonly T[]): Field<readonly T[]> =>
  field(
    `one or more of ${names.join(', ')}`,
    (value) => [...new Set(value)].map((name) => names.indexOf(name)).sort((a, b) => a - b),
    (raw) => (Array.isArray(raw) ? readSome(raw, names) : undefined),
  );

function readSome<T>(places: readonly unknown[], names: readonly T[]): readonly T[] | undefined {
  const found = places.map((place) => (typeof place === 'number' ? names[place] : undefined));
  const rising = places.every((place, i) => i === 0 || Number(place) > Number(places[i - 1]));
  return rising && found.length > 0 && found.every((name) => name !== undefined) ? found : undefined;
}

const isCount = (raw: unknown, max: number): raw is number =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= max;
