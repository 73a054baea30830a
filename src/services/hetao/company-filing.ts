/**
 * Filing of a company of the zone for business trips (M-03, M-04): in its first year no tax threshold is asked; how many places it
 * gets an officer decides, key firms with preference, and no number is promised here, since none is published.
 */
import { maskName } from '../../documents/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import { FILE_MEDIA, type Form } from '../engine/form.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { askHetao, notYet } from './ports.ts';
import { hetaoWords as w } from './words.ts';

const COMPANY_LENGTH_MAX = 100;
const PLACES_MAX = 9999;
const PAPERS_MAX = 4;

export const hetaoCompany: Service = {
  id: 'hetao-company',
  words: { title: w.company, summary: w.companySummary, need: [w.needLicence, w.needRole], appeal: w.appeal },
  minutes: 4,
  holder: 'person',
  needsRealPerson: true,
  question: 'hetao',
  group: 'endorsement',
  form: () => FORM,
  screen: (context) => notYet(askCompany(context, context.today)),
  decide,
  grant,
};

const FORM: Form = {
  steps: [
    {
      id: 'company',
      title: w.companyWhich,
      fields: [
        {
          id: 'company',
          kind: 'text',
          lengthMax: COMPANY_LENGTH_MAX,
          label: w.companyName,
          hint: w.companyNameHint,
        },
        { id: 'creditCode', kind: 'credit-code', label: w.creditCode, hint: w.creditCodeHint },
        { id: 'registered', kind: 'day', when: 'past', label: w.registered, why: w.registeredWhy },
      ],
    },
    {
      id: 'keyFirm',
      title: w.keyFirm,
      fields: [{ id: 'keyFirm', kind: 'yes-no', label: w.keyFirm, hint: w.keyFirmHint }],
    },
    {
      id: 'places',
      title: w.places,
      fields: [
        { id: 'places', kind: 'number', from: 1, to: PLACES_MAX, label: w.places, hint: w.placesHint },
      ],
    },
    {
      id: 'papers',
      title: w.licence,
      fields: [{ id: 'licence', kind: 'files', label: w.licence, most: PAPERS_MAX, accept: FILE_MEDIA }],
    },
  ],
};

const askCompany = (context: FormContext, registered: unknown): Decision =>
  askHetao(context, { companyRegistered: registered });

/** The office looks at every company; the law only says whether it may be filed at all. */
function decide(context: DecideContext): Verdict {
  const verdict = byLaw(askCompany(context, context.answers.registered), ['ALLOWED']);
  return verdict.outcome === 'granted' ? { outcome: 'to-officer', decision: verdict.decision } : verdict;
}

function grant(context: DecideContext): Grant {
  const { answers, holder } = context;
  const name = holder.person?.name ?? '';
  const isPriority = answers.keyFirm === true && askHetao(context, { keyFirm: true }).decision === 'PRIORITY';
  return {
    rows: [
      { label: w.what, value: w.filedCompany },
      { label: w.companyName, value: String(answers.company ?? '') },
      { label: w.creditCode, value: String(answers.creditCode ?? '') },
      { label: w.contact, value: maskName(name) },
      { label: w.quotaClass, value: isPriority ? w.priority : w.ordinary },
    ],
    validFrom: context.at,
    letter: true,
    next: [w.nextPlaces, w.nextStaff],
  };
}
