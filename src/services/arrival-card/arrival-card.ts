/**
 * The arrival card of foreigners (S-01 to S-12): first whether one is needed, by the law's list of exemptions; then the card, for one
 * person or a family, which can be changed until the day of arrival is over. Nobody is refused entry for want of it (S-03).
 */
import { readMrz } from '../../documents/node.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Answers } from '../engine/form.ts';
import type { FormContext, Service, Verdict } from '../engine/service.ts';
import { card, noCard } from './card.ts';
import { askDuty, isBeforeEndOf } from './duty.ts';
import { arrivalForm } from './form.ts';
import { arrivalWords as w } from './words.ts';

const NO_CARD = ['EXEMPT', 'NOT_APPLICABLE'];

export const arrivalCard: Service = {
  id: 'arrival-card',
  words: { title: w.title, summary: w.summary, need: [w.needPassport, w.needJourney], appeal: w.appeal },
  minutes: 3,
  holder: 'guest',
  question: 'arrival-card',
  group: 'visit',
  form: (context, answers = {}) => arrivalForm(context, answers),
  prefill,
  derive: (step, answers, context) => (step === 'mrz' ? fromZone(answers, context) : {}),
  decide: (context): Verdict => {
    const decision = askDuty(context, context.answers);
    // Before the measure began there is nothing for an officer to settle.
    if (decision.reasons.includes('RULE_NOT_IN_FORCE')) return { outcome: 'refused', decision };
    return byLaw(decision, ['MUST_FILE', ...NO_CARD]);
  },
  grant: (context, decision) =>
    NO_CARD.includes(decision.decision) ? noCard(context, decision) : card(context, decision),
  editable: ({ today }, { arrival }) => isBeforeEndOf(arrival, today),
};

function prefill({ holder: { person } }: FormContext): Answers {
  if (!person) return {};
  const passport = person.documents.find(({ type }) => type === 'PP_FOREIGN');
  if (person.category !== 'foreigner') return { category: person.category };
  return {
    category: 'foreigner',
    birthDate: person.birthDate,
    ...(passport ? { number: passport.number, expires: passport.expires } : {}),
  };
}

/** What was not read is asked as ever: a zone with a mistake fills in nothing. */
function fromZone({ mrz }: Answers, { today }: FormContext): Answers {
  const read = typeof mrz === 'string' ? readMrz(mrz, today) : undefined;
  if (read?.outcome !== 'read') return {};
  const { givenNames, ...fields } = read.fields;
  return { ...fields, ...(givenNames === '' ? {} : { givenNames }) };
}
