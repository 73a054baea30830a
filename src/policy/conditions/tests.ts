/** The closed table of condition operators. Unknown is never yes: a missing fact or unverified data travel upwards. */
import type { Tree } from '../bundle.ts';
import { THE_DAY } from '../facts/frame.ts';
import { compileQuantifier, compileWithin } from './lists.ts';
import { compileHas, compileKnown, compileListed } from './lookups.ts';
import {
  ALWAYS,
  type Expression,
  FAILS,
  HOLDS,
  isOperator,
  MISSING,
  NEVER,
  operandsOf,
  type Scope,
  type Test,
  type Truth,
  treeFault,
} from './scope.ts';
import { compileRight, compileValue } from './values.ts';

type Compile = (operand: Tree, scope: Scope) => Test;

const conditionsOf = (operand: Tree, operator: string, scope: Scope): readonly Test[] => {
  if (!Array.isArray(operand) || operand.length === 0) throw treeFault(`"${operator}" takes a list.`);
  return (operand as readonly Tree[]).map((part) => compileTest(part, scope));
};

/** Fails when one fails; else unknown when one is unknown. */
const compileAll: Compile = (operand, scope) => {
  const parts = conditionsOf(operand, 'all', scope).filter((part) => part !== ALWAYS);
  const [first = ALWAYS, second] = parts;
  if (parts.includes(NEVER)) return NEVER;
  if (second === undefined) return first;
  const rest = parts.length === 2 ? second : bothOf(second, parts.slice(2));
  return both(first, rest);
};

const both =
  (first: Test, second: Test): Test =>
  (facts, item) => {
    const a = first(facts, item);
    if (a === FAILS) return FAILS;
    const b = second(facts, item);
    return b === FAILS || b < a ? b : a;
  };

const bothOf = (first: Test, [second, ...more]: readonly Test[]): Test =>
  second === undefined ? first : both(first, bothOf(second, more));

/** Holds when one holds; else unknown when one is unknown. */
const compileAny: Compile = (operand, scope) => {
  const parts = conditionsOf(operand, 'any', scope).filter((part) => part !== NEVER);
  const [first = NEVER, ...more] = parts;
  return parts.includes(ALWAYS) ? ALWAYS : eitherOf(first, more);
};

const either =
  (first: Test, second: Test): Test =>
  (facts, item) => {
    const a = first(facts, item);
    if (a === HOLDS) return HOLDS;
    const b = second(facts, item);
    return b === HOLDS || b < a ? b : a;
  };

const eitherOf = (first: Test, [second, ...more]: readonly Test[]): Test =>
  second === undefined ? first : either(first, eitherOf(second, more));

const compileNot: Compile = (operand, scope) => {
  if (isOperator(operand) && operand.has !== undefined) return compileHas(operand.has, scope, FAILS, HOLDS);
  if (isOperator(operand) && operand.is !== undefined) return compileIs(operand.is, scope, FAILS, HOLDS);
  const test = compileTest(operand, scope);
  if (test === ALWAYS || test === NEVER) return test === ALWAYS ? NEVER : ALWAYS;
  return (facts, item) => {
    const truth = test(facts, item);
    return truth < 0 ? truth : 1 - truth;
  };
};

function checkTypes(left: Expression, right: Expression, operator: string): void {
  const free = left.type === 'mixed' || right.type === 'mixed';
  if (!free && left.type !== right.type) {
    throw treeFault(`"${operator}" compares a ${left.type} with a ${right.type}.`);
  }
}

