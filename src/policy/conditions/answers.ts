/**
 * What an era says about the rows of a table, worked out beforehand. The texts that the law names are numbered when facts are
 * read, so that asking about one is mostly one step into a list; what has no number is looked up by its text.
 */
import type { TableRow } from '../bundle.ts';
import { codeOf, type Field } from '../facts/fields.ts';
import { type Frame, shared } from '../facts/frame.ts';
import type { Expression } from './scope.ts';

/** What is said when the table has no row for the key, and when a fact of the key is missing. */
export interface Otherwise<T> {
  readonly absent: T;
  readonly missing: T;
}

export type Answers<T> = (facts: Frame, item: Frame) => T;

/** The answers of a table to a key of one or two values. */
export function makeAnswers<T>(
  [first, second]: readonly Expression[],
  rows: ReadonlyMap<string, TableRow>,
  say: (row: TableRow) => T,
  otherwise: Otherwise<T>,
): Answers<T> {
  if (!first) return () => otherwise.missing;
  if (second) return answersToTwo(first, second, nestedOf(rows, say), otherwise);
  const said = new Map([...rows].map(([name, row]) => [shared(name), say(row)]));
  const byText = answersToOne(first, said, otherwise);
  const { coded } = first;
  if (!coded) return byText;
  const list = listedByCode(coded, said, otherwise.absent);
  return first.slot === undefined
    ? byItemCode(coded.codeSlot, list, otherwise.absent, byText)
    : byFactCode(coded.codeSlot, list, otherwise.absent, byText);
}

/** Answers in the order of the numbers of their texts. */
function listedByCode<T>(field: Field, said: ReadonlyMap<string, T>, absent: T): readonly T[] {
  const list: T[] = [absent];
  for (const [name, answer] of said) {
    const code = codeOf(field, name);
    if (code === 0) continue;
    while (list.length <= code) list.push(absent);
    list[code] = answer;
  }
  return list;
}

const byFactCode =
  <T>(codeSlot: number, list: readonly T[], absent: T, byText: Answers<T>): Answers<T> =>
  (facts, item) => {
    const code = facts[codeSlot] as number | undefined;
    if (code === undefined || code === 0) return byText(facts, item);
    return code < list.length ? (list[code] as T) : absent;
  };

const byItemCode =
  <T>(codeSlot: number, list: readonly T[], absent: T, byText: Answers<T>): Answers<T> =>
  (facts, item) => {
    const code = item[codeSlot] as number | undefined;
    if (code === undefined || code === 0) return byText(facts, item);
    return code < list.length ? (list[code] as T) : absent;
  };

const answersToOne =
  <T>(only: Expression, said: ReadonlyMap<string, T>, { absent, missing }: Otherwise<T>): Answers<T> =>
  (facts, item) => {
    const value = only.read(facts, item);
    if (value === undefined) return missing;
    return said.has(value as string) ? (said.get(value as string) as T) : absent;
  };

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

function answersToTwo<T>(
  first: Expression,
  second: Expression,
  nested: ReadonlyMap<string, ReadonlyMap<string, T>>,
  otherwise: Otherwise<T>,
): Answers<T> {
  const byText: Answers<T> = (facts, item) => {
    const a = first.read(facts, item);
    const b = second.read(facts, item);
    if (a === undefined || b === undefined) return otherwise.missing;
    const inner = nested.get(a as string);
    return inner?.has(b as string) ? (inner.get(b as string) as T) : otherwise.absent;
  };
  const { coded: one, slot } = first;
  const { coded: two, slot: another } = second;
  if (!one || !two || slot === undefined || another === undefined) return byText;
  const none: readonly T[] = [];
  const lists: (readonly T[])[] = [none];
  for (const [name, inner] of nested) {
    const code = codeOf(one, name);
    if (code === 0) continue;
    while (lists.length <= code) lists.push(none);
    lists[code] = listedByCode(two, inner, otherwise.absent);
  }
  return byTwoCodes(one.codeSlot, two.codeSlot, lists, otherwise.absent, byText);
}

const byTwoCodes =
  <T>(a: number, b: number, lists: readonly (readonly T[])[], absent: T, byText: Answers<T>): Answers<T> =>
  (facts, item) => {
    const row = facts[a] as number | undefined;
    const column = facts[b] as number | undefined;
    if (row === undefined || row === 0 || column === undefined || column === 0) return byText(facts, item);
    if (row >= lists.length) return absent;
    const list = lists[row] as readonly T[];
    return column < list.length ? (list[column] as T) : absent;
  };
