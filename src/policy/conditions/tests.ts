/** The closed table of condition operators. Unknown is never yes: a missing fact or unverified data travel upwards. */
import type { Tree } from '../bundle.ts';
import { THE_DAY } from '../facts/frame.ts';
import { compileHas, compileKnown, compileListed } from './lookups.ts';
import {
  type Expression,
  FAILS,
  HOLDS,
  isOperator,
  MISSING,
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
  const parts = conditionsOf(operand, 'all', scope);
  const [first, second] = parts;
  if (first && second && parts.length === 2) {
    return (facts, item) => {
      const a = first(facts, item);
      if (a === FAILS) return FAILS;
      const b = second(facts, item);
      return b === FAILS || b < a ? b : a;
    };
  }
  return (facts, item) => {
    let worst = HOLDS;
    for (let index = 0; index < parts.length; index++) {
      const truth = (parts[index] as Test)(facts, item);
      if (truth === FAILS) return FAILS;
      if (truth < worst) worst = truth;
    }
    return worst;
  };
};

/** Holds when one holds; else unknown when one is unknown. */
const compileAny: Compile = (operand, scope) => {
  const parts = conditionsOf(operand, 'any', scope);
  return (facts, item) => {
    let worst = FAILS;
    for (let index = 0; index < parts.length; index++) {
      const truth = (parts[index] as Test)(facts, item);
      if (truth === HOLDS) return HOLDS;
      if (truth < worst) worst = truth;
    }
    return worst;
  };
};

const compileNot: Compile = (operand, scope) => {
  if (isOperator(operand) && operand.has !== undefined) return compileHas(operand.has, scope, FAILS, HOLDS);
  if (isOperator(operand) && operand.is !== undefined) return compileIs(operand.is, scope, FAILS, HOLDS);
  const test = compileTest(operand, scope);
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
  const { read, slot } = left;
  if ('constant' in right) {
    const expected = right.constant;
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

type Holds = (a: number, b: number) => boolean;

/** Facts against facts without calls in between. */
const bySlots =
  (a: number, b: number, holds: Holds): Test =>
  (facts) => {
    const left = facts[a] as number | undefined;
    const right = facts[b] as number | undefined;
    return left === undefined || right === undefined ? MISSING : holds(left, right) ? HOLDS : FAILS;
  };

/** A fact against a constant. */
const bySlot =
  (slot: number, bound: number, holds: Holds): Test =>
  (facts) => {
    const value = facts[slot] as number | undefined;
    return value === undefined ? MISSING : holds(value, bound) ? HOLDS : FAILS;
  };

/** An age against whole years: completed years reach a bound exactly when the days apart reach the bound times 10000. */
const byAge =
  (slot: number, years: number, reached: Truth, not: Truth): Test =>
  (facts) => {
    const born = facts[slot] as number | undefined;
    if (born === undefined) return MISSING;
    return (facts[THE_DAY] as number) - born >= years * 10_000 ? reached : not;
  };

function orderTest(operator: string, left: Expression, right: Expression, holds: Holds): Test {
  const bound = right.constant;
  if (typeof bound === 'number' && left.slot !== undefined) return bySlot(left.slot, bound, holds);
  if (typeof bound === 'number' && left.ageSlot !== undefined && Number.isInteger(bound)) {
    if (operator === 'at-least') return byAge(left.ageSlot, bound, HOLDS, FAILS);
    if (operator === 'less-than') return byAge(left.ageSlot, bound, FAILS, HOLDS);
  }
  if (left.slot !== undefined && right.slot !== undefined) return bySlots(left.slot, right.slot, holds);
  return (facts, item) => {
    const value = left.read(facts, item) as number | undefined;
    const other = right.read(facts, item) as number | undefined;
    return value === undefined || other === undefined ? MISSING : holds(value, other) ? HOLDS : FAILS;
  };
}

/** An ordering of numbers, days or instants. */
const ordering =
  (operator: string, holds: Holds): Compile =>
  (operand, scope) => {
    const [a, b] = operandsOf(operand, 2, operator);
    const left = compileValue(a ?? null, scope);
    const right = compileValue(b ?? null, scope);
    checkTypes(left, right, operator);
    return orderTest(operator, left, right, holds);
  };

const compileGiven: Compile = (operand, scope) => {
  const { read, type } = compileValue(operand, scope);
  if (type === 'list') return (facts, item) => ((read(facts, item) as unknown[]).length > 0 ? HOLDS : FAILS);
  return (facts, item) => (read(facts, item) === undefined ? FAILS : HOLDS);
};

/** `some` and `every` over the items of a list: `[list, condition]`. */
const quantifier =
  (operator: 'some' | 'every'): Compile =>
  (operand, scope) => {
    const [list, condition] = operandsOf(operand, 2, operator);
    const items = compileValue(list ?? null, scope);
    if (items.type !== 'list') throw treeFault(`"${operator}" takes a list fact first.`);
    const test = compileTest(condition ?? null, scope);
    const decisive = operator === 'some' ? HOLDS : FAILS;
    return (facts, item) => {
      let result: number = 1 - decisive;
      for (const each of items.read(facts, item) as unknown[][]) {
        const truth = test(facts, each);
        if (truth === decisive) return decisive;
        if (truth < 0) result = truth;
      }
      return result;
    };
  };

/** Whether a parameter has a value yet on the day that governs. */
const compileStarted: Compile = (operand, scope) => {
  const id = String(operand);
  if (!scope.hasParameter(id)) throw treeFault(`There is no parameter "${id}".`);
  scope.reads.started.add(id);
  const truth = scope.parameter(id) === undefined ? FAILS : HOLDS;
  return () => truth;
};

const TESTS: ReadonlyMap<string, Compile> = new Map<string, Compile>([
  ['all', compileAll],
  ['any', compileAny],
  ['not', compileNot],
  ['is', (operand, scope) => compileIs(operand, scope)],
  ['one-of', compileOneOf],
  ['at-least', ordering('at-least', (a, b) => a >= b)],
  ['at-most', ordering('at-most', (a, b) => a <= b)],
  ['more-than', ordering('more-than', (a, b) => a > b)],
  ['less-than', ordering('less-than', (a, b) => a < b)],
  ['given', compileGiven],
  ['some', quantifier('some')],
  ['every', quantifier('every')],
  ['started', compileStarted],
  ['listed', compileListed],
  ['known', compileKnown],
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
  if (tree === true) return () => HOLDS;
  if (typeof tree === 'string') return compileFlag(tree, scope);
  if (!isOperator(tree)) throw treeFault('A condition is a flag or { operator: … }.');
  const [operator, ...more] = Object.keys(tree);
  const compile = operator === undefined ? undefined : TESTS.get(operator);
  if (operator === undefined || !compile || more.length > 0) {
    throw treeFault(`There is no condition operator "${operator}"; known: ${TEST_OPERATORS.join(', ')}.`);
  }
  return compile(tree[operator] ?? null, scope);
}
