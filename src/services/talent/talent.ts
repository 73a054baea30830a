/**
 * Talent endorsements for Hong Kong and Macao (L-01 to L-06). The law says who may and for how long; the endorsement itself is
 * granted by officers, who find the file prepared: category, place of work, certificate.
 */
import type { Texts } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant, Row } from '../engine/case.ts';
import type { Answers, Form, Option, Step } from '../engine/form.ts';
import { nameIn, optionsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { talentWords as w } from './words.ts';

const PERMIT = 'EEP';
const PROVINCES = 'talent-provinces';
const CITIES = 'talent-cities';
const CATEGORIES = 'talent-categories';

export const talent: Service = {
  id: 'talent',
  words: { title: w.title, summary: w.summary, need: [w.needPermit, w.needProof], appeal: w.appeal },
  minutes: 4,
  holder: 'person',
  needsRealPerson: true,
  question: 'talent',
  group: 'endorsement',
  form,
  prefill: ({ holder }) => {
    const permit = holder.person?.documents.find(({ type }) => type === PERMIT);
    return permit ? { permit: permit.number } : {};
  },
  screen(context) {
    const decision = ask(context, {}, false);
    return decision.reasons.includes('RULE_NOT_IN_FORCE') ? decision : undefined;
  },
  decide,
  grant,
};

/** Whom the law refuses for where they work is asked for no certificate and no permit (C-06). */
function form(context: FormContext, answers: Answers = {}): Form {
  const refused = answers.workPlace !== undefined && ask(context, answers, true).decision === 'REFUSED';
  return { steps: [...lawSteps(context), ...(refused ? [] : fileSteps())] };
}

function lawSteps({ law }: FormContext): Step[] {
  const [categories, places] = [optionsOf(law, CATEGORIES), workPlaces({ law })];
  return [
    choiceStep('workPlace', w.workPlace, places, w.workPlaceHint),
    choiceStep('category', w.category, categories, w.categoryHint),
  ];
}

const fileSteps = (): Step[] => [
  proofStep(),
  choiceStep('destination', w.destination, [
    { id: 'HK', text: w.hongKong },
    { id: 'MO', text: w.macao },
  ]),
  {
    id: 'permit',
    title: w.permit,
    fields: [{ id: 'permit', kind: 'document-number', type: PERMIT, label: w.permit, hint: w.permitHint }],
  },
];

const choiceStep = (id: string, label: Texts, options: readonly Option[], hint?: Texts): Step => ({
  id,
  title: label,
  fields: [{ id, kind: 'choice', label, options, ...(hint ? { hint } : {}) }],
});

/** The certificate with what it says of itself: who issued it, for which employer. */
function proofStep(): Step {
  const shown = { field: 'issuer', is: ['authority', 'employer'] };
  return {
    id: 'proof',
    title: w.certificate,
    fields: [
      {
        id: 'issuer',
        kind: 'choice',
        label: w.issuer,
        options: [
          { id: 'employer', text: w.employer },
          { id: 'authority', text: w.authority },
          { id: 'none', text: w.noProof, hint: w.noProofHint },
        ],
      },
      { id: 'employer', kind: 'text', lengthMax: 80, label: w.employerName, only: shown },
      {
        id: 'certificate',
        kind: 'files',
        most: 3,
        accept: ['application/pdf', 'image/jpeg', 'image/png'],
        label: w.certificate,
        hint: w.certificateHint,
        only: shown,
      },
    ],
  };
}

/** Regions and cities as the law lists them, then the zones, then everywhere else: one question instead of three. */
const workPlaces = ({ law }: Pick<FormContext, 'law'>): Option[] => [
  ...optionsOf(law, CITIES),
  ...optionsOf(law, PROVINCES),
  { id: 'free-trade-zone', text: w.freeTradeZone },
  { id: 'elsewhere', text: w.elsewhere },
];

function ask({ law, today }: FormContext, answers: Answers, proof: boolean): Decision {
  const { workPlace = 'elsewhere', category } = answers;
  return law.decide('talent', {
    at: today,
    // One answer stands for both: the law looks in its list of provinces and in its list of cities.
    workProvince: workPlace,
    workCity: workPlace,
    inFTZ: workPlace === 'free-trade-zone',
    ...(category === undefined ? {} : { category }),
    proof,
  });
}

function decide(context: DecideContext): Verdict {
  // What was not asked for is not missing.
  const { issuer } = context.answers;
  const proof = issuer === undefined || (context.files.certificate ?? 0) > 0;
  const decision = ask(context, context.answers, proof);
  const verdict = byLaw(decision, ['GRANTED']);
  // What the law allows is still granted by a person, who looks at the certificate.
  return verdict.outcome === 'granted' ? { outcome: 'to-officer', decision } : verdict;
}

function grant({ holder, answers, law, today }: DecideContext, decision: Decision): Grant {
  return {
    rows: [
      { label: w.result, value: w.multiple },
      { label: w.holder, value: holder.person?.name ?? '' },
      { label: w.destination, value: answers.destination === 'MO' ? w.macao : w.hongKong },
      { label: w.category, value: nameIn(law, [CATEGORIES], String(answers.category)) },
      ...terms(decision),
      ...stayExample(law.decide('talent', { enteredHK: today, checkedAt: today })),
    ],
    letter: true,
    next: [w.nextCollect, w.nextLane],
    bring: [w.bringOriginal],
  };
}

/** L-03, L-04: years and days as the law gave them when it was asked. */
function terms({ outputs = {} }: Decision): Row[] {
  const { validityYears, stayDays } = outputs;
  return [
    ...(typeof validityYears === 'number' ? [{ label: w.validity, value: w.years(validityYears) }] : []),
    ...(typeof stayDays === 'number' ? [{ label: w.stay, value: w.days(stayDays) }] : []),
  ];
}

const stayExample = ({ outputs = {} }: Decision): Row[] =>
  typeof outputs.lastDay === 'string' ? [{ label: w.stayExample, value: outputs.lastDay }] : [];
