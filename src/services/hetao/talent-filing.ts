/**
 * Filing and the three-year talent endorsement for staff of the zone (M-01, M-02, M-05 to M-07). The management of the Park files a
 * person; an officer finds that filing and decides, so a "yes" typed here grants nothing by itself.
 */
import { maskName, maskNumber } from '../../documents/index.ts';
import { parseInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Form } from '../engine/form.ts';
import { joined } from '../engine/joined.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { askHetao, notYet, openLanes, yearsOn } from './ports.ts';
import { hetaoWords as w } from './words.ts';

const EMPLOYER_LENGTH_MAX = 100;
const SHENZHEN = 'shenzhen';

export const hetaoTalent: Service = {
  id: 'hetao-talent',
  words: {
    title: w.talent,
    summary: w.talentSummary,
    need: [w.needEmployer, w.needNoProof],
    appeal: w.appeal,
  },
  minutes: 2,
  holder: 'person',
  needsRealPerson: true,
  question: 'hetao',
  group: 'endorsement',
  form: () => FORM,
  screen: (context) => notYet(ask(context, { park: SHENZHEN, filed: true })),
  decide,
  grant,
};

const FORM: Form = {
  steps: [
    {
      id: 'employer',
      title: w.employer,
      fields: [
        { id: 'employer', kind: 'text', lengthMax: EMPLOYER_LENGTH_MAX, label: w.employer },
        { id: 'creditCode', kind: 'credit-code', label: w.creditCode, hint: w.creditCodeHint },
      ],
    },
    {
      id: 'park',
      title: w.park,
      fields: [
        {
          id: 'park',
          kind: 'choice',
          label: w.park,
          options: [
            { id: SHENZHEN, text: w.parkShenzhen },
            { id: 'hong-kong', text: w.parkHongKong },
            { id: 'none', text: w.parkNone },
          ],
        },
      ],
    },
    {
      id: 'filed',
      title: w.filed,
      fields: [{ id: 'filed', kind: 'yes-no', label: w.filed, hint: w.filedHint }],
    },
    { id: 'frequent', title: w.frequent, fields: [{ id: 'frequent', kind: 'yes-no', label: w.frequent }] },
  ],
};

const ask = (context: FormContext, facts: { employer?: unknown; park: unknown; filed: boolean }): Decision =>
  askHetao(context, { ...facts, proof: false });

function decide(context: DecideContext): Verdict {
  const { employer, park, filed } = context.answers;
  const verdict = byLaw(ask(context, { employer, park, filed: filed === true }), ['GRANTED']);
  return verdict.outcome === 'granted' ? { outcome: 'to-officer', decision: verdict.decision } : verdict;
}

/** What an officer grants who has found the filing: the law's term for a person who is filed. */
function grant(context: DecideContext): Grant {
  const { answers, holder, at } = context;
  const { outputs } = ask(context, { park: SHENZHEN, filed: true });
  const years = Number(outputs?.validityYears ?? 0);
  const lanes = openLanes(context, answers.frequent === true);
  const name = holder.person?.name ?? '';
  const validUntil = parseInstant(yearsOn(context, years), 'validUntil');
  return {
    rows: [
      { label: w.what, value: w.endorsement },
      { label: w.holder, value: name },
      { label: w.document, value: maskNumber(holder.person?.documents[0]?.number ?? '') },
      { label: w.employer, value: String(answers.employer ?? '') },
      { label: w.years, value: String(years) },
      { label: w.lanes, value: joined(lanes.names) },
    ],
    validFrom: at,
    validUntil,
    order: {
      kind: 'letter',
      validFrom: at,
      validUntil,
      facts: { name: maskName(name), subject: w.talent[holder.language].slice(0, 60) },
    },
    letter: true,
    next: [w.nextEndorsement, w.nextGate, ...(lanes.fast ? [w.nextFast] : [])],
    bring: [w.bringDocuments],
  };
}
