/**
 * Renewing a family-visit endorsement while in Hong Kong or Macao: who may, through which agency and by which day is
 * the law's; the portal tells that day before it asks when the holder will file, and prepares the letter for the agency.
 */
import { isDay } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant, Row } from '../engine/case.ts';
import { dayLetter } from '../engine/day-letter.ts';
import type { Answers, Form } from '../engine/form.ts';
import { nameIn, optionsOf, rowsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { renewalForm } from './form.ts';
import { renewalWords as w } from './words.ts';

const PERMIT = 'EEP';
const ENDORSEMENTS = 'endorsements';
const FAMILY_VISIT = 'T';

export const familyRenewal: Service = {
  id: 'family-renewal',
  words: { title: w.title, summary: w.summary, need: [w.needPermit, w.needSlip], appeal: w.appeal },
  minutes: 2,
  holder: 'person',
  question: 'family-renewal',
  group: 'endorsement',
  form,
  prefill: ({ holder }) => {
    const held = holder.person?.documents.find(({ type }) => type === PERMIT)?.endorsements ?? [];
    const type = (held.find((each) => each.type === FAMILY_VISIT) ?? held[0])?.type;
    return type === undefined ? {} : { endorsement: type };
  },
  screen(context) {
    const decision = ask(context, {});
    return decision.reasons.includes('RULE_NOT_IN_FORCE') ? decision : undefined;
  },
  decide(context): Verdict {
    const verdict = byLaw(ask(context, context.answers), ['ACCEPTED']);
    const latest = verdict.decision.outputs?.latestFilingDay;
    return verdict.outcome === 'to-officer' && isDay(latest) ? { ...verdict, dueOn: latest } : verdict;
  },
  grant,
};

function form(context: FormContext, answers: Answers = {}): Form {
  const { outputs = {} } = ask(context, answers);
  const { latestFilingDay: latest, recommendedFilingDay: recommended } = outputs;
  const told =
    typeof answers.stayEnds === 'string' && typeof latest === 'string' && typeof recommended === 'string';
  const hint = told ? w.filedOnHint(agencyName(context, answers), latest, recommended) : undefined;
  return renewalForm(optionsOf(context.law, ENDORSEMENTS), hint);
}

/** What is not answered yet stands as what the service is for, so that the law can tell the last day early. */
function ask(context: FormContext, answers: Answers): Decision {
  const { law, today } = context;
  const { endorsement = FAMILY_VISIT, place = 'HK', stayEnds = today, filedOn = today } = answers;
  const requested = answers.requested === 'another' ? answers.anotherType : 'same';
  const agency = agencyOf(context, answers);
  return law.decide('family-renewal', { filedOn, stayEnds, endorsement, requested, place, agency });
}

/** the agency that the law names for the place; the holder is not asked what has one answer only. */
function agencyOf({ law }: FormContext, { place = 'HK' }: Answers): string {
  const row = rowsOf(law, 'family-renewal-agencies').find(({ key }) => key[0] === place);
  return String(row?.attributes.agency ?? 'OTHER');
}

const agencyName = (context: FormContext, answers: Answers) =>
  w.agencies[agencyOf(context, answers)] ?? w.unknownAgency;

function grant(context: DecideContext, decision: Decision): Grant {
  const { holder, answers, law } = context;
  const { outputs = {} } = decision;
  const lastDay = isDay(outputs.latestFilingDay) ? outputs.latestFilingDay : answers.stayEnds;
  const name = holder.person?.name ?? '';
  return {
    ...dayLetter(context, lastDay, name, w.letterSubject),
    rows: [
      { label: w.agency, value: agencyName(context, answers) },
      ...dayRow(w.latest, outputs.latestFilingDay),
      ...dayRow(w.recommended, outputs.recommendedFilingDay),
      { label: w.type, value: nameIn(law, [ENDORSEMENTS], String(answers.endorsement)) },
      { label: w.stayEnds, value: String(answers.stayEnds) },
      { label: w.holder, value: name },
    ],
    next: [w.next, w.nextStay],
    bring: [w.bringPermit, w.bringSlip, w.bringRelation],
  };
}

const dayRow = (label: Row['label'], day: unknown): Row[] => (isDay(day) ? [{ label, value: day }] : []);
