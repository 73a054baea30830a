/**
 * A peer: the same clauses of the lane, read from the same trees, by walking the tree anew for every person, as engines that
 * interpret their rules do. It tells only which clauses fail; it checks no facts and explains nothing.
 */
import type { Clause, Json, Law } from '../../src/policy/index.ts';

type Facts = { readonly [key: string]: unknown };
type Tree = Json | undefined;

interface Walk {
  readonly law: Law;
  readonly day: string;
  readonly facts: Facts;
  readonly item: Facts;
}

const inForce = ({ from, until }: { from?: string; until?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);

function factOf(path: string, { facts, item, day }: Walk): unknown {
  if (path === 'the-day') return day;
  const inItem = path.includes('.[].');
  const steps = (inItem ? path.slice(path.indexOf('.[].') + 4) : path).split('.');
  return steps.reduce<unknown>(
    (value, step) => (value as Facts | null | undefined)?.[step],
    inItem ? item : facts,
  );
}

const parameterOf = (id: string, { law, day }: Walk): Json | undefined =>
  law.content.parameters[id]?.values.findLast((value) => inForce(value, day))?.value;

function rowOf(operand: { readonly [key: string]: Json }, walk: Walk) {
  const keys = (Array.isArray(operand.key) ? operand.key : [operand.key]).map((key) => worth(key, walk));
  return law(walk).tables[String(operand.table)]?.rows.find(
    (row) => row.key.length === keys.length && row.key.every((part, index) => part === keys[index]),
  );
}

const law = (walk: Walk) => walk.law.content;

const years = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

function worth(tree: Tree, walk: Walk): unknown {
  if (typeof tree === 'string') return factOf(tree, walk);
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  const [[operator, operand] = ['', null]] = Object.entries(tree);
  if (operator === 'fact') return factOf(String(operand), walk);
  if (operator === 'parameter') return parameterOf(String(operand), walk);
  if (operator === 'last-valid-day') return worth(operand, walk);
  if (operator === 'age') return years(String(worth(operand, walk)), walk.day);
  if (operator === 'lookup') {
    const asked = operand as { readonly [key: string]: Json };
    return rowOf(asked, walk)?.attributes[String(asked.attribute)];
  }
  throw new Error(`The interpreting peer does not know the value "${operator}".`);
}

function holds(tree: Tree, walk: Walk): boolean {
  if (tree === true) return true;
  if (typeof tree === 'string')
    return factOf(tree, walk) !== undefined && factOf(tree, walk) !== null && factOf(tree, walk) !== false;
  const [[operator, operand] = ['', null]] = Object.entries(tree as { readonly [key: string]: Json });
  const list = Array.isArray(operand) ? (operand as readonly Json[]) : [];
  const asked = operand as { readonly [key: string]: Json };
  switch (operator) {
    case 'all':
      return list.every((part) => holds(part, walk));
    case 'any':
      return list.some((part) => holds(part, walk));
    case 'not':
      return !holds(operand, walk);
    case 'is':
      return (
        (worth(list[0], walk) ?? 'FULL') === (typeof list[1] === 'string' ? list[1] : worth(list[1], walk))
      );
    case 'at-least':
      return (worth(list[0], walk) as number) >= (worth(list[1], walk) as number);
    case 'more-than':
      return (worth(list[0], walk) as number) > (worth(list[1], walk) as number);
    case 'less-than':
      return (worth(list[0], walk) as number) < (worth(list[1], walk) as number);
    case 'one-of':
      return (
        (worth(list[1], walk) as readonly unknown[] | undefined)?.includes(worth(list[0], walk)) === true
      );
    case 'given': {
      const value = worth(operand, walk);
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
    }
    case 'started':
      return parameterOf(String(operand), walk) !== undefined;
    case 'listed': {
      const row = rowOf(asked, walk);
      return row !== undefined && inForce(row, walk.day);
    }
    case 'has':
      return rowOf(asked, walk)?.attributes[String(asked.attribute)] !== undefined;
    default:
      throw new Error(`The interpreting peer does not know the condition "${operator}".`);
  }
}

const fails = ({ when, require }: Clause, walk: Walk): boolean =>
  (when === undefined || holds(when, walk)) && !holds(require, walk);

/** The reasons of the clauses that fail, sorted. */
export function interpret(law: Law, facts: Facts): readonly string[] {
  const day = String(facts.at).slice(0, 10);
  const walk = { law, day, facts, item: {} };
  const [part] = law.describe('lane')?.parts ?? [];
  const standing = part?.clauses.filter((clause) => inForce(clause, day)) ?? [];
  const failing = standing.filter((clause) => fails(clause, walk));
  for (const group of part?.each ?? []) {
    if (group.when !== undefined && !holds(group.when, walk)) continue;
    const items = (facts[group.list] ?? []) as readonly Facts[];
    const failed = items.map((item) => group.clauses.filter((clause) => fails(clause, { ...walk, item })));
    failing.push(...(failed.sort((a, b) => a.length - b.length)[0] ?? []));
  }
  const reasons = failing.map(({ reason }) => reason);
  return reasons.length === 0 ? ['OK'] : [...new Set(reasons)].sort();
}
