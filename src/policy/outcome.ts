/** From failing clauses to the answer: decision, reasons, obligations, alternatives. */
import type { Clause } from './bundle.ts';
import type { Test } from './conditions/scope.ts';
import { dayText, instantText } from './day-number.ts';
import { type Decision, type InvalidFact, NOTHING } from './decision.ts';
import type { AnswerPlan, CompiledOffer, Era } from './era.ts';
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

/** The ids of the offers that accompany a decision; what is unknown is not offered. */
const offered = (
  offers: readonly CompiledOffer[],
  decision: string,
  holds: (test: Test) => boolean,
): readonly string[] =>
  Object.freeze(
    offers
      .filter((offer) => accompanies(offer, decision) && (offer.test === null || holds(offer.test)))
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

function completed(era: Era, verdict: Verdict, rules: string, holds: (test: Test) => boolean): Decision {
  const { decision, reasons } = verdict;
  return {
    decision,
    reasons,
    obligations: offered(era.obligations, decision, holds),
    alternatives: offered(era.alternatives, decision, holds),
    because: NOTHING,
    missing: NOTHING,
    remedies: NOTHING,
    rules,
  };
}

/** Completes a verdict with what accompanies it. */
export const accompany = (era: Era, verdict: Verdict, facts: Frame, rules: string): Decision =>
  completed(era, verdict, rules, (test) => test(facts, NO_ITEM) === 1);

function makePlan(era: Era, mask: number): AnswerPlan {
  const { decision, reasons } = verdictOf(era, mask);
  const conditions = [...era.obligations, ...era.alternatives]
    .filter((offer) => accompanies(offer, decision))
    .flatMap(({ test }) => test ?? []);
  return { decision, reasons, conditions, answers: [] };
}

function planFor(era: Era, mask: number): AnswerPlan {
  const known = era.plans.get(mask);
  if (known !== undefined) return known;
  const made = makePlan(era, mask);
  era.plans.set(mask, made);
  return made;
}

/** The answer to a mask, kept: most travellers share a handful of answers. */
export function answerOf(era: Era, mask: number, facts: Frame, rules: string): Decision {
  const plan = planFor(era, mask);
  const { conditions } = plan;
  let bits = 0;
  for (let index = 0; index < conditions.length; index++) {
    if ((conditions[index] as Test)(facts, NO_ITEM) === 1) bits |= 1 << index;
  }
  const known = plan.answers[bits];
  if (known !== undefined) return known;
  const holds = (test: Test) => (bits & (1 << conditions.indexOf(test))) !== 0;
  const answer = Object.freeze(completed(era, plan, rules, holds));
  plan.answers[bits] = answer;
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
