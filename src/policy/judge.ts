/** One walk over the clauses of an era: which fail, and whether something needed is unknown. */

import type { CompiledClause, CompiledGroup, Era } from './era.ts';
import type { FactTable, Field } from './facts/fields.ts';
import { type Frame, NO_ITEM } from './facts/frame.ts';

/** Failing clauses as bits, or this when a needed fact is missing or the data are in doubt. */
export const UNKNOWN = -1;

function countBits(mask: number): number {
  let rest = mask;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}

/** The bits of the clauses that fail; UNKNOWN when one cannot be told. */
export function judgeClauses(clauses: readonly CompiledClause[], facts: Frame, item: Frame): number {
  let mask = 0;
  let unknown = false;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as CompiledClause;
    const truth = clause.test(facts, item);
    if (truth === 0) mask |= clause.bit;
    else if (truth < 0) unknown = true;
  }
  return unknown ? UNKNOWN : mask;
}

export interface BestItem {
  readonly index: number;
  /** The failing bits of the item that fails least; UNKNOWN when that cannot be told; 0 for an empty list. */
  readonly mask: number;
}

/** The item that fails least, the first among equals; one without fault settles it even if others are unclear. */
export function judgeGroup(group: CompiledGroup, facts: Frame): BestItem {
  const applies = group.when === null ? 1 : group.when(facts, NO_ITEM);
  const items = facts[group.slot] as readonly Frame[];
  if (applies === 0 || items.length === 0) return { index: -1, mask: 0 };
  let best = -1;
  let index = -1;
  let unknown = applies < 0;
  for (let at = 0; at < items.length; at++) {
    const mask = judgeClauses(group.clauses, facts, items[at] as Frame);
    if (mask === 0 && applies === 1) return { index: at, mask: 0 };
    if (mask === UNKNOWN) unknown = true;
    else if (best < 0 || countBits(mask) < countBits(best)) [best, index] = [mask, at];
  }
  return { index, mask: unknown ? UNKNOWN : best };
}

/** Facts that are always to be given and are not. An absent object stands for its own facts. */
export function missingRequired(table: FactTable, facts: Frame): readonly Field[] {
  const slots = table.requiredSlots;
  for (let index = 0; index < slots.length; index++) {
    if (facts[slots[index] as number] === undefined) return collectRequired(table, facts);
  }
  return NO_FIELDS;
}

const NO_FIELDS: readonly Field[] = [];

const collectRequired = (table: FactTable, facts: Frame): readonly Field[] =>
  table.required.filter((field) => facts[field.slot] === undefined && field.type !== 'object');

/** Judges everything; clauses that stand alone come first and settle it by themselves. */
export function judge(era: Era, table: FactTable, facts: Frame): number {
  const alone = era.alone.length === 0 ? 0 : judgeClauses(era.alone, facts, NO_ITEM);
  if (alone !== 0) return alone;
  if (missingRequired(table, facts).length > 0) return UNKNOWN;
  let mask = judgeClauses(era.clauses, facts, NO_ITEM);
  for (let index = 0; index < era.groups.length; index++) {
    const best = judgeGroup(era.groups[index] as CompiledGroup, facts).mask;
    mask = mask === UNKNOWN || best === UNKNOWN ? UNKNOWN : mask | best;
  }
  return mask;
}
