/** Identifiers: sortable by time, unguessable, with a prefix that says what they name. */
import type { Clock } from './clock.ts';
import { fieldInvalid } from './errors.ts';

declare const idBrand: unique symbol;
export type Id<Kind extends string> = string & { readonly [idBrand]: Kind };

export type TravellerId = Id<'traveller'>;
export type PassageId = Id<'passage'>;
export type LaneId = Id<'lane'>;

const PREFIXES = {
  traveller: 'T',
  passage: 'P',
  crossing: 'C',
  consent: 'S',
  template: 'B',
  audit: 'A',
  officer: 'O',
  document: 'D',
  endorsement: 'E',
  account: 'U',
  case: 'K',
  file: 'F',
  notice: 'N',
  permit: 'X',
} as const;
export type IdKind = keyof typeof PREFIXES;

// Crockford's base 32: no I, L, O, U, so that an id can be read out at a counter.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Fills the array with random bytes; `crypto.getRandomValues` in service, a seeded one in tests. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;
export const platformRandom: FillRandom = (bytes) => void crypto.getRandomValues(bytes);

/** `T-01JCQ8Z4W9-7K3M5XQ2`: 50 bits of milliseconds, then 40 random bits. */
export function newId<Kind extends IdKind>(
  kind: Kind,
  clock: Pick<Clock, 'now'>,
  fill = platformRandom,
): Id<Kind> {
  let time = Math.max(0, Math.floor(clock.now()));
  let stamp = '';
  for (let i = 0; i < 10; i++) {
    stamp = ALPHABET[time % 32] + stamp;
    time = Math.floor(time / 32);
  }
  const bytes = new Uint8Array(8);
  fill(bytes);
  const tail = Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
  return `${PREFIXES[kind]}-${stamp}-${tail}` as Id<Kind>;
}

const ID_FORM = /^[A-Z]-[0-9A-Za-z]{1,24}(?:-[0-9A-Za-z]{1,24}){0,2}$/;

export function parseId<Kind extends IdKind>(kind: Kind, value: unknown, field: string = kind): Id<Kind> {
  const prefix = PREFIXES[kind];
  if (typeof value !== 'string' || !ID_FORM.test(value) || !value.startsWith(`${prefix}-`)) {
    throw fieldInvalid(field, value, `an id that begins with ${prefix}-`);
  }
  return value as Id<Kind>;
}
