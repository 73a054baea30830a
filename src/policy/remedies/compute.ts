/** What would change the answer: the smallest change of facts or the nearest day, each proven by deciding again. */

import { LANGUAGES, type Texts } from '../../kernel/index.ts';
import { type Answered, answer } from '../answer.ts';
import type { RemedySpec } from '../bundle.ts';
import type { Remedy } from '../decision.ts';
import type { Era } from '../era.ts';
import type { Frame } from '../facts/frame.ts';
import { ERROR, failingClauses, REFER } from '../outcome.ts';
import type { ReadyQuestion } from '../question.ts';
import { type Candidate, candidatesOf } from './candidates.ts';

const STEPS_MAX = 6;
const REMEDIES_MAX = 6;

interface Attempt {
  readonly facts: unknown;
  readonly answered: Answered;
  readonly steps: readonly Candidate[];
}

const rank = (era: Era, decision: string): number => era.part.decisions.indexOf(decision);

/** Whether an answer is at least as good as the passing one, or better than the one before. */
function passes(attempt: Answered, era: Era, before: string): boolean {
  const { decision } = attempt.decision;
  if (decision === REFER || decision === ERROR) return false;
  return decision === era.part.pass.decision || rank(era, decision) > rank(era, before);
}

function joined(steps: readonly Candidate[]): Texts {
  const glue = { 'zh-Hant': '；並且', 'zh-Hans': '；并且', en: '; and ', pt: '; e ' } as const;
  const text = {} as Record<(typeof LANGUAGES)[number], string>;
  for (const language of LANGUAGES)
    text[language] = steps.map((step) => step.text[language]).join(glue[language]);
  return text;
}

function remedyOf(steps: readonly Candidate[]): Remedy {
  const change = Object.assign({}, ...steps.map((step) => step.change)) as Record<string, unknown>;
  const from = steps.map((step) => step.from).findLast((day) => day !== undefined);
  return { change, text: joined(steps), ...(from === undefined ? {} : { from }) };
}

/** Carries one candidate out and mends what still fails, a step at a time, until it passes or nothing helps. */
function follow(
  question: ReadyQuestion,
  start: Attempt,
  era: Era,
  before: string,
  rules: string,
): Attempt | null {
  let attempt = start;
  while (!passes(attempt.answered, era, before)) {
    if (attempt.steps.length >= STEPS_MAX || !attempt.answered.frame) return null;
    const mended = new Set(attempt.steps.map((step) => step.clause));
    const next = candidatesFor(question, attempt.facts, attempt.answered).find(
      (candidate) => !mended.has(candidate.clause),
    );
    if (!next) return null;
    attempt = carryOut(question, attempt, next, rules);
  }
  return attempt;
}

function carryOut(question: ReadyQuestion, attempt: Attempt, step: Candidate, rules: string): Attempt {
  const facts = step.apply(attempt.facts);
  return { facts, answered: answer(question, facts, false, rules), steps: [...attempt.steps, step] };
}

function candidatesFor(question: ReadyQuestion, facts: unknown, answered: Answered): readonly Candidate[] {
  const { era, frame, part, mask } = answered;
  if (!era || !frame || !part || mask < 0) return [];
  return failingClauses(era, mask).flatMap((clause) =>
    (clause.remedies ?? []).flatMap((spec: RemedySpec) =>
      candidatesOf({ question, part, era, frame: frame as Frame, facts }, clause.id, spec),
    ),
  );
}

/** What can be done today comes first, then the nearest day; among equals the fewest steps. */
const byEase = (a: Attempt, b: Attempt): number => {
  const day = (attempt: Attempt) =>
    attempt.steps
      .map((step) => step.from ?? '')
      .sort()
      .at(-1) ?? '';
  return day(a).localeCompare(day(b)) || a.steps.length - b.steps.length;
};

/** The remedies of an answer that did not pass; none for one that did, that is an error, or that lacks facts. */
export function computeRemedies(
  question: ReadyQuestion,
  facts: unknown,
  answered: Answered,
  rules: string,
): readonly Remedy[] {
  const { era, decision } = answered;
  if (!era || decision.decision === era.part.pass.decision || answered.mask <= 0) return [];
  const start: Attempt = { facts, answered, steps: [] };
  const found = new Map<string, Attempt>();
  const waited = new Set<string>();
  for (const candidate of candidatesFor(question, facts, answered)) {
    const waits = candidate.from !== undefined;
    if (waits && waited.has(candidate.clause)) continue;
    const done = follow(question, carryOut(question, start, candidate, rules), era, decision.decision, rules);
    if (!done) continue;
    if (waits) waited.add(candidate.clause);
    const key = JSON.stringify(remedyOf(done.steps).change);
    if (!found.has(key)) found.set(key, done);
  }
  return [...found.values()]
    .sort(byEase)
    .slice(0, REMEDIES_MAX)
    .map((attempt) => remedyOf(attempt.steps));
}
