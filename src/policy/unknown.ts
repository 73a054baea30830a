/** What makes an answer REFER: which facts to ask for, and which data are in doubt. Walked only then. */

import type { Texts } from '../kernel/index.ts';
import { keyText, UNVERIFIED } from './conditions/lookups.ts';
import { DOUBTED } from './conditions/scope.ts';
import type { Missing } from './decision.ts';
import type { CompiledClause, Era } from './era.ts';
import type { FactTable, Field } from './facts/fields.ts';
import { type Frame, NO_ITEM } from './facts/frame.ts';
import { judgeClauses, missingRequired, UNKNOWN } from './judge.ts';
import { FACT_MISSING, failingClauses, REFER, REVIEW, sortedCodes, type Verdict } from './outcome.ts';

const NO_TEXT: Texts = { 'zh-Hant': '', 'zh-Hans': '', en: '', pt: '' };

export const missingOf = (field: Field, path = field.path): Missing => ({
  fact: path,
  question: field.spec.ask ?? NO_TEXT,
});

/** A fact below an absent object is not asked for: nobody has no role. */
function parentPresent(table: FactTable, field: Field, facts: Frame): boolean {
  const parent = table.byPath.get(field.path.slice(0, field.path.lastIndexOf('.')));
  return parent === undefined || parent.type !== 'object' || facts[parent.slot] !== undefined;
}

interface Findings {
  readonly missing: Map<string, Missing>;
  readonly codes: Set<string>;
}

function noteClause(
  clause: CompiledClause,
  table: FactTable,
  facts: Frame,
  item: Frame,
  at: number,
  found: Findings,
): void {
  const truth = clause.test(facts, item);
  if (truth >= 0) return;
  let named = false;
  for (const path of clause.reads.facts) {
    const field = table.byPath.get(path);
    // Outside its list an item's fact cannot be asked for: there is no item to ask about.
    if (!field || field.type === 'object' || (field.listPath && at < 0)) continue;
    const value = field.listPath ? item[field.slot] : facts[field.slot];
    if (value !== undefined || !parentPresent(table, field, facts)) continue;
    named = true;
    const shown = path.replace('.[]', `.${at}`);
    found.missing.set(shown, missingOf(field, shown));
  }
  if (truth === DOUBTED) noteDoubt(clause, facts, item, found);
  else if (!named) found.codes.add(clause.spec.doubt ?? REVIEW);
}

function noteDoubt(clause: CompiledClause, facts: Frame, item: Frame, found: Findings): void {
  for (const { table, key } of clause.reads.lookups) {
    const row = table.rows.get(keyText(key, facts, item));
    if (row?.confidence === UNVERIFIED) found.codes.add(table.table.unverified);
  }
}

function failingMask(clauses: readonly CompiledClause[], facts: Frame, item: Frame): number {
  return clauses.reduce((mask, clause) => mask | (clause.test(facts, item) === 0 ? clause.bit : 0), 0);
}

export interface Referral {
  readonly verdict: Verdict;
  readonly missing: readonly Missing[];
}

/** The referral: failing codes known so far, doubts, and the facts to ask for. */
export function referral(era: Era, table: FactTable, facts: Frame): Referral {
  const found: Findings = { missing: new Map(), codes: new Set() };
  for (const field of missingRequired(table, facts)) found.missing.set(field.path, missingOf(field));
  let mask = failingMask([...era.alone, ...era.clauses], facts, NO_ITEM);
  for (const clause of [...era.alone, ...era.clauses]) noteClause(clause, table, facts, NO_ITEM, -1, found);
  for (const group of era.groups) {
    if (group.when !== null && group.when(facts, NO_ITEM) === 0) continue;
    (facts[group.slot] as readonly Frame[]).forEach((item, at) => {
      if (judgeClauses(group.clauses, facts, item) !== UNKNOWN) return;
      mask |= failingMask(group.clauses, facts, item);
      for (const clause of group.clauses) noteClause(clause, table, facts, item, at, found);
    });
  }
  if (found.missing.size > 0) found.codes.add(FACT_MISSING);
  const reasons = [...failingClauses(era, mask).map(({ reason }) => reason), ...found.codes];
  return {
    verdict: { decision: REFER, reasons: sortedCodes(reasons) },
    missing: [...found.missing.values()],
  };
}
