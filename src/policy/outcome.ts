/** From failing clauses to the answer: decision, reasons, obligations, alternatives. */
import type { Clause } from './bundle.ts';
import { dayText, instantText } from './day-number.ts';
import { type Decision, type InvalidFact, NOTHING } from './decision.ts';
import type { CompiledOffer, Era } from './era.ts';
import { type Frame, NO_ITEM } from './facts/frame.ts';

export const REFER = 'REFER';
export const ERROR = 'ERROR';
export const FACT_MISSING = 'FACT_MISSING';
export const REVIEW = 'NEEDS_HUMAN_REVIEW';
const HOTLINE = Object.freeze(['hotline-12367']);

export function clauseByBit(era: Era): readonly { readonly bit: number; readonly spec: Clause }[] {
  return [...era.alone, ...era.clauses, ...era.groups.flatMap((group) => group.clauses)];
}

export const failingClauses = (era: Era, mask: number): readonly Clause[] =>
  clauseByBit(era)
    .filter(({ bit }) => (mask & bit) !== 0)
    .map(({ spec }) => spec);

/** The worst decision among those that failing clauses give, or the passing one. */
function decisionOf(era: Era, failing: readonly Clause[]): string {
  const { decisions, fail, pass } = era.part;
  const given = failing.map((clause) => clause.gives ?? fail);
  return decisions.find((decision) => given.includes(decision)) ?? given[0] ?? pass.decision;
}

const accompanies = (offer: CompiledOffer, decision: string): boolean =>
  offer.spec.with === undefined || offer.spec.with.includes(decision);

/** Bits of the offers whose condition holds; what is unknown is not offered. */
export function offerBits(offers: readonly CompiledOffer[], facts: Frame): number {
  let bits = 0;
  for (let index = 0; index < offers.length; index++) {
    const { test } = offers[index] as CompiledOffer;
    if (test === null || test(facts, NO_ITEM) === 1) bits |= 1 << index;
  }
  return bits;
}

const offered = (offers: readonly CompiledOffer[], bits: number, decision: string): readonly string[] =>
  Object.freeze(
    offers
      .filter((offer, index) => (bits & (1 << index)) !== 0 && accompanies(offer, decision))
      .map(({ spec }) => spec.id),
  );

export interface Verdict {
  readonly decision: string;
  readonly reasons: readonly string[];
}

/** Sorted, each code once. */
export const sortedCodes = (codes: readonly string[]): readonly string[] =>
  Object.freeze([...new Set(codes)].sort());

export function verdictOf(era: Era, mask: number): Verdict {
  const failing = failingClauses(era, mask);
  const reasons = failing.length === 0 ? [era.part.pass.reason] : failing.map(({ reason }) => reason);
  return { decision: decisionOf(era, failing), reasons: sortedCodes(reasons) };
}

/** Completes a verdict with what accompanies it. */
export function accompany(era: Era, verdict: Verdict, facts: Frame, rules: string): Decision {
  const obliging = offerBits(era.obligations, facts);
  const open = offerBits(era.alternatives, facts);
  return {
    ...verdict,
    obligations: offered(era.obligations, obliging, verdict.decision),
    alternatives: offered(era.alternatives, open, verdict.decision),
    because: NOTHING,
    missing: NOTHING,
    remedies: NOTHING,
    rules,
  };
}

const OFFER_SPAN = 256;

/** The answer to a mask, kept: most travellers share a handful of answers. */
export function answerOf(era: Era, mask: number, facts: Frame, rules: string): Decision {
  const offers = offerBits(era.obligations, facts) * OFFER_SPAN + offerBits(era.alternatives, facts);
  const key = mask * OFFER_SPAN * OFFER_SPAN + offers;
  const known = era.answers.get(key);
  if (known) return known;
  const answer = Object.freeze(accompany(era, verdictOf(era, mask), facts, rules));
  era.answers.set(key, answer);
  return answer;
}

function outputText(value: unknown, type: string): unknown {
  if (type === 'day' && typeof value === 'number') return dayText(value);
  if (type === 'instant' && typeof value === 'number') return instantText(value);
  return value;
}

/** The outputs that accompany a decision, or undefined where it has none. */
export function outputsOf(era: Era, decision: string, facts: Frame): Record<string, unknown> | undefined {
  const outputs: Record<string, unknown> = {};
  for (const { name, with: when, test, value } of era.outputs) {
    if (when && !when.includes(decision)) continue;
    if (test !== null && test(facts, NO_ITEM) !== 1) continue;
    const read = value.read(facts, NO_ITEM);
    if (read !== undefined) outputs[name] = outputText(read, value.type);
  }
  return Object.keys(outputs).length > 0 ? outputs : undefined;
}

const shown = (value: unknown): unknown => {
  if (typeof value === 'string') return value.slice(0, 60);
  const scalar = value === null || typeof value === 'number' || typeof value === 'boolean';
  return scalar
    ? value
    : Array.isArray(value)
      ? `a list of ${value.length}`
      : `a value of type ${typeof value}`;
};

/** ERROR: which field, what came, what would be right; never the whole input back. */
export function errorDecision(fault: InvalidFact, rules: string): Decision {
  return {
    decision: ERROR,
    reasons: ['FIELD_INVALID'],
    obligations: NOTHING,
    alternatives: HOTLINE,
    because: NOTHING,
    missing: NOTHING,
    remedies: NOTHING,
    outputs: { field: fault.field.slice(0, 120), value: shown(fault.value), expected: fault.expected },
    rules,
  };
}
