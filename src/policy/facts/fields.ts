/** Turns a question's flat fact table (`person.birthDate`, `endorsements.[].type`) into a tree of fields with slots. */

import { RoomError } from '../../kernel/index.ts';
import type { FactSpec, Question, Table } from '../bundle.ts';
import { FIRST_FACT_SLOT, type Frame, shared } from './frame.ts';
import { KINDS, type ReadKind, type ValueType } from './kinds.ts';

export const BRANCH = { other: 0, coded: 1, flag: 2, day: 3, instant: 4, object: 5, list: 6 } as const;
export type Branch = (typeof BRANCH)[keyof typeof BRANCH];

/** A text that is known beforehand: the one copy of it that frames hold, and its number, from 1. */
export interface Known {
  readonly text: unknown;
  readonly code: number;
}

export interface Field {
  readonly key: string;
  readonly path: string;
  readonly slot: number;
  /** Its place among the facts of its object. */
  readonly place: number;
  readonly spec: FactSpec;
  readonly type: ValueType | 'mixed';
  readonly expected: string;
  readonly read: ReadKind;
  readonly nullable: boolean;
  /** Which branch of the reader takes it: the common kinds are read without a call. */
  readonly branch: Branch;
  /** Where the number of its text goes; -1 when its texts are not numbered. */
  readonly codeSlot: number;
  /** Its numbered texts: the values of a choice, and what tables name. */
  readonly known: Map<unknown, Known>;
  /** Fields of an object, or of each item of a list of objects. */
  readonly fields: Field[];
  /** The same by key. */
  readonly byKey: Map<string, Field>;
  /** For lists: the frame of an item before its facts are read. */
  readonly itemTemplate: Frame;
  /** The list whose item this field belongs to, if any. */
  readonly listPath: string | undefined;
}

export interface FactTable {
  readonly roots: readonly Field[];
  readonly rootsByKey: ReadonlyMap<string, Field>;
  readonly byPath: ReadonlyMap<string, Field>;
  readonly template: Frame;
  readonly required: readonly Field[];
  readonly requiredSlots: readonly number[];
  readonly notAfterTheDay: readonly Field[];
}

export const LIST_LENGTH_MAX = 200;

const isScalarItem = (path: string) => path.endsWith('.[]');

function parentPath(path: string): string {
  const cut = path.lastIndexOf('.');
  const parent = cut < 0 ? '' : path.slice(0, cut);
  return parent.endsWith('.[]') ? parent.slice(0, -3) : parent;
}

/** The values of a choice: those it states, and the keys of its table. */
function valuesOf(spec: FactSpec, tables: ReadonlyMap<string, Table>): ReadonlySet<unknown> | null {
  const keys = spec.table ? tables.get(spec.table)?.rows.map((row) => row.key[0]) : undefined;
  return spec.values || keys ? new Set([...(spec.values ?? []), ...(keys ?? [])]) : null;
}

const numbered = (values: ReadonlySet<unknown>): Map<unknown, Known> =>
  new Map(
    [...values].map((value, index) => [
      value,
      { text: typeof value === 'string' ? shared(value) : value, code: index + 1 },
    ]),
  );

/** The number of a text that the law names, given when it is first named; 0 for one that the fact could not hold. */
export function codeOf(field: Field, text: string): number {
  const known = field.known.get(text);
  if (known) return known.code;
  if (field.codeSlot < 0 || field.read(text) === undefined) return 0;
  const code = field.known.size + 1;
  field.known.set(text, { text: shared(text), code });
  return code;
}

function rangeReader(spec: FactSpec, read: ReadKind): ReadKind {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec;
  if (spec.min === undefined && spec.max === undefined) return read;
  return (value) => {
    const number = read(value);
    return typeof number === 'number' && number >= min && number <= max ? number : undefined;
  };
}

function readerOf(spec: FactSpec, values: ReadonlySet<unknown> | null, read: ReadKind): ReadKind {
  if (spec.kind === 'flag-or-choice') {
    return (value) => (typeof value === 'boolean' || values?.has(value) ? value : undefined);
  }
  if (values) return (value) => (typeof value === 'string' && values.has(value) ? value : undefined);
  return rangeReader(spec, read);
}

function expectedText(spec: FactSpec, values: ReadonlySet<unknown> | null, kind: string): string {
  if (spec.expected) return spec.expected;
  const shown = [...(values ?? [])].slice(0, 24).join(', ');
  if (spec.kind === 'flag-or-choice') return `true, false or one of: ${shown}`;
  if (values) return `one of: ${shown}`;
  if (spec.min !== undefined || spec.max !== undefined)
    return `${kind} from ${spec.min ?? '-∞'} to ${spec.max ?? '∞'}`;
  return kind;
}

