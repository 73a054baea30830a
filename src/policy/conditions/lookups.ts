/** Looking things up in the data tables of the law: who is listed on the day, and what is said about a row. */
import type { Json, TableRow, Tree } from '../bundle.ts';
import { dayNumber } from '../day-number.ts';
import { shared } from '../facts/frame.ts';
import {
  DOUBTED,
  type Expression,
  FAILS,
  HOLDS,
  isOperator,
  MISSING,
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

/** What an era says about a key, worked out beforehand for every row: looking it up is one step. */
type Answers<T> = (facts: unknown[], item: unknown[]) => T | null | undefined;

/** The answer to a key: null when the table has none, undefined when a fact is missing. */
function makeAnswers<T>(
  { key }: Lookup,
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => T | null,
): Answers<T> {
  const [only, second] = key;
  if (!second) return answersToOne(only, rows, say);
  const nested = nestedOf(rows, say);
  return (facts, item) => {
    const first = only?.read(facts, item);
    const rest = second.read(facts, item);
    if (first === undefined || rest === undefined) return undefined;
    return nested.get(first as string)?.get(rest as string) ?? null;
  };
}

function nestedOf<T>(
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => T,
): Map<string, Map<string, T>> {
  const nested = new Map<string, Map<string, T>>();
  for (const row of rows.values()) {
    const [first = '', rest = ''] = row.key;
    const inner = nested.get(first) ?? new Map<string, T>();
    nested.set(shared(first), inner.set(shared(rest), say(row)));
  }
  return nested;
}

function answersToOne<T>(
  only: Expression | undefined,
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => T | null,
): Answers<T> {
  const said = saidOf(rows, say);
  const { read = () => undefined, slot } = only ?? {};
  if (slot !== undefined) {
    return (facts) => {
      const value = facts[slot];
      return value === undefined ? undefined : (said.get(value as string) ?? null);
    };
  }
  return (facts, item) => {
    const value = read(facts, item);
    return value === undefined ? undefined : (said.get(value as string) ?? null);
  };
}

const saidOf = <T>(rows: ReadonlyMap<string, TableRow>, say: (row: TableRow) => T): Map<string, T> =>
  new Map([...rows].map(([name, row]) => [shared(name), say(row)]));

/** The commonest look-up, in one step. */
const truthOfSlot =
  (slot: number, truths: ReadonlyMap<string, Truth>, absent: Truth): Test =>
  (facts) => {
    const value = facts[slot];
    return value === undefined ? MISSING : (truths.get(value as string) ?? absent);
  };

/** The same by two facts. */
const truthOfSlots =
  (a: number, b: number, truths: ReadonlyMap<string, ReadonlyMap<string, Truth>>, absent: Truth): Test =>
  (facts) => {
    const first = facts[a];
    const second = facts[b];
    if (first === undefined || second === undefined) return MISSING;
    return truths.get(first as string)?.get(second as string) ?? absent;
  };

/** A test from answers that are truths themselves. */
function truthTest(
  lookup: Lookup,
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => Truth,
  absent: Truth,
): Test {
  const [slot, second] = lookup.key.map((part) => part.slot);
  if (lookup.key.length === 1 && slot !== undefined) return truthOfSlot(slot, saidOf(rows, say), absent);
  if (slot !== undefined && second !== undefined) {
    return truthOfSlots(slot, second, nestedOf(rows, say), absent);
  }
  const answers = makeAnswers(lookup, rows, say);
  return (facts, item) => {
    const truth = answers(facts, item);
    return truth === undefined ? MISSING : truth === null ? absent : truth;
  };
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
  const answers = makeAnswers(lookup, lookup.table.always, (row) => {
    const value = row.attributes[attribute];
    return value === undefined ? null : heldValue(value);
  });
  return { type: 'mixed', read: (facts, item) => answers(facts, item) ?? undefined };
}

export const keyText = (key: readonly Expression[], facts: unknown[], item: unknown[]): string =>
  rowKey(key.map((part) => String(part.read(facts, item))));
