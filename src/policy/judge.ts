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

/** The bits of the clauses that fail; UNKNOWN when one cannot be told. */
export function judgeClauses(clauses: readonly CompiledClause[], facts: Frame, item: Frame): number {
  let mask = 0;
  let worst = 0;
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as CompiledClause;
    const truth = clause.test(facts, item);
    if (truth === 0) mask |= clause.bit;
    else if (truth < 0) worst = UNKNOWN;
  }
  return worst === UNKNOWN ? UNKNOWN : mask;
}

/** The same, noting for a trace what could be told of each. */
function markClauses(clauses: readonly CompiledClause[], facts: Frame, item: Frame, marks: Marks): number {
  let { told, failed } = marks;
  let mask = 0;
  let worst = 0;
  for (let index = 0; index < clauses.length; index++) {
    const { test, bit } = clauses[index] as CompiledClause;
    const truth = test(facts, item);
    if (truth === 1) told |= bit;
    else if (truth === 0) mask |= bit;
    else if (truth !== NOT_APPLICABLE) worst = UNKNOWN;
  }
  told |= mask;
  failed |= mask;
  marks.told = told;
  marks.failed = failed;
  return worst === UNKNOWN ? UNKNOWN : mask;
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

function lacksRequired({ requiredSlots }: FactTable, facts: Frame): boolean {
  for (let index = 0; index < requiredSlots.length; index++) {
    if (facts[requiredSlots[index] as number] === undefined) return true;
  }
  return false;
}

/** Facts that are always to be given and are not. An absent object stands for its own facts. */
export const missingRequired = (table: FactTable, facts: Frame): readonly Field[] =>
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
    if (item) markClauses(group.clauses, facts, item, marks);
  }
  return mask;
}

/** Those that stand alone. */
function judgeAlone({ judged: { alone }, holding }: Era, facts: Frame, marks: Marks | null): number {
  if (marks === null) return alone.length === 0 ? 0 : judgeClauses(alone, facts, NO_ITEM);
  marks.told |= holding.alone;
  return markClauses(alone, facts, NO_ITEM, marks);
}

function judgeOthers({ judged: { clauses }, holding }: Era, facts: Frame, marks: Marks | null): number {
  if (marks === null) return judgeClauses(clauses, facts, NO_ITEM);
  marks.told |= holding.clauses;
  return markClauses(clauses, facts, NO_ITEM, marks);
}

/** Judges all clauses; those that stand alone come first and settle it by themselves. */
function judgeAll(era: Era, facts: Frame, marks: Marks | null): number {
  const alone = judgeAlone(era, facts, marks);
  if (alone > 0) return alone;
  const mask = judgeOthers(era, facts, marks);
  const more = era.groups.length === 0 ? 0 : judgeGroups(era, facts, marks);
  return alone === UNKNOWN || mask === UNKNOWN || more === UNKNOWN ? UNKNOWN : mask | more;
}

/** Judges everything; without the facts that are always to be given, only what stands alone. */
export function judge(era: Era, table: FactTable, facts: Frame, marks: Marks | null): number {
  if (!lacksRequired(table, facts)) return judgeAll(era, facts, marks);
  const alone = judgeAlone(era, facts, marks);
  return alone === 0 ? UNKNOWN : alone;
}

/** What can be told although the whole cannot. */
export function markAll(era: Era, facts: Frame): Marks {
  const marks = noMarks();
  judgeAll(era, facts, marks);
  return marks;
}
