/** Looking things up in the data tables of the law: who is listed on the day, and what is said about a row. */
import type { Json, TableRow, Tree } from '../bundle.ts';
import { dayNumber } from '../day-number.ts';
import { makeAnswers } from './answers.ts';
import {
  DOUBTED,
  type Expression,
  FAILS,
  HOLDS,
  isOperator,
  MISSING,
  type Read,
  rowKey,
  type Scope,
  type TableInEra,
  type Test,
  type Truth,
  treeFault,
} from './scope.ts';

export const UNVERIFIED = 'unverified';

interface Lookup {
  readonly table: TableInEra;
  readonly key: readonly Expression[];
  readonly attribute?: string;
}

/** `{ table: …, key: fact | [facts], attribute: … }`. */
function parseLookup(operand: Tree, scope: Scope): Lookup {
  if (!isOperator(operand) || typeof operand.table !== 'string' || operand.key === undefined) {
    throw treeFault('A look-up takes { table, key }.');
  }
  const table = scope.table(operand.table);
  const parts: readonly Tree[] = Array.isArray(operand.key) ? operand.key : [operand.key];
  if (parts.length !== table.table.keys.length) {
    throw treeFault(`Table ${operand.table} is asked by ${table.table.keys.length} key(s).`);
  }
  const key = parts.map((part) => scope.compile.value(part, scope));
  return { table, key, ...(typeof operand.attribute === 'string' ? { attribute: operand.attribute } : {}) };
}

/** Who lacks a fact of the key cannot be told about. */
const truthTest = (
  { key }: Lookup,
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => Truth,
  absent: Truth,
): Test => makeAnswers(key, rows, say, { absent, missing: MISSING });

/** What a row says; nothing where there is none. */
function valueTold({ key, table }: Lookup, say: (row: TableRow) => unknown): Read {
  return makeAnswers(key, table.always, say, { absent: undefined, missing: undefined });
}

/** `listed`: a verified row in force holds, none fails, an unverified one is doubt. */
export function compileListed(operand: Tree, scope: Scope): Test {
  const lookup = parseLookup(operand, scope);
  const { table, key } = lookup;
  scope.reads.lookups.push({ table, key });
  const say = (row: TableRow) => (row.confidence === UNVERIFIED ? DOUBTED : HOLDS);
  return truthTest(lookup, table.rows, say, FAILS);
}

/** `known`: whether a table has the row at all, whatever the day. */
export function compileKnown(operand: Tree, scope: Scope): Test {
  const lookup = parseLookup(operand, scope);
  return truthTest(lookup, lookup.table.always, () => HOLDS, FAILS);
}

/** `has`: whether the row of a key states an attribute; a table without the row does not. */
export function compileHas(operand: Tree, scope: Scope, hit: Truth = HOLDS, miss: Truth = FAILS): Test {
  const lookup = parseLookup(operand, scope);
  const { attribute } = lookup;
  if (attribute === undefined) throw treeFault('"has" takes { table, key, attribute }.');
  const say = (row: TableRow) => (row.attributes[attribute] === undefined ? miss : hit);
  return truthTest(lookup, lookup.table.always, say, miss);
}

const heldValue = (value: Json): unknown => {
  const day = typeof value === 'string' ? dayNumber(value) : -1;
  return day > 0 ? day : value;
};

/** `lookup`: an attribute of a row, whatever the day; a row without it gives nothing. */
export function compileLookup(operand: Tree, scope: Scope): Expression {
  const lookup = parseLookup(operand, scope);
  const { attribute } = lookup;
  if (attribute === undefined) throw treeFault('"lookup" takes { table, key, attribute }.');
  const read = valueTold(lookup, (row) => {
    const value = row.attributes[attribute];
    return value === undefined || value === null ? undefined : heldValue(value);
  });
  return { type: 'mixed', read };
}

/** `key-of`: the id of the row that a name stands for, whatever the day. */
export function compileKeyOf(operand: Tree, scope: Scope): Expression {
  const lookup = parseLookup(operand, scope);
  return { type: 'text', read: valueTold(lookup, (row) => row.key.join('/')) };
}

/** `first-day-of`: the first day of the row in the table; a row without one gives nothing. */
export function compileFirstDayOf(operand: Tree, scope: Scope): Expression {
  const lookup = parseLookup(operand, scope);
  return { type: 'text', read: valueTold(lookup, (row) => row.from) };
}

/** `listed-count: { table, attribute }`: the different verified rows in force, of those that state an attribute as true. */
export function compileListedCount(operand: Tree, scope: Scope): Expression {
  if (!isOperator(operand) || typeof operand.table !== 'string')
    throw treeFault('"listed-count" takes { table }.');
  const { attribute } = operand;
  const rows = [...new Set(scope.table(operand.table).rows.values())].filter(
    (row) =>
      row.confidence !== UNVERIFIED && (typeof attribute !== 'string' || row.attributes[attribute] === true),
  );
  return { type: 'number', read: () => rows.length, constant: rows.length };
}

export const keyText = (key: readonly Expression[], facts: unknown[], item: unknown[]): string =>
  rowKey(key.map((part) => String(part.read(facts, item))));
