/** The closed table of value operators: what a condition compares. */

import type { Json, Tree } from '../bundle.ts';
import { addDaysTo, addMonthsTo, dayNumber, shanghaiDayNumber, startOfDayMs } from '../day-number.ts';
import { shared, THE_DAY, THE_INSTANT } from '../facts/frame.ts';
import { makeAgeReader, makeAttainedReader } from './ages.ts';
import { compileDistinct, compileLines, compileList, compilePhrase } from './lists.ts';
import { compileFirstDayOf, compileKeyOf, compileListedCount, compileLookup } from './lookups.ts';
import {
  type Expression,
  type ExpressionType,
  isOperator,
  operandsOf,
  type Scope,
  treeFault,
} from './scope.ts';
import { compileCoversUntil, compileFilingDay, compileWorkingDays } from './working-days.ts';

type Compile = (operand: Tree, scope: Scope) => Expression;

const textOf = (tree: Tree, what: string): string => {
  if (typeof tree === 'string') return tree;
  throw treeFault(`${what} must be named by a text.`);
};

/** A fact by its path; `the-day` is the day that governs, `the-instant` its instant. */
function compileFact(operand: Tree, scope: Scope): Expression {
  const path = textOf(operand, 'A fact');
  if (path === 'the-day') return { type: 'day', slot: THE_DAY, read: (facts) => facts[THE_DAY] };
  if (path === 'the-instant')
    return { type: 'instant', slot: THE_INSTANT, read: (facts) => facts[THE_INSTANT] };
  const field = scope.facts.byPath.get(path);
  if (!field) throw treeFault(`There is no fact "${path}".`);
  scope.reads.facts.add(path);
  const { slot, type } = field;
  const coded = field.codeSlot < 0 ? {} : { coded: field };
  if (field.listPath) return { type, itemSlot: slot, ...coded, read: (_, item) => item[slot] };
  return { type, slot, ...coded, read: (facts) => facts[slot] };
}

/** A literal: a text that is a day is a day. */
export function constantOf(value: Json): Expression {
  const day = typeof value === 'string' ? dayNumber(value) : -1;
  const held = day > 0 ? day : typeof value === 'string' ? shared(value) : value;
  const types: Record<string, ExpressionType> = { boolean: 'flag', number: 'number', string: 'text' };
  const type = day > 0 ? 'day' : (types[typeof held] ?? 'list');
  return { type, read: () => held, constant: held };
}

function compileParameter(operand: Tree, scope: Scope): Expression {
  const id = textOf(operand, 'A parameter');
  if (!scope.hasParameter(id)) throw treeFault(`There is no parameter "${id}".`);
  scope.reads.parameters.add(id);
  const inForce = scope.parameter(id);
  return inForce ? constantOf(inForce.value) : { type: 'mixed', read: () => undefined };
}

/** Applies a function to values, undefined when one is missing. */
function applied(
  operands: readonly Expression[],
  type: ExpressionType,
  apply: (a: number, b: number) => number,
): Expression {
  const [first, second] = operands;
  const readFirst = first?.read ?? (() => undefined);
  const readSecond = second?.read ?? (() => 0);
  return {
    type,
    read: (facts, item) => {
      const a = readFirst(facts, item);
      const b = readSecond(facts, item);
      return a === undefined || b === undefined ? undefined : apply(a as number, b as number);
    },
  };
}

const binary =
  (operator: string, type: ExpressionType, apply: (a: number, b: number) => number): Compile =>
  (operand, scope) => {
    const parts = operandsOf(operand, 2, operator).map((part) => compileValue(part, scope));
    return applied(parts, type, apply);
  };

const unary =
  (type: ExpressionType, apply: (a: number) => number): Compile =>
  (operand, scope) =>
    applied([compileValue(operand, scope)], type, apply);

/** How many items of a list meet a condition. */
const compileCount: Compile = (operand, scope) => {
  const [list, condition] = operandsOf(operand, 2, 'count');
  const items = compileFact(list ?? null, scope);
  const test = scope.compile.test(condition ?? true, scope);
  return {
    type: 'number',
    read: (facts) => {
      const held = items.read(facts, []) as unknown[][] | undefined;
      if (held === undefined) return undefined;
      let count = 0;
      for (const item of held) {
        const truth = test(facts, item);
        if (truth < 0) return undefined;
        count += truth;
      }
      return count;
    },
  };
};