function compileIs(operand: Tree, scope: Scope, hit: Truth = HOLDS, miss: Truth = FAILS): Test {
  const [a, b] = operandsOf(operand, 2, 'is');
  const left = compileValue(a ?? null, scope);
  const right = compileRight(b ?? null, scope);
  checkTypes(left, right, 'is');
  const { read, slot, itemSlot } = left;
  if ('constant' in right) {
    const expected = right.constant;
    if (itemSlot !== undefined) {
      return (_, item) => {
        const value = item[itemSlot];
        return value === expected ? hit : value === undefined ? MISSING : miss;
      };
    }
    if (slot !== undefined) {
      return (facts) => {
        const value = facts[slot];
        return value === expected ? hit : value === undefined ? MISSING : miss;
      };
    }
    return (facts, item) => {
      const value = read(facts, item);
      return value === undefined ? MISSING : value === expected ? hit : miss;
    };
  }
  return (facts, item) => {
    const value = read(facts, item);
    const other = right.read(facts, item);
    return value === undefined || other === undefined ? MISSING : value === other ? hit : miss;
  };
}

/** `one-of: [value, list]`, the list literal or looked up. */
const compileOneOf: Compile = (operand, scope) => {
  const [a, b] = operandsOf(operand, 2, 'one-of');
  const { read } = compileValue(a ?? null, scope);
  const right = compileRight(b ?? null, scope);
  if (right.type !== 'list' && right.type !== 'mixed') throw treeFault('"one-of" compares with a list.');
  return (facts, item) => {
    const value = read(facts, item);
    const list = right.read(facts, item);
    if (value === undefined || !Array.isArray(list)) return MISSING;
    return list.includes(value) ? HOLDS : FAILS;
  };
};

/** Every ordering is whether one value reaches another, what it says when it does, and what when it does not. */
interface Ordering {
  readonly swapped: boolean;
  readonly reached: Truth;
  readonly not: Truth;
}

/** Facts against facts without calls in between. */
const bySlots =
  (a: number, b: number, reached: Truth, not: Truth): Test =>
  (facts) => {
    const left = facts[a] as number | undefined;
    const right = facts[b] as number | undefined;
    return left === undefined || right === undefined ? MISSING : left >= right ? reached : not;
  };

/** A fact of an item against one outside it. */
const byItemSlot =
  (a: number, b: number, reached: Truth, not: Truth): Test =>
  (facts, item) => {
    const left = item[a] as number | undefined;
    const right = facts[b] as number | undefined;
    return left === undefined || right === undefined ? MISSING : left >= right ? reached : not;
  };

/** A fact against a constant. */
const bySlot =
  (slot: number, bound: number, reached: Truth, not: Truth): Test =>
  (facts) => {
    const value = facts[slot] as number | undefined;
    return value === undefined ? MISSING : value >= bound ? reached : not;
  };

/** A constant against a fact. */
const byBound =
  (bound: number, slot: number, reached: Truth, not: Truth): Test =>
  (facts) => {
    const value = facts[slot] as number | undefined;
    return value === undefined ? MISSING : bound >= value ? reached : not;
  };

/** An age against whole years: completed years reach a bound exactly when the days apart reach the bound times 10000. */
const byAge =
  (slot: number, years: number, reached: Truth, not: Truth): Test =>
  (facts) => {
    const born = facts[slot] as number | undefined;
    if (born === undefined) return MISSING;
    return (facts[THE_DAY] as number) - born >= years * 10_000 ? reached : not;
  };

function orderTest(left: Expression, right: Expression, reached: Truth, not: Truth): Test {
  const bound = right.constant;
  if (typeof bound === 'number' && left.slot !== undefined) return bySlot(left.slot, bound, reached, not);
  if (typeof bound === 'number' && left.ageSlot !== undefined && Number.isInteger(bound)) {
    return byAge(left.ageSlot, bound, reached, not);
  }
  if (right.slot !== undefined) {
    if (typeof left.constant === 'number') return byBound(left.constant, right.slot, reached, not);
    if (left.slot !== undefined) return bySlots(left.slot, right.slot, reached, not);
    if (left.itemSlot !== undefined) return byItemSlot(left.itemSlot, right.slot, reached, not);
  }
  return (facts, item) => {
    const value = left.read(facts, item) as number | undefined;
    const other = right.read(facts, item) as number | undefined;
    return value === undefined || other === undefined ? MISSING : value >= other ? reached : not;
  };
}

