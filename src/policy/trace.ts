/** Why: every clause that applied and could be told, with the dated value and the notice behind it. */
import type { Json, Reference, TableRow } from './bundle.ts';
import { keyText } from './conditions/lookups.ts';
import type { Because } from './decision.ts';
import type { CompiledClause, Era } from './era.ts';
import { type Frame, NO_ITEM } from './facts/frame.ts';
import type { Marks } from './judge.ts';

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

/** The row that the clause found, where it rests on one. */
function rowFound({ spec, reads }: CompiledClause, facts: Frame, item: Frame): TableRow | undefined {
  const [lookup] = reads.lookups;
  if (!lookup || spec.parameter !== undefined) return undefined;
  const [only] = lookup.key;
  const key = lookup.key.length === 1 ? only?.read(facts, item) : keyText(lookup.key, facts, item);
  return lookup.table.rows.get(key as string);
}

/** What the clause rests on: the row that it found, else its parameter, else its own notice. */
function cite(era: Era, clause: CompiledClause, row: TableRow | undefined): Cited {
  const table = clause.reads.lookups[0]?.table.id;
  if (row && table !== undefined) {
    return citeRow(era, table, row.key.length === 1 ? (row.key[0] ?? '') : [...row.key], row);
  }
  const fixed = citeParameter(era, clause);
  if (fixed) return fixed;
  const reference = citation(era.content.references[clause.spec.reference]);
  return { reference, ...(clause.spec.from ? { since: clause.spec.from } : {}) };
}

/** Entries are made once for an era: by the row that was found, and by whether the clause passed. */
function entryOf(era: Era, clause: CompiledClause, row: TableRow | undefined, passed: boolean): Because {
  const held = passed ? clause.passed : clause.failed;
  const known = held.get(row);
  if (known) return known;
  const { id, requirement } = clause.spec;
  const made = Object.freeze({ clause: id, requirement, ...cite(era, clause, row), passed });
  held.set(row, made);
  return made;
}

function traceClauses(
  era: Era,
  clauses: readonly CompiledClause[],
  facts: Frame,
  item: Frame,
  { told, failed }: Marks,
  trace: Because[],
): void {
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as CompiledClause;
    if ((told & clause.bit) === 0) continue;
    trace.push(entryOf(era, clause, rowFound(clause, facts, item), (failed & clause.bit) === 0));
  }
}

/** The trace of one judgement; of a list, the item that fails least. */
export function traceOf(era: Era, facts: Frame, marks: Marks): readonly Because[] {
  const trace: Because[] = [];
  traceClauses(era, era.alone, facts, NO_ITEM, marks, trace);
  traceClauses(era, era.clauses, facts, NO_ITEM, marks, trace);
  era.groups.forEach((group, index) => {
    const item = (facts[group.slot] as readonly Frame[])[marks.items[index] ?? -1];
    if (item) traceClauses(era, group.clauses, facts, item, marks, trace);
  });
  return trace;
}
