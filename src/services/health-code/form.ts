/** What the code asked, by either version; days and hours only, never a place (T-04, T-05, T-08). */
import type { Texts } from '../../kernel/index.ts';
import type { Field, Form, Option, SimpleField, Step } from '../engine/form.ts';
import { healthWords as w } from './words.ts';

const PAPERS = ['application/pdf', 'image/jpeg', 'image/png'] as const;
const DAYS_MAX = 3650;
const HOURS_MAX = 24 * 365;

const LAUNCHED = { field: 'model', is: ['launched'] };
const EXPECTED = { field: 'model', is: ['source-expected'] };
const CROSSING = { field: 'purpose', is: ['cross'] };

const choice = (id: string, label: Texts, options: readonly Option[]): SimpleField => ({
  id,
  kind: 'choice',
  label,
  options,
});
const number = (id: string, label: Texts, to: number): SimpleField => ({
  id,
  kind: 'number',
  from: 0,
  to,
  label,
});

export const HEALTH_FORM: Form = {
  steps: [
    {
      id: 'model',
      title: w.model,
      fields: [
        choice('model', w.model, [
          { id: 'launched', text: w.launched, hint: w.launchedHint },
          { id: 'source-expected', text: w.expected, hint: w.expectedHint },
        ]),
      ],
    },
    {
      id: 'who',
      title: w.who,
      fields: [
        { id: 'name', kind: 'name', label: w.name },
        { id: 'identity', kind: 'document-number', type: 'HKID', label: w.identity },
        { id: 'permit', kind: 'document-number', type: 'HRP', label: w.permit },
      ],
    },
    addressStep(),
    conditionStep(),
    abroadStep(),
    {
      id: 'test',
      title: w.test,
      only: EXPECTED,
      fields: [
        number('pcrHoursAgo', w.pcrHoursAgo, HOURS_MAX),
        { id: 'compulsoryTest', kind: 'yes-no', label: w.compulsoryTest },
      ],
    },
    {
      id: 'purpose',
      title: w.purpose,
      fields: [
        choice('purpose', w.purpose, [
          { id: 'cross', text: w.cross },
          { id: 'local', text: w.local },
        ]),
      ],
    },
    recordsStep(),
    {
      id: 'convertTo',
      title: w.convertTo,
      only: CROSSING,
      fields: [
        choice('convertTo', w.convertTo, [
          { id: 'none', text: w.notConvert },
          { id: '粵康碼', text: w.guangdong },
          { id: '澳康碼', text: w.macao },
        ]),
      ],
    },
  ],
};

function addressStep(): Step {
  const shown = { field: 'address', is: ['paper'] };
  const fields: Field[] = [
    choice('address', w.address, [
      { id: 'paper', text: w.addressPaper },
      { id: 'public-housing', text: w.publicHousing },
    ]),
    { id: 'addressPaper', kind: 'files', most: 1, accept: PAPERS, label: w.address, only: shown },
  ];
  return { id: 'address', title: w.address, fields };
}

function conditionStep(): Step {
  const options = Object.entries(w.conditions).map(([id, text]) => ({ id, text }));
  const shown = { field: 'condition', is: ['discharged'] };
  return {
    id: 'condition',
    title: w.condition,
    only: LAUNCHED,
    fields: [
      choice('condition', w.condition, options),
      { ...number('dischargedDaysAgo', w.dischargedDaysAgo, DAYS_MAX), only: shown },
    ],
  };
}

function abroadStep(): Step {
  const arrived = { field: 'abroad', is: ['arrived'] };
  const highRisk = { field: 'abroad', is: ['high-risk'] };
  const schemes = [
    { id: 'none', text: w.noScheme },
    { id: '回港易', text: w.return2hk },
    { id: '來港易', text: w.come2hk },
  ];
  return {
    id: 'abroad',
    title: w.abroad,
    fields: [
      {
        ...choice('abroad', w.abroad, [
          { id: 'no', text: w.stayed },
          { id: 'arrived', text: w.arrived },
          { id: 'high-risk', text: w.highRisk },
        ]),
        hint: w.abroadHint,
      },
      { ...number('arrivedHKDaysAgo', w.arrivedHKDaysAgo, DAYS_MAX), only: arrived },
      { ...choice('via', w.via, schemes), only: arrived },
      { ...number('highRiskDaysAgo', w.highRiskDaysAgo, DAYS_MAX), only: highRisk },
    ],
  };
}

/** Asked of those who cross, and by the version that asked it; who stays is asked nothing more (T-08). */
function recordsStep(): Step {
  return {
    id: 'records',
    title: w.records,
    only: EXPECTED,
    fields: [
      { ...number('recordDays', w.recordDays, DAYS_MAX), hint: w.recordDaysHint, only: CROSSING },
      { id: 'vaccine', kind: 'files', most: 1, accept: PAPERS, label: w.vaccine, only: CROSSING },
    ],
  };
}
