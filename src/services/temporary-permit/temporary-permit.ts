/**
 * The electronic temporary travel permit (H-01 to H-20): for residents of Hong Kong, Macao and Taiwan whose permit was
 * lost, damaged or forgotten, to take a train or a plane inside the mainland. Who may, how often and how long is the
 * law's (`rules/temp-permit.yaml`); here stand the questions and what is handed out.
 */
import { maskName, maskNumber } from '../../documents/index.ts';
import { formatInstant, parseInstant, shanghaiDay } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Form } from '../engine/form.ts';
import type { DecideContext, FormContext, HolderPerson, Service } from '../engine/service.ts';
import { permitWords as w } from './words.ts';

const FORM: Form = {
  steps: [
    {
      id: 'ground',
      title: w.ground,
      fields: [
        {
          id: 'ground',
          kind: 'choice',
          label: w.ground,
          options: [
            { id: 'forgot', text: w.forgot },
            { id: 'lost', text: w.lost },
            { id: 'damaged', text: w.damaged },
          ],
        },
      ],
    },
    {
      id: 'purpose',
      title: w.purpose,
      fields: [
        {
          id: 'purpose',
          kind: 'choice',
          label: w.purpose,
          hint: w.purposeHint,
          options: [
            { id: 'train', text: w.train },
            { id: 'flight', text: w.flight },
            { id: 'coach', text: w.other },
          ],
        },
      ],
    },
    {
      id: 'journey',
      title: w.journey,
      fields: [
        { id: 'from', kind: 'text', lengthMax: 60, label: w.from, hint: w.placeHint },
        { id: 'to', kind: 'text', lengthMax: 60, label: w.to },
      ],
    },
  ],
};

export const temporaryPermit: Service = {
  id: 'temporary-permit',
  words: {
    title: w.title,
    summary: w.summary,
    need: [w.needNumber, w.needFace, w.needMobile],
    appeal: w.appeal,
  },
  minutes: 1,
  holder: 'person',
  needsRealPerson: true,
  needsMainlandMobile: true,
  question: 'temp-permit',
  group: 'permit',
  quota: 'temporary-permit',
  form: () => FORM,
  screen: (context) => {
    const decision = ask(
      context,
      { ground: 'forgot', purpose: 'train', from: 'Shenzhen', to: 'Guangzhou' },
      [],
    );
    // Only what no answer could change turns somebody away before the first question.
    return decision.reasons.some((code) => code === 'NOT_APPLICABLE' || code === 'RULE_NOT_IN_FORCE')
      ? decision
      : undefined;
  },
  decide: (context) => byLaw(ask(context, context.answers, context.uses.map(shanghaiDay)), ['GRANTED']),
  grant,
};

function ask(
  context: FormContext,
  answers: Readonly<Record<string, unknown>>,
  issuedOn: readonly string[],
): Decision {
  const { holder, law, at } = context;
  return law.decide('temp-permit', {
    resident: residentOf(holder.person),
    ground: answers.ground,
    purpose: answers.purpose,
    from: answers.from,
    to: answers.to,
    at: formatInstant(at),
    issuedThisMonth: issuedOn.filter((day) => day.slice(0, 7) === shanghaiDay(at).slice(0, 7)).length,
    realName: holder.person !== undefined,
    realPerson: holder.realPerson,
    mainlandMobile: holder.mainlandMobile,
    residencePermit: holder.person?.documents.some(({ type }) => type === 'RP_HKMOTW') ?? false,
  });
}

const PERMITS = ['HRP', 'HRP_NC', 'MTP_TW_5Y'];
const permitOf = (person: HolderPerson | undefined) =>
  person?.documents.find(({ type }) => PERMITS.includes(type)) ?? person?.documents[0];

/** As the law names residents; the first letter of a home-return permit tells Hong Kong from Macao. */
function residentOf(person: HolderPerson | undefined): string {
  const permit = permitOf(person);
  const region = permit?.number.startsWith('M') ? 'MO' : 'HK';
  switch (person?.category) {
    case 'hkmo':
      return permit?.type === 'HRP_NC' ? `${region}-non-Chinese` : region;
    case 'taiwan':
      return 'TW';
    case 'mainland':
      return 'CN-mainland';
    default:
      return 'foreigner';
  }
}

function grant(context: DecideContext, decision: Decision): Grant {
  const { holder, at, answers, law } = context;
  const validity = law.decide('temp-permit', {
    issuedAt: formatInstant(at),
    checkedAt: formatInstant(at),
    verifier: 'RAIL',
  });
  const validUntil = parseInstant(validity.outputs?.validUntil, 'validUntil');
  const taiwan = holder.person?.category === 'taiwan';
  const name = taiwan ? w.permitTaiwan : w.permitHkmo;
  return {
    rows: [
      { label: w.permit, value: name },
      { label: w.holder, value: holder.person?.name ?? '' },
      { label: w.purpose, value: answers.purpose === 'flight' ? w.flight : w.train },
      { label: w.journey, value: `${answers.from} – ${answers.to}` },
    ],
    validFrom: at,
    validUntil,
    order: {
      kind: 'permit',
      validFrom: at,
      validUntil,
      facts: {
        name: maskName(holder.person?.name ?? ''),
        document: maskNumber(permitOf(holder.person)?.number ?? ''),
        purposes: ['train', 'flight'],
      },
    },
    letter: true,
    use: 'temporary-permit',
    next: [w.nextShow, w.nextBorder, ...(decision.outputs?.warning ? [w.nextEarly] : [])],
    bring: [w.bringTicket],
  };
}
