/** Turns a question's flat fact table (`person.birthDate`, `endorsements.[].type`) into a tree of fields with slots. */

import { RoomError } from '../../kernel/index.ts';
import type { FactSpec, Question, Table } from '../bundle.ts';
import { FIRST_FACT_SLOT, type Frame, shared } from './frame.ts';
import { KINDS, type ReadKind, type ValueType } from './kinds.ts';

export const BRANCH = { other: 0, choice: 1, flag: 2, day: 3, instant: 4, object: 5, list: 6 } as const;
export type Branch = (typeof BRANCH)[keyof typeof BRANCH];

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
  /** The values of a choice, each with the one copy of it that frames hold. */
  readonly values: ReadonlyMap<unknown, unknown> | null;
  /** Fields of an object, or of each item of a list of objects. */
  readonly fields: Field[];
  /** The same by key. */
  readonly byKey: Map<string, Field>;
  /** For lists: the frame of an item before its facts are read. */
  readonly itemTemplate: Frame;
  /** The list whose item this field belongs to, if any. */
  readonly listPath?: string;
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
function valuesOf(spec: FactSpec, tables: ReadonlyMap<string, Table>): Map<unknown, unknown> | null {
  const keys = spec.table ? tables.get(spec.table)?.rows.map((row) => row.key[0]) : undefined;
  if (!spec.values && !keys) return null;
  const held = [...(spec.values ?? []), ...(keys ?? [])].map((value) =>
    typeof value === 'string' ? shared(value) : value,
  );
  return new Map(held.map((value) => [value, value]));
}

function rangeReader(spec: FactSpec, read: ReadKind): ReadKind {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec;
  if (spec.min === undefined && spec.max === undefined) return read;
  return (value) => {
    const number = read(value);
    return typeof number === 'number' && number >= min && number <= max ? number : undefined;
  };
}

function readerOf(spec: FactSpec, values: Map<unknown, unknown> | null, read: ReadKind): ReadKind {
  if (spec.kind === 'flag-or-choice') {
    return (value) => (typeof value === 'boolean' || values?.has(value) ? value : undefined);
  }
  if (values) return (value) => (typeof value === 'string' && values.has(value) ? value : undefined);
  return rangeReader(spec, read);
}

function expectedText(spec: FactSpec, values: Map<unknown, unknown> | null, kind: string): string {
  if (spec.expected) return spec.expected;
  const shown = [...(values?.keys() ?? [])].slice(0, 24).join(', ');
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

function branchOf(spec: FactSpec, values: Map<unknown, unknown> | null): Branch {
  const { kind } = spec;
  if (kind === 'flag' || kind === 'day' || kind === 'instant' || kind === 'object' || kind === 'list') {
    return BRANCH[kind];
  }
  return kind === 'choice' && values ? BRANCH.choice : BRANCH.other;
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
  const parts = path.split('.');
  return {
    key: shared(parts[parts.length - 1] ?? path),
    path,
    ...at,
    spec,
    type: structure?.type ?? kind?.type ?? 'text',
    expected: structure?.expected || expectedText(spec, values, kind?.expected ?? ''),
    read: readerOf(spec, values, kind?.read ?? ((value) => value)),
    nullable: spec.nullable === true,
    branch: branchOf(spec, values),
    values,
    fields: [],
    byKey: new Map(),
    itemTemplate: [],
    ...(path.includes('.[]') ? { listPath: path.slice(0, path.indexOf('.[]')) } : {}),
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
    frame.push(absentValue(field));
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
