/** What is made of lists: texts for outputs, counts, lines of a record, and whether one list lies within another. */
import type { Tree } from '../bundle.ts';
import { dayText } from '../day-number.ts';
import type { Frame } from '../facts/frame.ts';
import {
  type Expression,
  FAILS,
  HOLDS,
  isOperator,
  MISSING,
  operandsOf,
  type Scope,
  type Test,
  treeFault,
} from './scope.ts';

const valuesOf = (operand: Tree, operator: string, scope: Scope): readonly Expression[] => {
  if (!Array.isArray(operand) || operand.length === 0)
    throw treeFault(`"${operator}" takes a list of values.`);
  return (operand as readonly Tree[]).map((part) => scope.compile.value(part, scope));
};

const textOf = ({ type }: Expression, value: unknown): string =>
  type === 'day' && typeof value === 'number' ? dayText(value) : String(value);

/** `list: [values]`: those that are given; what is missing is left out. */
export function compileList(operand: Tree, scope: Scope): Expression {
  const parts = valuesOf(operand, 'list', scope);
  return {
    type: 'list',
    read: (facts, item) => parts.map((part) => part.read(facts, item)).filter((value) => value !== undefined),
  };
}

function phraseOf(parts: readonly Expression[], glue: string, facts: Frame, item: Frame): string | undefined {
  const said: string[] = [];
  for (const part of parts) {
    const value = part.read(facts, item);
    if (value === undefined) return undefined;
    said.push(textOf(part, value));
  }
  return said.join(glue);
}

/** `phrase: [values]`: one text, the values written one after the other; nothing when one is missing. */
export function compilePhrase(operand: Tree, scope: Scope): Expression {
  const parts = valuesOf(operand, 'phrase', scope);
  return { type: 'text', read: (facts, item) => phraseOf(parts, '', facts, item) };
}

/** The items of a list fact; none when it is missing. */
function itemsOf(list: Tree, operator: string, scope: Scope): (facts: Frame) => readonly Frame[] {
  const items = scope.compile.value(list, scope);
  if (items.type !== 'list' || items.slot === undefined) throw treeFault(`"${operator}" takes a list fact.`);
  return (facts) => (items.read(facts, []) ?? []) as readonly Frame[];
}

/** `distinct: [list, value]`: how many different values the items give. */
export function compileDistinct(operand: Tree, scope: Scope): Expression {
  const [list, value] = operandsOf(operand, 2, 'distinct');
  const items = itemsOf(list ?? null, 'distinct', scope);
  const { read } = scope.compile.value(value ?? null, scope);
  return { type: 'number', read: (facts) => new Set(items(facts).map((item) => read(facts, item))).size };
}

/**
 * `lines: { list, where, newest, show, limit }`: the items that meet a condition, newest first, at most so many, each written
 * as one line of the values shown.
 */
export function compileLines(operand: Tree, scope: Scope): Expression {
  if (!isOperator(operand) || !Array.isArray(operand.show)) {
    throw treeFault('"lines" takes { list, where, newest, show, limit }.');
  }
  const items = itemsOf(operand.list ?? null, 'lines', scope);
  const test = scope.compile.test(operand.where ?? true, scope);
  const newest = scope.compile.value(operand.newest ?? null, scope);
  const limit = scope.compile.value(operand.limit ?? null, scope);
  const shown = valuesOf(operand.show, 'lines', scope);
  return {
    type: 'list',
    read: (facts) => {
      const age = (item: Frame) => (newest.read(facts, item) as number | undefined) ?? 0;
      const found = items(facts).filter((item) => test(facts, item) === HOLDS);
      const latest = [...found].sort((a, b) => age(b) - age(a)).slice(0, Number(limit.read(facts, [])));
      return latest.map((item) => phraseOf(shown, ' ', facts, item) ?? '');
    },
  };
}

/** The plain values of a list fact, or the list that a value gives. */
function plainList(list: Tree, scope: Scope): (facts: Frame) => readonly unknown[] | undefined {
  const { read } = scope.compile.value(list, scope);
  const slot = typeof list === 'string' ? scope.facts.byPath.get(`${list}.[]`)?.slot : undefined;
  if (slot !== undefined) {
    return (facts) => (read(facts, []) as readonly Frame[] | undefined)?.map((item) => item[slot]);
  }
  return (facts) => {
    const value = read(facts, []);
    return Array.isArray(value) ? value : undefined;
  };
}

/** `within: [list, list]`: every value of the first stands in the second. */
export function compileWithin(operand: Tree, scope: Scope): Test {
  const [some, all] = operandsOf(operand, 2, 'within').map((list) => plainList(list, scope));
  return (facts) => {
    const asked = some?.(facts);
    const allowed = all?.(facts);
    if (asked === undefined || allowed === undefined) return MISSING;
    return asked.every((value) => allowed.includes(value)) ? HOLDS : FAILS;
  };
}

/** `some` and `every` over the items of a list: `[list, condition]`. */
export function compileQuantifier(operator: 'some' | 'every', operand: Tree, scope: Scope): Test {
  const [list, condition] = operandsOf(operand, 2, operator);
  const items = scope.compile.value(list ?? null, scope);
  if (items.type !== 'list') throw treeFault(`"${operator}" takes a list fact first.`);
  const test = scope.compile.test(condition ?? null, scope);
  const decisive = operator === 'some' ? HOLDS : FAILS;
  return (facts, item) => {
    const held = items.read(facts, item) as readonly Frame[] | undefined;
    if (held === undefined) return MISSING;
    let result: number = 1 - decisive;
    for (const each of held) {
      const truth = test(facts, each);
      if (truth === decisive) return decisive;
      if (truth < 0) result = truth;
    }
    return result;
  };
}
