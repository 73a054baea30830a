/** What to take along and what to do, in order, once the law has answered. */
import type { Texts } from '../../src/kernel/index.ts';
import type { Decision, Law } from '../../src/policy/index.ts';
import { checkWords } from '../shared/i18n/check-words.ts';
import { nextWords } from '../shared/i18n/next-words.ts';
import { fill } from '../shared/i18n/words.ts';
import type { Answers } from './answers.ts';
import { choicesOf, ELSEWHERE } from './choices.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const filled = (text: Texts, values: Readonly<Record<string, Texts>>): Texts => {
  const inLanguage = (language: keyof Texts) =>
    fill(
      text[language],
      Object.fromEntries(Object.entries(values).map(([name, words]) => [name, words[language]])),
    );
  return {
    'zh-Hant': inLanguage('zh-Hant'),
    'zh-Hans': inLanguage('zh-Hans'),
    en: inLanguage('en'),
    pt: inLanguage('pt'),
  };
};

/** The chosen value of a fact in words; undefined where it was not asked. */
function chosen(law: Law, fact: string, answers: Answers): Texts | undefined {
  const value = answers.get(fact);
  return value === ELSEWHERE
    ? undefined
    : choicesOf(law, fact, answers).find((choice) => choice.value === value)?.text;
}

/** The document that was named, and what the law obliges to carry. */
export function thingsToCarry(law: Law, answers: Answers, decision: Decision): readonly Texts[] {
  const document = chosen(law, 'document.type', answers);
  const obliged = decision.obligations
    .map((id) => law.text('obligations', id))
    .filter((text) => text !== undefined);
  const own = document ? filled(checkWords.carryDocument, { document }) : checkWords.carryAny;
  return [own, ...obliged];
}

const STEPS: Readonly<Record<Verdict, readonly Texts[]>> = {
  ELIGIBLE: [nextWords.goToLane, nextWords.lookAndTouch, nextWords.otherSide],
  ELIGIBLE_AFTER_ENROLMENT: [nextWords.goToCollection, nextWords.consentThere, nextWords.thenLane],
  NOT_ELIGIBLE: [nextWords.otherWayToday, nextWords.otherSide],
  REFER: [nextWords.askOfficer, nextWords.officerSees],
  OPEN: [],
};

/** In the order in which they are done; whoever can mend the matter is told to ask again afterwards. */
export function stepsAfter(law: Law, answers: Answers, decision: Decision): readonly Texts[] {
  const port = chosen(law, 'port', answers) ?? checkWords.yourPort;
  const steps = STEPS[verdictOf(decision.decision)].map((step) => filled(step, { port }));
  return decision.remedies.length > 0 && decision.decision === 'NOT_ELIGIBLE'
    ? [...steps, nextWords.askAgain]
    : steps;
}
