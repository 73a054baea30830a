/**
 * The shape of a rules bundle: the law as plain JSON, made from the YAML under `rules/` by `policy/node.ts`
 * and named by the SHA-256 of its canonical content. Days are ISO text, day ranges include both ends.
 */
import type { Texts } from '../kernel/index.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A condition or a value as a YAML tree; `conditions/` holds the closed tables of operators. */
export type Tree = Json;

/** What an official notice is called: never an address, since addresses move and notices do not. */
export interface Reference {
  readonly authority: string;
  readonly title: string;
  /** The day of the notice, ISO. */
  readonly date: string;
}

export interface DatedValue {
  readonly from: string;
  /** Last day in force; absent while the next value (or nothing yet) follows. */
  readonly until?: string;
  readonly value: Json;
  /** Id into `references`. */
  readonly reference: string;
}

export interface Parameter {
  readonly requirement: readonly string[];
  readonly unit?: string;
  /** Ascending by `from`. */
  readonly values: readonly DatedValue[];
  /** What the number means, for the officer's page and for diffs. */
  readonly text: Texts;
}

export interface TableRow {
  readonly key: readonly string[];
  /** First and last day of membership; absent means it was always so. */
  readonly from?: string;
  readonly until?: string;
  readonly reference: string;
  readonly confidence: string;
  readonly names?: Partial<Texts>;
  /** Other spellings by which people ask for the row. */
  readonly aliases?: readonly string[];
  readonly attributes: { readonly [name: string]: Json };
}

export interface Table {
  readonly keys: readonly string[];
  readonly requirement: readonly string[];
  /** The reason code when the row that decides is unverified; the answer is then REFER. */
  readonly unverified: string;
  /** First and last day on which the table may be asked at all (calendars). */
  readonly covers?: { readonly from: string; readonly until: string };
  readonly text: Texts;
  readonly rows: readonly TableRow[];
}

export interface FactSpec {
  readonly kind: string;
  /** `always`: its absence alone makes the answer REFER. */
  readonly given?: 'always';
  readonly values?: readonly Json[];
  readonly table?: string;
  readonly min?: number;
  readonly max?: number;
  readonly nullable?: boolean;
  readonly default?: Json;
  /** A day that may not lie after the day asked (a birth date). */
  readonly notAfterTheDay?: boolean;
  readonly expected?: string;
  /** The question to ask a person when the fact is missing; leaves have one. */
  readonly ask?: Texts;
}

export interface RemedySpec {
  readonly if?: Tree;
  /** Facts to set: path → literal or value tree. */
  readonly set?: { readonly [path: string]: Tree };
  /** The days from which it may pass: a value tree giving a day, or `law` for the next days on which the law changes. */
  readonly wait?: Tree;
  readonly text: Texts;
}

export interface Clause {
  readonly id: string;
  readonly requirement: readonly string[];
  readonly reference: string;
  readonly from?: string;
  readonly until?: string;
  /** When it fails, it is the only reason. */
  readonly alone?: boolean;
  readonly when?: Tree;
  readonly require: Tree;
  readonly reason: string;
  /** The decision that its failing gives; the part's `fail` unless stated. */
  readonly gives?: string;
  /** The parameter to cite in the trace, where the condition reads several. */
  readonly parameter?: string;
  /** The reason when the data cannot settle it; `NEEDS_HUMAN_REVIEW` unless stated. */
  readonly doubt?: string;
  readonly text: Texts;
  readonly remedies?: readonly RemedySpec[];
}

/** Clauses judged for each item of a list; the item that fails least counts. */
export interface EachGroup {
  readonly list: string;
  readonly when?: Tree;
  readonly clauses: readonly Clause[];
}

/** An obligation or an alternative that accompanies some decisions. */
export interface Offer {
  readonly id: string;
  /** Decisions that it accompanies; absent means all but ERROR. */
  readonly with?: readonly string[];
  readonly if?: Tree;
}

export interface OutputSpec {
  readonly with?: readonly string[];
  readonly if?: Tree;
  readonly value: Tree;
}

/** One mode of a question (to issue, to check); the first part whose `when` holds answers. */
export interface Part {
  readonly id: string;
  readonly when?: Tree;
  /** The fact whose day governs. */
  readonly day: string;
  /** From the worst to the best; the worst that a failing clause gives is the decision. */
  readonly decisions: readonly string[];
  readonly pass: { readonly decision: string; readonly reason: string };
  readonly fail: string;
  readonly clauses: readonly Clause[];
  readonly each?: readonly EachGroup[];
  readonly obligations?: readonly Offer[];
  readonly alternatives?: readonly Offer[];
  readonly outputs?: { readonly [name: string]: OutputSpec };
}

export interface Question {
  readonly title: Texts;
  readonly facts: { readonly [path: string]: FactSpec };
  readonly parts: readonly Part[];
}

export interface RulesContent {
  readonly format: 1;
  readonly references: { readonly [id: string]: Reference };
  readonly parameters: { readonly [id: string]: Parameter };
  readonly tables: { readonly [id: string]: Table };
  readonly questions: { readonly [id: string]: Question };
  readonly texts: { readonly [kind: string]: { readonly [id: string]: Texts } };
}

export interface RulesBundle {
  /** `sha256-<hex>` of the canonical JSON of `content`. */
  readonly rules: string;
  readonly content: RulesContent;
}
