/**
 * The law of one era, compiled: between two days of change every parameter is a constant and every list a fixed
 * map, so that conditions become closures over constants. Eras are compiled when first asked for.
 */

import { RoomError } from '../kernel/index.ts';
import type { Clause, Offer, Part, RulesContent, TableRow } from './bundle.ts';
import { inForce, valueOn } from './change-days.ts';
import {
  ALWAYS,
  type Expression,
  NEVER,
  noReads,
  type Reads,
  rowKey,
  type Scope,
  type TableInEra,
  type Test,
  treeFault,
} from './conditions/scope.ts';
import { compileTest } from './conditions/tests.ts';
import { compileValue } from './conditions/values.ts';
import { dayNumber } from './day-number.ts';
import type { Because, Decision } from './decision.ts';
import type { FactTable } from './facts/fields.ts';

export const NOT_APPLICABLE = 2;

export interface CompiledClause {
  readonly spec: Clause;
  readonly bit: number;
  /** 1 passes, 0 fails, 2 does not apply, negative unknown. */
  readonly test: Test;
  readonly reads: Reads;
  /** Its entries in traces, by the row that it found. */
  readonly passed: Map<TableRow | undefined, Because>;
  readonly failed: Map<TableRow | undefined, Because>;
}

export interface CompiledGroup {
  readonly slot: number;
  readonly list: string;
  readonly when: Test | null;
  readonly clauses: readonly CompiledClause[];
}

export interface CompiledOffer {
  readonly spec: Offer;
  readonly test: Test | null;
}

export interface CompiledOutput {
  readonly name: string;
  readonly with: readonly string[] | undefined;
  readonly test: Test | null;
  readonly value: Expression;
}

/** What a set of failing clauses comes to. */
export interface AnswerPlan {
  readonly decision: string;
  readonly reasons: readonly string[];
  /** Conditions of the obligations and alternatives that may accompany the decision. */
  readonly conditions: readonly Test[];
  /** Answers without trace, by which conditions hold: equal ones are one object. */
  readonly answers: (Decision | undefined)[];
}

export interface Era {
  readonly part: Part;
  readonly content: RulesContent;
  /** A day of the era, ISO. */
  readonly day: string;
  readonly alone: readonly CompiledClause[];
  readonly clauses: readonly CompiledClause[];
  readonly groups: readonly CompiledGroup[];
  readonly obligations: readonly CompiledOffer[];
  readonly alternatives: readonly CompiledOffer[];
  readonly outputs: readonly CompiledOutput[];
  /** Those clauses that some fact can change; the others are decided by the era. */
  readonly judged: { readonly alone: readonly CompiledClause[]; readonly clauses: readonly CompiledClause[] };
  /** Bits of the clauses that hold whatever the facts. */
  readonly holding: { readonly alone: number; readonly clauses: number };
  /** What follows from each set of failing clauses, worked out when first met. */
  readonly plans: Map<number, AnswerPlan>;
  readonly scope: Scope;
}

/** Bits of failing clauses live in a 32-bit number. */
export const CLAUSES_MAX = 30;

function tableInEra(content: RulesContent, id: string, day: string): TableInEra {
  const table = content.tables[id];
  if (!table) throw treeFault(`There is no table "${id}".`);
  const rows = new Map<string, TableInEra['table']['rows'][number]>();
  const always = new Map<string, TableInEra['table']['rows'][number]>();
  for (const row of table.rows) {
    const names =
      row.key.length === 1 ? [...(row.aliases ?? []), ...Object.values(row.names ?? {}), ...row.key] : [];
    for (const name of names.length > 0 ? names : [rowKey(row.key)]) {
      if (inForce(row, day)) rows.set(name, row);
      always.set(name, row);
    }
  }
  return { id, table, rows, always };
}

export function makeScope(content: RulesContent, facts: FactTable, day: string): Scope {
  const tables = new Map<string, TableInEra>();
  return {
    facts,
    day: dayNumber(day),
    parameter: (id) => {
      const found = valueOn(content.parameters[id]?.values ?? [], day);
      return found && { value: found.value, since: found.from, reference: found.reference };
    },
    hasParameter: (id) => Object.hasOwn(content.parameters, id),
    table: (id) => {
      const table = tables.get(id) ?? tableInEra(content, id, day);
      tables.set(id, table);
      return table;
    },
    compile: { value: compileValue, test: compileTest },
    reads: noReads(),
  };
}

