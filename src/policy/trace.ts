/** Why: every clause that applied and could be told, with the dated value and the notice behind it. */
import type { Json, Reference, TableRow } from './bundle.ts';
import { keyText } from './conditions/lookups.ts';
import type { Because } from './decision.ts';
import type { CompiledClause, Era } from './era.ts';
import { NOT_APPLICABLE } from './era.ts';
import { type Frame, NO_ITEM } from './facts/frame.ts';
import { judgeGroup } from './judge.ts';

/** `國家移民管理局《…》, 2025-11-03`: authority, title, date. */
export const citation = (reference: Reference | undefined): string =>
  reference ? `${reference.authority}《${reference.title}》, ${reference.date}` : '';

interface Cited {
  readonly reference: string;
  readonly parameter?: string;
  readonly value?: Json;
  readonly since?: string;
}

function citeRow(era: Era, table: string, value: Json, row: TableRow): Cited {
  return {
    reference: citation(era.content.references[row.reference]),
    parameter: table,
    value,
    ...(row.from ? { since: row.from } : {}),
  };
}

function citeParameter(era: Era, clause: CompiledClause): Cited | null {
  const id = clause.spec.parameter ?? [...clause.reads.parameters, ...clause.reads.started][0];
  const held = id === undefined ? undefined : era.scope.parameter(id);
  if (id === undefined || !held) return null;
  const reference = citation(era.content.references[held.reference]);
  return { reference, parameter: id, value: held.value, since: held.since };
}

/** What the clause rests on: the row that it found, else its parameter, else its own notice. */
function cite(era: Era, clause: CompiledClause, facts: Frame, item: Frame): Cited {
  const lookup = clause.reads.lookups[0];
  if (lookup && clause.spec.parameter === undefined) {
    const key = keyText(lookup.key, facts, item);
    const row = lookup.table.rows.get(key);
    if (row)
      return citeRow(era, lookup.table.id, row.key.length === 1 ? (row.key[0] ?? key) : [...row.key], row);
  }
  const fixed = citeParameter(era, clause);
  if (fixed) return fixed;
  const reference = citation(era.content.references[clause.spec.reference]);
  return { reference, ...(clause.spec.from ? { since: clause.spec.from } : {}) };
}

const entries = new WeakMap<CompiledClause, { passed: Because; failed: Because }>();

/** Entries that depend on no fact are made once for the era. */
function fixedEntry(era: Era, clause: CompiledClause, passed: boolean): Because {
  const known = entries.get(clause);
  if (known) return passed ? known.passed : known.failed;
  const base = {
    clause: clause.spec.id,
    requirement: clause.spec.requirement,
    ...cite(era, clause, [], NO_ITEM),
  };
  const made = {
    passed: Object.freeze({ ...base, passed: true }),
    failed: Object.freeze({ ...base, passed: false }),
  };
  entries.set(clause, made);
  return passed ? made.passed : made.failed;
}

function traceClauses(
  era: Era,
  clauses: readonly CompiledClause[],
  facts: Frame,
  item: Frame,
  trace: Because[],
): void {
  for (const clause of clauses) {
    const truth = clause.test(facts, item);
    if (truth === NOT_APPLICABLE || truth < 0) continue;
    if (clause.reads.lookups.length === 0) {
      trace.push(fixedEntry(era, clause, truth === 1));
      continue;
    }
    const { id, requirement } = clause.spec;
    trace.push({ clause: id, requirement, ...cite(era, clause, facts, item), passed: truth === 1 });
  }
}

/** The trace of one decision; of a list, the item that fails least. */
export function traceOf(era: Era, facts: Frame): readonly Because[] {
  const trace: Because[] = [];
  traceClauses(era, era.alone, facts, NO_ITEM, trace);
  if (trace.some((entry) => !entry.passed)) return trace;
  traceClauses(era, era.clauses, facts, NO_ITEM, trace);
  for (const group of era.groups) {
    const { index } = judgeGroup(group, facts);
    const item = (facts[group.slot] as readonly Frame[])[index];
    if (item) traceClauses(era, group.clauses, facts, item, trace);
  }
  return trace;
}
