/** Facts in, decision out: the table of contents of a decision. */
import type { Decision } from './decision.ts';
import { NOTHING } from './decision.ts';
import type { Era } from './era.ts';
import type { Field } from './facts/fields.ts';
import { type Frame, THE_DAY } from './facts/frame.ts';
import { readFacts } from './facts/read.ts';
import { judge, type Marks, markAll, missingRequired, noMarks, UNKNOWN } from './judge.ts';
import { accompany, answerOf, errorDecision, FACT_MISSING, outputsOf, REFER } from './outcome.ts';
import { eraFor, partFor, type ReadyPart, type ReadyQuestion, setDay } from './question.ts';
import { traceOf } from './trace.ts';
import { missingOf, referral } from './unknown.ts';

/** What a remedy needs to know about an answer that did not pass. */
export interface Answered {
  readonly decision: Decision;
  readonly part?: ReadyPart;
  readonly era?: Era;
  readonly frame?: Frame;
  /** Failing clauses as bits; negative when unknown. */
  readonly mask: number;
}

function dayMissing(question: ReadyQuestion, part: ReadyPart, frame: Frame, rules: string): Decision {
  const required = missingRequired(question.facts, frame);
  const fields = required.includes(part.dayField) ? required : [part.dayField, ...required];
  return {
    decision: REFER,
    reasons: [FACT_MISSING],
    obligations: NOTHING,
    alternatives: ['hotline-12367'],
    because: NOTHING,
    missing: fields.map((field) => missingOf(field)),
    remedies: NOTHING,
    rules,
  };
}

function futureField(question: ReadyQuestion, frame: Frame): Field | undefined {
  const { notAfterTheDay } = question.facts;
  for (let index = 0; index < notAfterTheDay.length; index++) {
    const field = notAfterTheDay[index] as Field;
    const value = frame[field.slot];
    if (value !== undefined && (value as number) > (frame[THE_DAY] as number)) return field;
  }
  return undefined;
}

function refer(question: ReadyQuestion, era: Era, frame: Frame, trace: boolean, rules: string): Decision {
  const { verdict, missing } = referral(era, question.facts, frame);
  const base = accompany(era, verdict, frame, rules);
  const outputs = outputsOf(era, verdict.decision, frame);
  return {
    ...base,
    missing,
    because: trace ? traceOf(era, frame, markAll(era, frame)) : NOTHING,
    ...(outputs ? { outputs } : {}),
  };
}

function settle(era: Era, mask: number, frame: Frame, marks: Marks | null, rules: string): Decision {
  const answer = answerOf(era, mask, frame, rules);
  const outputs = era.outputs.length === 0 ? undefined : outputsOf(era, answer.decision, frame);
  if (marks === null) return outputs ? { ...answer, outputs } : answer;
  const { decision, reasons, obligations, alternatives, missing, remedies } = answer;
  const because = traceOf(era, frame, marks);
  const told = { decision, reasons, obligations, alternatives, because, missing, remedies, rules };
  return outputs ? { ...told, outputs } : told;
}

/** Reads, finds the part and the era, judges, and answers. */
export function answer(question: ReadyQuestion, facts: unknown, trace: boolean, rules: string): Answered {
  const frame = question.facts.template.slice();
  const fault = readFacts(question.facts, facts, frame);
  if (fault) return { decision: errorDecision(fault, rules), mask: UNKNOWN };
  const part = partFor(question, frame);
  if (!setDay(part, frame)) return { decision: dayMissing(question, part, frame, rules), mask: UNKNOWN };
  const future = futureField(question, frame);
  if (future) {
    const expected = 'a day not after the day asked';
    const { path: field } = future;
    return {
      decision: errorDecision({ field, value: 'a day in the future', expected }, rules),
      mask: UNKNOWN,
    };
  }
  const era = eraFor(question, part, frame[THE_DAY] as number);
  const marks = trace ? noMarks() : null;
  const mask = judge(era, question.facts, frame, marks);
  const decision =
    mask === UNKNOWN ? refer(question, era, frame, trace, rules) : settle(era, mask, frame, marks, rules);
  return { decision, part, era, frame, mask };
}