/** Adds which clause is at fault to an error of its condition. */
function within<T>(what: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof RoomError)) throw error;
    throw new RoomError('RULES_INVALID', `${what}: ${error.message}`, { ...error.facts, within: what });
  }
}

const NEVER_APPLIES: Test = () => NOT_APPLICABLE;

const guarded =
  (when: Test, require: Test): Test =>
  (facts, item) => {
    const applies = when(facts, item);
    return applies === 1 ? require(facts, item) : applies === 0 ? NOT_APPLICABLE : applies;
  };

/** Whether some fact can change what it says. */
const dependsOnFacts = ({ test }: CompiledClause): boolean => test !== ALWAYS && test !== NEVER_APPLIES;

const holdingBits = (clauses: readonly CompiledClause[]): number =>
  clauses.reduce((bits, { test, bit }) => (test === ALWAYS ? bits | bit : bits), 0);

function compileClause(spec: Clause, index: number, scope: Scope): CompiledClause {
  const own: Scope = { ...scope, reads: noReads() };
  const require = within(spec.id, () => compileTest(spec.require, own));
  const when = spec.when === undefined ? null : within(spec.id, () => compileTest(spec.when ?? true, own));
  const test =
    when === null || when === ALWAYS ? require : when === NEVER ? NEVER_APPLIES : guarded(when, require);
  return { spec, bit: 1 << index, test, reads: own.reads, passed: new Map(), failed: new Map() };
}

const compileOffers = (offers: readonly Offer[] | undefined, scope: Scope): readonly CompiledOffer[] =>
  (offers ?? []).map((spec) => ({
    spec,
    test: spec.if === undefined ? null : within(spec.id, () => compileTest(spec.if ?? true, scope)),
  }));

function compileOutputs(part: Part, scope: Scope): readonly CompiledOutput[] {
  return Object.entries(part.outputs ?? {}).map(([name, spec]) => ({
    name,
    with: spec.with,
    test: spec.if === undefined ? null : within(name, () => compileTest(spec.if ?? true, scope)),
    value: within(name, () => compileValue(spec.value, scope)),
  }));
}

function compileGroups(part: Part, scope: Scope, facts: FactTable, first: number): readonly CompiledGroup[] {
  let next = first;
  return (part.each ?? []).map((group) => {
    const field = facts.byPath.get(group.list);
    if (field?.type !== 'list') throw treeFault(`"${group.list}" is no list of facts.`);
    const clauses = group.clauses.map((spec) => compileClause(spec, next++, scope));
    return {
      slot: field.slot,
      list: group.list,
      when: group.when === undefined ? null : compileTest(group.when, scope),
      clauses: clauses.filter(({ spec }) => inForce(spec, scopeDay(scope))),
    };
  });
}

const scopeDay = (scope: Scope): string => {
  const text = String(scope.day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};

/** Compiles the part of a question as it stands on a day. */
export function compileEra(part: Part, content: RulesContent, facts: FactTable, day: string): Era {
  const scope = makeScope(content, facts, day);
  const every = part.clauses.map((spec, index) => compileClause(spec, index, scope));
  const standing = every.filter(({ spec }) => inForce(spec, day));
  const alone = standing.filter(({ spec }) => spec.alone === true);
  const clauses = standing.filter(({ spec }) => spec.alone !== true);
  return {
    part,
    content,
    day,
    alone,
    clauses,
    judged: { alone: alone.filter(dependsOnFacts), clauses: clauses.filter(dependsOnFacts) },
    holding: { alone: holdingBits(alone), clauses: holdingBits(clauses) },
    groups: compileGroups(part, scope, facts, every.length),
    obligations: compileOffers(part.obligations, scope),
    alternatives: compileOffers(part.alternatives, scope),
    outputs: compileOutputs(part, scope),
    plans: new Map(),
    scope,
  };
}
