/** The law of one release: compiled once, asked many times, the same answer for ever. */
import type { Texts } from '../kernel/index.ts';
import { answer } from './answer.ts';
import type { Question, RulesBundle, RulesContent } from './bundle.ts';
import type { DecideOptions, Decision } from './decision.ts';
import { errorDecision } from './outcome.ts';
import { makeQuestion, type ReadyQuestion } from './question.ts';
import { computeRemedies } from './remedies/compute.ts';

export interface Law {
  /** The name of the release: `sha256-<hex>`. */
  readonly rules: string;
  /** The questions that it answers. */
  readonly questions: readonly string[];
  /**
   * Answers a question from facts by their names in the fact tables. Never throws for what a caller sends: facts outside
   * their kind give ERROR, missing ones REFER.
   */
  decide(question: string, facts: unknown, options?: DecideOptions): Decision;
  /** The declaration of a question: facts, parts, clauses. */
  describe(question: string): Question | undefined;
  /** Days on which the answer may change by law, ascending, ISO. */
  changeDays(question: string): readonly string[];
  /** The text of a reason, an obligation or an alternative. */
  text(kind: 'reasons' | 'obligations' | 'alternatives', id: string): Texts | undefined;
  readonly content: RulesContent;
}

function unknownQuestion(question: unknown, known: readonly string[], rules: string): Decision {
  return errorDecision(
    { field: 'question', value: question, expected: `one of: ${known.join(', ')}` },
    rules,
  );
}

/** Compiles a bundle; a fault in it is a `RULES_INVALID` error that says where. Safe in a browser. */
export function compileRules(bundle: RulesBundle): Law {
  const { rules, content } = bundle;
  const ready = new Map<string, ReadyQuestion>();
  for (const [id, spec] of Object.entries(content.questions)) ready.set(id, makeQuestion(id, spec, content));
  const known = [...ready.keys()];
  return {
    rules,
    questions: known,
    content,
    decide(question, facts, options) {
      const asked = ready.get(question);
      if (!asked) return unknownQuestion(question, known, rules);
      const answered = answer(asked, facts, options?.trace !== false, rules);
      if (options?.remedies === false || !answered.era) return answered.decision;
      const remedies = computeRemedies(asked, facts, answered, rules);
      return remedies.length === 0 ? answered.decision : { ...answered.decision, remedies };
    },
    describe: (question) => ready.get(question)?.spec,
    changeDays: (question) => ready.get(question)?.days ?? [],
    text: (kind, id) => content.texts[kind]?.[id],
  };
}
