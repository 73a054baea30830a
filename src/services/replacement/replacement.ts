/**
 * Replacing a passport or permit online in the pilot cities, without a visit to an office: law, evidence, fee, delivery.
 * Officers grant it, since a face on a new document is looked at by a person.
 */
import { maskNumber } from '../../documents/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant, Row } from '../engine/case.ts';
import type { Answers } from '../engine/form.ts';
import { nameIn, rowsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { demonstrationDelivery, demonstrationFee } from './fee.ts';
import { ANOTHER_CITY, type Parts, replacementForm } from './form.ts';
import { replacementWords as w } from './words.ts';

/** The service over a fee desk and a way of delivery. */
export const makeReplacement = (parts: Parts): Service => ({
  id: 'replacement',
  words: { title: w.title, summary: w.summary, need: [w.needNumber, w.needPhoto], appeal: w.appeal },
  minutes: 5,
  holder: 'person',
  needsRealPerson: true,
  question: 'replacement',
  group: 'documents',
  form: (context, answers = {}) => replacementForm(parts, context, answers, maySoFar(context, answers)),
  derive: numberOnFile,
  screen,
  decide(context): Verdict {
    const verdict = byLaw(ask(context, context.answers), ['ACCEPTED']);
    return verdict.outcome === 'granted' ? { outcome: 'to-officer', decision: verdict.decision } : verdict;
  },
  grant: (context, decision) => grant(parts, context, decision),
});

export const replacement = makeReplacement({ fee: demonstrationFee, delivery: demonstrationDelivery });

/** Whom the law refuses already is asked for no number, no picture and no address (C-06). */
function maySoFar(context: FormContext, answers: Answers): boolean {
  const told = ['document', 'reason', 'city', 'duty'].every((field) => answers[field] !== undefined);
  return !told || ask(context, answers).decision !== 'REFUSED';
}

function numberOnFile(step: string, answers: Answers, { holder }: FormContext): Answers {
  const held = holder.person?.documents.find(({ type }) => type === answers.document);
  return step === 'document' && held ? { number: held.number } : {};
}

/** With answers that would do in any case: only the day and the age can turn somebody away before the first question. */
function screen(context: FormContext): Decision | undefined {
  const [city, document] = ['replacement-cities', 'replacement-documents'].map(
    (table) => rowsOf(context.law, table)[0]?.key[0] ?? '',
  );
  const decision = ask(context, {
    city: city ?? '',
    document: document ?? '',
    reason: 'lost',
    duty: 'neither',
  });
  return decision.reasons.some((code) => code === 'RULE_NOT_IN_FORCE' || code === 'AGE_BELOW_MIN')
    ? decision
    : undefined;
}

function ask({ law, today, holder }: FormContext, { city, document, reason, duty }: Answers): Decision {
  return law.decide('replacement', {
    at: today,
    // The city that is asked for is that of the household, so one answer says both.
    city,
    hukouInCity: city !== ANOTHER_CITY,
    ...(holder.person ? { birthDate: holder.person.birthDate } : {}),
    document,
    kind: reason === 'first' ? 'first' : 'replace',
    ground: reason === 'first' ? 'none' : reason,
    military: duty === 'military',
    stateEmployee: duty === 'registered' || duty === 'unregistered',
    registeredStateEmployee: duty === 'registered',
  });
}

function grant({ fee, delivery }: Parts, context: DecideContext, { outputs = {} }: Decision): Grant {
  const { answers, holder, law } = context;
  const { document, reason, payment } = answers;
  const within = outputs.decisionWithinWorkingDays;
  const reference = referenceOf(context);
  const quote = fee.quote(String(document));
  const paid = quote && payment === 'online' ? fee.pay(quote, reference).text : w.onReceipt;
  return {
    rows: [
      { label: w.document, value: nameIn(law, ['documents'], String(document)) },
      { label: w.reason, value: w.reasons[String(reason)] ?? '' },
      { label: w.holder, value: holder.person?.name ?? '' },
      ...(typeof within === 'number' ? [{ label: w.decidedWithin, value: w.workingDays(within) }] : []),
      ...(quote ? feeRows(quote.text, paid) : []),
      { label: w.handedOver, value: delivery.track(String(answers.delivery), reference).text },
      { label: w.channel, value: w.platform },
    ],
    letter: true,
    next: [w.nextMade, w.nextCheck],
    bring: [w.bringOld],
  };
}

const feeRows = (amount: Row['value'], paid: Row['value']): Row[] => [
  { label: w.fee, value: amount },
  { label: w.paid, value: paid },
];

/** The same for the same document of a holder on the same day, so that a payment asked for twice is one; it names nobody. */
const referenceOf = ({ answers, today, holder }: DecideContext): string =>
  [
    answers.document,
    today.replaceAll('-', ''),
    maskNumber(String(answers.number)),
    maskNumber(holder.account),
  ].join('-');