/** An ordering of numbers, days or instants. */
const ordering =
  (operator: string, { swapped, reached, not }: Ordering): Compile =>
  (operand, scope) => {
    const [a, b] = operandsOf(operand, 2, operator);
    const left = compileValue(a ?? null, scope);
    const right = compileValue(b ?? null, scope);
    checkTypes(left, right, operator);
    return swapped ? orderTest(right, left, reached, not) : orderTest(left, right, reached, not);
  };

const compileGiven: Compile = (operand, scope) => {
  const { read, type, slot } = compileValue(operand, scope);
  if (slot !== undefined && type !== 'list') return (facts) => (facts[slot] === undefined ? FAILS : HOLDS);
  if (type === 'list') {
    return (facts, item) => ((read(facts, item) as unknown[] | undefined)?.length ? HOLDS : FAILS);
  }
  return (facts, item) => (read(facts, item) === undefined ? FAILS : HOLDS);
};

/** Whether a parameter has a value yet on the day that governs. */
const compileStarted: Compile = (operand, scope) => {
  const id = String(operand);
  if (!scope.hasParameter(id)) throw treeFault(`There is no parameter "${id}".`);
  scope.reads.started.add(id);
  return scope.parameter(id) === undefined ? NEVER : ALWAYS;
};

const TESTS: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['all', compileAll],
  ['any', compileAny],
  ['not', compileNot],
  ['is', (operand, scope) => compileIs(operand, scope)],
  ['one-of', compileOneOf],
  ['at-least', ordering('at-least', { swapped: false, reached: HOLDS, not: FAILS })],
  ['at-most', ordering('at-most', { swapped: true, reached: HOLDS, not: FAILS })],
  ['more-than', ordering('more-than', { swapped: true, reached: FAILS, not: HOLDS })],
  ['less-than', ordering('less-than', { swapped: false, reached: FAILS, not: HOLDS })],
  ['given', compileGiven],
  ['some', (operand, scope) => compileQuantifier('some', operand, scope)],
  ['every', (operand, scope) => compileQuantifier('every', operand, scope)],
  ['started', compileStarted],
  ['listed', compileListed],
  ['known', compileKnown],
  ['within', compileWithin],
  ['has', (operand, scope) => compileHas(operand, scope)],
]);

export const TEST_OPERATORS: readonly string[] = [...TESTS.keys()];

/** A bare text is a flag that must be true. */
function compileFlag(path: string, scope: Scope): Test {
  const { read, type, slot } = compileValue(path, scope);
  if (type !== 'flag' && type !== 'object' && type !== 'mixed') {
    throw treeFault(`"${path}" is a ${type}, not a flag: compare it, or ask { given: ${path} }.`);
  }
  const absent = type === 'object' ? FAILS : MISSING;
  if (slot !== undefined) {
    return (facts) => (facts[slot] === true ? HOLDS : facts[slot] === undefined ? absent : FAILS);
  }
  return (facts, item) => {
    const value = read(facts, item);
    return value === true ? HOLDS : value === undefined ? absent : FAILS;
  };
}

/** Compiles a condition once; evaluation is calls of closures, nothing is parsed or generated later. */
export function compileTest(tree: Tree, scope: Scope): Test {
  if (tree === true) return ALWAYS;
  if (typeof tree === 'string') return compileFlag(tree, scope);
  if (!isOperator(tree)) throw treeFault('A condition is a flag or { operator: … }.');
  const [operator, ...more] = Object.keys(tree);
  const compile = operator === undefined ? undefined : TESTS.get(operator);
  if (operator === undefined || !compile || more.length > 0) {
    throw treeFault(`There is no condition operator "${operator}"; known: ${TEST_OPERATORS.join(', ')}.`);
  }
  return compile(tree[operator] ?? null, scope);
}
