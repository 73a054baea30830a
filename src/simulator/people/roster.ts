/** The pictured people: who has face and finger pictures among the assets. */
import { fieldInvalid } from '../../kernel/index.ts';
import { ORIGINS, type Origin, type Sex } from './face/identity.ts';
import { PATTERNS, type Pattern } from './finger/ridge-flow.ts';

export const CATEGORIES = ['hkmo', 'mainland', 'taiwan', 'foreigner'] as const;
/** As the facts of the lane question name them. */
export type Category = (typeof CATEGORIES)[number];

export const FINGERS = ['right-index', 'left-index'] as const;
export type Finger = (typeof FINGERS)[number];

export interface PersonName {
  /** In the script of the holder's document; absent for people without a Chinese name. */
  readonly han?: string;
  /** Family name in capitals first: `CHAN, Siu Ming`. */
  readonly latin: string;
}

/** One line of `people.json`; everything that the pictures are drawn from. */
export interface PicturedPerson {
  /** `p01`, `p02`, … */
  readonly id: string;
  readonly faceSeed: number;
  readonly fingerSeeds: Readonly<Record<Finger, number>>;
  /** What the seeds grow into; fingers of unlike patterns cannot be mistaken for each other. */
  readonly fingerPatterns: Readonly<Record<Finger, Pattern>>;
  readonly origin: Origin;
  readonly sex: Sex;
  /** Completed years. */
  readonly age: number;
  readonly category: Category;
  readonly name: PersonName;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads the contents of `people.json`; what is out of shape is an error that names the field. */
export function parseRoster(value: unknown): PicturedPerson[] {
  const people = isRecord(value) ? value.people : undefined;
  if (!Array.isArray(people)) throw fieldInvalid('people', people, 'a list of pictured people');
  return people.map((person: unknown, i) => parsePerson(person, `people[${i}]`));
}

function parsePerson(value: unknown, field: string): PicturedPerson {
  if (!isRecord(value)) throw fieldInvalid(field, value, 'an object');
  const fingers = isRecord(value.fingerSeeds) ? value.fingerSeeds : {};
  const patterns = isRecord(value.fingerPatterns) ? value.fingerPatterns : {};
  const name = isRecord(value.name) ? value.name : {};
  return {
    id: text(value.id, `${field}.id`),
    faceSeed: whole(value.faceSeed, `${field}.faceSeed`),
    fingerSeeds: {
      'right-index': whole(fingers['right-index'], `${field}.fingerSeeds.right-index`),
      'left-index': whole(fingers['left-index'], `${field}.fingerSeeds.left-index`),
    },
    fingerPatterns: {
      'right-index': oneOf(PATTERNS, patterns['right-index'], `${field}.fingerPatterns.right-index`),
      'left-index': oneOf(PATTERNS, patterns['left-index'], `${field}.fingerPatterns.left-index`),
    },
    origin: oneOf(ORIGINS, value.origin, `${field}.origin`),
    sex: oneOf(['female', 'male'] as const, value.sex, `${field}.sex`),
    age: whole(value.age, `${field}.age`),
    category: oneOf(CATEGORIES, value.category, `${field}.category`),
    name: {
      latin: text(name.latin, `${field}.name.latin`),
      ...(name.han === undefined ? {} : { han: text(name.han, `${field}.name.han`) }),
    },
  };
}

function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw fieldInvalid(field, value, 'a text');
  return value;
}

function whole(value: unknown, field: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw fieldInvalid(field, value, 'a whole number from 0');
  return value;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, field: string): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw fieldInvalid(field, value, `one of ${allowed.join(', ')}`);
  return found;
}
