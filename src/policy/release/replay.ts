/** Deciding again, years later: the same facts under the same release must give the same decision, bit for bit. */
import { canonicalJson, RoomError } from '../../kernel/index.ts';
import type { DecideOptions, Decision } from '../decision.ts';
import type { Law } from '../law.ts';

/** What is kept of a decision so that it can be replayed: all that went in, and all that came out. */
export interface StoredDecision {
  readonly stored: 1;
  readonly question: string;
  readonly facts: unknown;
  readonly options: { readonly trace: boolean; readonly remedies: boolean };
  /** Carries the name of the release that decided. */
  readonly decision: Decision;
}

export interface Replayed {
  readonly same: boolean;
  readonly rules: string;
  /** The members of the decision that differ, sorted; empty when it is the same. */
  readonly differs: readonly string[];
  /** As it is decided now. */
  readonly decision: Decision;
}

/** Decides and gives what to keep. The facts are kept as they came, read back from their JSON. */
export function decideAndStore(
  law: Law,
  question: string,
  facts: unknown,
  options: DecideOptions = {},
): StoredDecision {
  const asked = { trace: options.trace !== false, remedies: options.remedies !== false };
  return { stored: 1, question, facts, options: asked, decision: law.decide(question, facts, asked) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (field: string, expected: string) =>
  new RoomError('FIELD_INVALID', `The stored decision has no ${field}: expected ${expected}.`, {
    field,
    expected,
  });

/** @throws RoomError FIELD_INVALID when it is not what `decideAndStore` gave */
export function readStoredDecision(value: unknown): StoredDecision {
  if (!isObject(value) || value.stored !== 1) throw wrong('stored', 'an object with "stored": 1');
  const { question, options, decision } = value;
  if (typeof question !== 'string') throw wrong('question', 'the id of the question');
  if (!isObject(options) || typeof options.trace !== 'boolean' || typeof options.remedies !== 'boolean') {
    throw wrong('options', '{ trace, remedies }');
  }
  if (!isObject(decision) || typeof decision.rules !== 'string')
    throw wrong('decision', 'one with its release in "rules"');
  return {
    stored: 1,
    question,
    facts: value.facts,
    options: { trace: options.trace, remedies: options.remedies },
    decision: decision as object as Decision,
  };
}

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

/** The release is found by the name that the decision carries. */
export function replay(stored: StoredDecision, findLaw: (rules: string) => Law): Replayed {
  const law = findLaw(stored.decision.rules);
  const decision = law.decide(stored.question, stored.facts, stored.options);
  const was: Readonly<Record<string, unknown>> = { ...stored.decision };
  const is: Readonly<Record<string, unknown>> = { ...decision };
  const members = new Set([...Object.keys(was), ...Object.keys(is)]);
  const differs = [...members].filter((member) => text(was[member]) !== text(is[member])).sort();
  return { same: differs.length === 0, rules: law.rules, differs, decision };
}
