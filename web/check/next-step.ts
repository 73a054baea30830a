/** Which question comes next, or that the law has answered. */
import type { Day, Texts } from '../../src/kernel/index.ts';
import type { Decision, FactSpec, Law } from '../../src/policy/index.ts';
import { promptWords } from '../shared/i18n/check-words.ts';
import { type Answers, factsOf, withAnswer } from './answers.ts';

export const QUESTION = 'lane';
/** What an answer is once a clause of the law failed for good. */
export const SETTLED = 'NOT_ELIGIBLE';

export interface Ask {
  readonly at: 'ask';
  readonly fact: string;
  readonly question: Texts;
  /** What was wrong with the answer given before, where one was. */
  readonly refused: boolean;
}

export interface Told {
  readonly at: 'told';
  readonly decision: Decision;
  /** The answer stands although some questions were not put: they could not turn it on this day. */
  readonly early: boolean;
}

export type Step = Ask | Told;

/** The order in which a person thinks of a journey; the law itself asks in none. */
const ORDER = [
  'port',
  'direction',
  'person.category',
  'person.birthDate',
  'document.type',
  'document.expires',
  'biometricsOnFile',
  'consent.face',
  'consent.fingerprint',
];

/** Facts that the law takes as absent when nobody speaks of them; a person is asked once they would matter. */
const PROMPTED = ['endorsements', 'companion', 'person.livesOnOwnLabourIncome'] as const;

/** The declaration of a fact; an item of a list is declared once for all items. */
export const specOf = (law: Law, fact: string): FactSpec | undefined =>
  law.describe(QUESTION)?.facts[fact.replace(/\.\d+\./, '.[].')];

const rank = (fact: string) => (ORDER.includes(fact) ? ORDER.indexOf(fact) : ORDER.length);

/** The text of a question: the law's own, or ours where the law has none. */
export function questionText(law: Law, fact: string): Texts {
  if (Object.hasOwn(promptWords, fact)) return promptWords[fact as keyof typeof promptWords];
  return specOf(law, fact)?.ask ?? promptWords.other;
}

export const askFor = (law: Law, fact: string, refused = false): Ask => ({
  at: 'ask',
  fact,
  question: questionText(law, fact),
  refused,
});

const told = (law: Law, answers: Answers, day: Day) => law.decide(QUESTION, factsOf(answers, day));

/** As if everything not yet spoken of were so: what fails even then is not for want of asking. */
const hopeful = (answers: Answers): Answers =>
  PROMPTED.reduce((so, fact) => (so.has(fact) ? so : withAnswer(so, fact, true)), answers);

/** Failing one clause that leads to the worst decision settles it: no other answer can make it better. */
function settled(law: Law, answers: Answers, day: Day): Decision | undefined {
  const decision = told(law, hopeful(answers), day);
  const failed = new Set(decision.because.filter(({ passed }) => !passed).map(({ clause }) => clause));
  const clauses = law.describe(QUESTION)?.parts.flatMap((part) => part.clauses) ?? [];
  const fails = clauses.some((clause) => failed.has(clause.id) && clause.gives === undefined);
  return fails ? { ...decision, decision: SETTLED } : undefined;
}

const gist = ({ decision, reasons }: Decision) => `${decision} ${reasons.join(' ')}`;

/** The first fact not spoken of whose yes would change what the law says. */
function promptNeeded(law: Law, answers: Answers, day: Day, before: Decision): string | undefined {
  return PROMPTED.find(
    (fact) => !answers.has(fact) && gist(told(law, withAnswer(answers, fact, true), day)) !== gist(before),
  );
}

function refusedFact(decision: Decision, answers: Answers): string | undefined {
  const field = decision.decision === 'ERROR' ? decision.outputs?.field : undefined;
  return typeof field === 'string' && answers.has(field) ? field : undefined;
}

/** @param everything go on asking although the answer is settled, so that all reasons come together. */
export function nextStep(law: Law, answers: Answers, day: Day, everything: boolean): Step {
  const decision = told(law, answers, day);
  const refused = refusedFact(decision, answers);
  if (refused) return askFor(law, refused, true);
  const [first] = decision.missing.map(({ fact }) => fact).sort((a, b) => rank(a) - rank(b));
  if (first) {
    const early = everything ? undefined : settled(law, answers, day);
    return early ? { at: 'told', decision: early, early: true } : askFor(law, first);
  }
  const prompt = promptNeeded(law, answers, day, decision);
  return prompt ? askFor(law, prompt) : { at: 'told', decision, early: false };
}
