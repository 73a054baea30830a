/** Whether this person has to file at all: the answers as the law's facts (S-04 to S-12). */
import { type Day, formatInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Answers } from '../engine/form.ts';
import type { FormContext } from '../engine/service.ts';

export const NO_SITUATION = 'none';

export function askDuty({ law, at }: FormContext, answers: Answers, facts: object = {}): Decision {
  return law.decide('arrival-card', {
    at: answers.arrival ?? formatInstant(at).slice(0, 10),
    category: answers.category ?? 'foreigner',
    ...(answers.category === 'foreigner' ? situationFacts(answers) : {}),
    ...(answers.purpose === undefined ? {} : { form: { purpose: [answers.purpose] } }),
    ...facts,
  });
}

/** A card is asked for unless the law already says that none is needed. */
export const needsCard = (context: FormContext, answers: Answers): boolean =>
  !['EXEMPT', 'NOT_APPLICABLE'].includes(askDuty(context, answers).decision);

/** The holder may change the card until the day of arrival is over. */
export const isBeforeEndOf = (arrival: unknown, today: Day): boolean =>
  typeof arrival === 'string' && today <= arrival;

function situationFacts({ situation, documentExpires, leavesArea, sameShip, onDuty }: Answers): object {
  const expires = documentExpires === undefined ? {} : { documentExpires };
  switch (situation) {
    case undefined:
    case NO_SITUATION:
      return { document: 'PP_FOREIGN' };
    case 'fpr-card':
      return { document: 'FPR', ...expires };
    case 'hrp-nc':
      return { document: 'HRP_NC', ...expires };
    case 'group':
      return { groupVisa: true };
    case 'direct-24h':
      return { directTransit24h: true, ...(leavesArea === undefined ? {} : { leavesArea }) };
    case 'cruise':
      return { cruise: true, ...(sameShip === undefined ? {} : { sameShip }) };
    case 'crew':
      return { crew: true, ...(onDuty === undefined ? {} : { crewOnDuty: onDuty }) };
    default:
      // A further row of the law's list is a fact of the same name.
      return { [String(situation).replace(/-([a-z0-9])/g, (_, sign: string) => sign.toUpperCase())]: true };
  }
}
