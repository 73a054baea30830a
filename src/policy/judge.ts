/** One walk over the clauses of an era: which fail, and whether something needed is unknown. */

import { type CompiledClause, type CompiledGroup, type Era, NOT_APPLICABLE } from './era.ts';
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

/** What a trace needs to know of a judgement. */
export interface Marks {
  /** Bits of the clauses that applied and could be told. */
  told: number;
  /** Those of them that failed. */
  failed: number;
  /** Of each list, the item that fails least; -1 for none. */
  readonly items: number[];
}

export const noMarks = (): Marks => ({ told: 0, failed: 0, items: [] });

function mark(marks: Marks, { bit }: CompiledClause, truth: number): void {
  if (truth < 0 || truth === NOT_APPLICABLE) return;
  marks.told |= bit;
  if (truth === 0) marks.failed |= bit;
}

/** The bits of the clauses that fail; UNKNOWN when one cannot be told. */
export function judgeClauses(
  clauses: readonly CompiledClause[],
  facts: Frame,
  item: Frame,
  marks: Marks | null = null,
): number {
  let mask = 0;
  let unknown = false;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as CompiledClause;
    const truth = clause.test(facts, item);
    if (truth === 0) mask |= clause.bit;
    else if (truth < 0) unknown = true;
    if (marks !== null) mark(marks, clause, truth);
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

function judgeGroups(era: Era, facts: Frame, marks: Marks | null): number {
  let mask = 0;
  for (let index = 0; index < era.groups.length; index++) {
    const group = era.groups[index] as CompiledGroup;
    const best = judgeGroup(group, facts);
    mask = mask === UNKNOWN || best.mask === UNKNOWN ? UNKNOWN : mask | best.mask;
    if (marks === null) continue;
    marks.items.push(best.index);
    const item = (facts[group.slot] as readonly Frame[])[best.index];
    if (item) judgeClauses(group.clauses, facts, item, marks);
  }
  return mask;
}

/** Judges all clauses; those that stand alone come first and settle it by themselves. */
function judgeAll(era: Era, facts: Frame, marks: Marks | null): number {
  const alone = era.alone.length === 0 ? 0 : judgeClauses(era.alone, facts, NO_ITEM, marks);
  if (alone > 0) return alone;
  const mask = judgeClauses(era.clauses, facts, NO_ITEM, marks);
  const more = judgeGroups(era, facts, marks);
  return alone === UNKNOWN || mask === UNKNOWN || more === UNKNOWN ? UNKNOWN : mask | more;
}

/** Judges everything; without the facts that are always to be given, only what stands alone. */
export function judge(era: Era, table: FactTable, facts: Frame, marks: Marks | null): number {
  if (missingRequired(table, facts).length === 0) return judgeAll(era, facts, marks);
  const alone = judgeClauses(era.alone, facts, NO_ITEM, marks);
  return alone === 0 ? UNKNOWN : alone;
}

/** What can be told although the whole cannot. */
export function markAll(era: Era, facts: Frame): Marks {
  const marks = noMarks();
  judgeAll(era, facts, marks);
  return marks;
}