/** The first of several values that is given. */
const compileFirst: Compile = (operand, scope) => {
  if (!Array.isArray(operand) || operand.length < 2) throw treeFault('"first" takes a list of values.');
  const parts = (operand as readonly Tree[]).map((part) => compileValue(part, scope));
  return {
    type: parts[0]?.type ?? 'mixed',
    read: (facts, item) => {
      for (const part of parts) {
        const value = part.read(facts, item);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
};

/** The first item of a list that a table states. */
const compileFirstItem: Compile = (operand, scope) => {
  const { read } = compileValue(operand, scope);
  return {
    type: 'mixed',
    read: (facts, item) => {
      const list = read(facts, item);
      return Array.isArray(list) ? list[0] : undefined;
    },
  };
};

/** The key of the first row in force of a table. */
const compileFirstListed: Compile = (operand, scope) => {
  const [row] = scope.table(textOf(operand, 'A table')).rows.values();
  return { type: 'mixed', read: () => row?.key[0] };
};

/** The part of an area before its city: `Sichuan` of `Sichuan/Chengdu`. */
const compileProvince: Compile = (operand, scope) => {
  const { read } = compileValue(operand, scope);
  return {
    type: 'text',
    read: (facts, item) => {
      const area = read(facts, item) as string | undefined;
      return area === undefined ? undefined : (area.split('/')[0] ?? area);
    },
  };
};

/** `choose: [condition, then, otherwise]`. */
const compileChoose: Compile = (operand, scope) => {
  const [condition, then, otherwise] = operandsOf(operand, 3, 'choose');
  const test = scope.compile.test(condition ?? true, scope);
  const yes = compileValue(then ?? null, scope);
  const no = compileValue(otherwise ?? null, scope);
  return {
    type: yes.type === no.type ? yes.type : 'mixed',
    read: (facts, item) => {
      const truth = test(facts, item);
      if (truth < 0) return undefined;
      return truth === 1 ? yes.read(facts, item) : no.read(facts, item);
    },
  };
};

/** `attained: [birth, years]`: the day on which the age is attained. */
const compileAttained: Compile = (operand, scope) => {
  const [birth, years] = operandsOf(operand, 2, 'attained').map((part) => compileValue(part, scope));
  if (!birth || !years) throw treeFault('"attained" takes a birth date and a number of years.');
  return makeAttainedReader(birth, years, scope);
};

const MS_PER_HOUR = 3_600_000;
const lastDayValid = (scope: Scope) =>
  scope.parameter('document-valid-through-last-day')?.value === false ? -1 : 0;

const VALUES: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['fact', compileFact],
  ['parameter', compileParameter],
  ['literal', (operand) => constantOf(operand)],
  ['age', (operand, scope) => makeAgeReader(compileValue(operand, scope), scope)],
  ['attained', (operand, scope) => compileAttained(operand, scope)],
  ['day-of', unary('day', shanghaiDayNumber)],
  ['start-of', unary('instant', startOfDayMs)],
  ['month-of', unary('number', (day) => Math.floor(day / 100))],
  ['year-of', unary('number', (day) => Math.floor(day / 10_000))],
  ['first-of-next-month', unary('day', (day) => addMonthsTo(day - (day % 100) + 1, 1))],
  [
    'last-valid-day',
    (operand, scope) => {
      const shift = lastDayValid(scope);
      if (shift === 0) return compileValue(operand, scope);
      return unary('day', (day) => addDaysTo(day, shift))(operand, scope);
    },
  ],
  ['add-days', binary('add-days', 'day', addDaysTo)],
  ['add-months', binary('add-months', 'day', addMonthsTo)],
  ['add-hours', binary('add-hours', 'instant', (ms, hours) => ms + hours * MS_PER_HOUR)],
  ['larger', binary('larger', 'number', Math.max)],
  ['earlier', binary('earlier', 'day', Math.min)],
  ['province-of', compileProvince],
  ['plus', binary('plus', 'number', (a, b) => a + b)],
  ['count', compileCount],
  ['first', compileFirst],
  ['choose', compileChoose],
  ['first-item', compileFirstItem],
  ['first-listed', compileFirstListed],
  ['lookup', (operand, scope) => compileLookup(operand, scope)],
  ['key-of', (operand, scope) => compileKeyOf(operand, scope)],
  ['first-day-of', (operand, scope) => compileFirstDayOf(operand, scope)],
  ['listed-count', (operand, scope) => compileListedCount(operand, scope)],
  ['list', (operand, scope) => compileList(operand, scope)],
  ['phrase', (operand, scope) => compilePhrase(operand, scope)],
  ['distinct', (operand, scope) => compileDistinct(operand, scope)],
  ['lines', (operand, scope) => compileLines(operand, scope)],
  ['working-days', (operand, scope) => compileWorkingDays(operand, scope)],
  ['latest-before', (operand, scope) => compileFilingDay(operand, scope)],
  ['covers-until', (operand, scope) => compileCoversUntil(operand, scope)],
]);

export const VALUE_OPERATORS: readonly string[] = [...VALUES.keys()];

/** Compiles a value; a bare text is a fact's path, other scalars and lists are literals. */
export function compileValue(tree: Tree, scope: Scope): Expression {
  if (typeof tree === 'string') return compileFact(tree, scope);
  if (!isOperator(tree)) return constantOf(tree);
  const [operator, ...more] = Object.keys(tree);
  const compile = operator === undefined ? undefined : VALUES.get(operator);
  if (operator === undefined || !compile || more.length > 0) {
    throw treeFault(`There is no value operator "${operator}"; known: ${VALUE_OPERATORS.join(', ')}.`);
  }
  return compile(tree[operator] ?? null, scope);
}

/** Compiles what stands on the right of a comparison: a bare text is a literal there. */
export const compileRight = (tree: Tree, scope: Scope): Expression =>
  typeof tree === 'string' ? constantOf(tree) : compileValue(tree, scope);