function structureOf(spec: FactSpec): { type: Field['type']; expected: string } | null {
  if (spec.kind === 'object')
    return { type: 'object', expected: spec.nullable ? 'an object or null' : 'an object' };
  if (spec.kind === 'list') {
    const { min = 0, max = LIST_LENGTH_MAX } = spec;
    return { type: 'list', expected: spec.expected ?? `a list of ${min} to ${max} items` };
  }
  if (spec.kind === 'flag-or-choice') return { type: 'mixed', expected: '' };
  return null;
}

/** Kinds of text by which tables are asked. */
const CODED_KINDS: ReadonlySet<string> = new Set(['port', 'airport', 'country']);

function branchOf(spec: FactSpec, values: ReadonlySet<unknown> | null): Branch {
  const { kind } = spec;
  if (kind === 'flag' || kind === 'day' || kind === 'instant' || kind === 'object' || kind === 'list') {
    return BRANCH[kind];
  }
  return (kind === 'choice' && values) || CODED_KINDS.has(kind) ? BRANCH.coded : BRANCH.other;
}

/** Builds one field; unknown kinds are faults of the rules. */
function makeField(
  path: string,
  spec: FactSpec,
  at: { readonly slot: number; readonly place: number },
  tables: ReadonlyMap<string, Table>,
): Field {
  const kind = KINDS.get(spec.kind);
  const structure = structureOf(spec);
  if (!kind && !structure) {
    throw new RoomError('RULES_INVALID', `Fact ${path}: there is no kind "${spec.kind}".`, { path });
  }
  const values = valuesOf(spec, tables);
  const branch = branchOf(spec, values);
  const parts = path.split('.');
  return {
    key: shared(parts[parts.length - 1] ?? path),
    path,
    slot: at.slot,
    place: at.place,
    spec,
    type: structure?.type ?? kind?.type ?? 'text',
    expected: structure?.expected || expectedText(spec, values, kind?.expected ?? ''),
    read: readerOf(spec, values, kind?.read ?? ((value) => value)),
    nullable: spec.nullable === true,
    branch,
    codeSlot: branch === BRANCH.coded ? at.slot + 1 : -1,
    known: branch === BRANCH.coded && values ? numbered(values) : new Map(),
    fields: [],
    byKey: new Map(),
    itemTemplate: [],
    listPath: path.includes('.[]') ? path.slice(0, path.indexOf('.[]')) : undefined,
  };
}

/** What an absent fact reads as; undefined where it is then missing. */
function absentValue(field: Field): unknown {
  const { spec } = field;
  if (spec.default !== undefined) return field.read(spec.default);
  if (spec.given === 'always') return undefined;
  if (spec.kind === 'flag') return false;
  return spec.kind === 'list' ? [] : undefined;
}

/** Reads the fact table of a question once; parents must be declared as facts of kind object or list. */
export function makeFactTable(question: Question, tables: ReadonlyMap<string, Table>): FactTable {
  const byPath = new Map<string, Field>();
  const roots: Field[] = [];
  const rootsByKey = new Map<string, Field>();
  const template: Frame = new Array(FIRST_FACT_SLOT).fill(undefined);
  for (const [path, spec] of Object.entries(question.facts)) {
    const parent = isScalarItem(path)
      ? byPath.get(path.slice(0, -3))
      : parentPath(path)
        ? byPath.get(parentPath(path))
        : undefined;
    if (!parent && path.includes('.')) {
      throw new RoomError('RULES_INVALID', `Fact ${path}: declare ${parentPath(path)} before it.`, { path });
    }
    const frame = path.includes('.[]') && parent ? parent.itemTemplate : template;
    const siblings = parent?.fields ?? roots;
    const field = makeField(path, spec, { slot: frame.length, place: siblings.length }, tables);
    const absent = absentValue(field);
    frame.push(absent);
    if (field.codeSlot >= 0) frame.push(field.known.get(absent)?.code);
    siblings.push(field);
    (parent?.byKey ?? rootsByKey).set(field.key, field);
    byPath.set(path, field);
  }
  const all = [...byPath.values()];
  const required = all.filter((field) => field.spec.given === 'always' && !field.listPath);
  return {
    roots,
    rootsByKey,
    byPath,
    template,
    required,
    requiredSlots: required.map(({ slot }) => slot),
    notAfterTheDay: all.filter((field) => field.spec.notAfterTheDay === true && !field.listPath),
  };
}
