/** The questions of the arrival card: first whether one is needed, then, only if so, the card. */
import type { Law } from '../../policy/index.ts';
import type { Answers, Field, Form, SimpleField, Step } from '../engine/form.ts';
import { optionsOf } from '../engine/law-lists.ts';
import type { FormContext } from '../engine/service.ts';
import { NO_SITUATION, needsCard } from './duty.ts';
import { arrivalWords as w } from './words.ts';

const COMPANIONS_MAX = 20;
const MRZ_LENGTH_MAX = 120;

const single = (field: Field): Step => ({ id: field.id, title: field.label, fields: [field] });

export function arrivalForm(context: FormContext, answers: Answers): Form {
  return {
    steps: [...dutySteps(context.law), ...(needsCard(context, answers) ? cardSteps(context.law) : [])],
  };
}

function dutySteps(law: Law): Step[] {
  const onlyIf = (...is: string[]) => ({ only: { field: 'situation', is } });
  return [
    single({
      id: 'category',
      kind: 'choice',
      label: w.who,
      options: [
        { id: 'foreigner', text: w.foreigner, hint: w.foreignerHint },
        { id: 'hkmo', text: w.hkmo },
        { id: 'taiwan', text: w.taiwan },
        { id: 'mainland', text: w.mainland },
      ],
    }),
    single({ id: 'arrival', kind: 'day', when: 'future', label: w.arrival }),
    {
      id: 'situation',
      title: w.situation,
      only: { field: 'category', is: ['foreigner'] },
      fields: [
        {
          id: 'situation',
          kind: 'choice',
          label: w.situation,
          why: w.situationWhy,
          options: [...optionsOf(law, 'arrival-card-exemptions'), { id: NO_SITUATION, text: w.none }],
        },
      ],
    },
    {
      id: 'more',
      title: w.more,
      only: { field: 'category', is: ['foreigner'] },
      fields: [
        { id: 'documentExpires', kind: 'day', label: w.documentExpires, ...onlyIf('fpr-card', 'hrp-nc') },
        { id: 'leavesArea', kind: 'yes-no', label: w.leavesArea, ...onlyIf('direct-24h') },
        { id: 'sameShip', kind: 'yes-no', label: w.sameShip, ...onlyIf('cruise') },
        { id: 'onDuty', kind: 'yes-no', label: w.onDuty, ...onlyIf('crew') },
      ],
    },
  ];
}

const NAMES: readonly SimpleField[] = [
  { id: 'familyName', kind: 'name', label: w.familyName, hint: w.nameHint },
  { id: 'givenNames', kind: 'name', label: w.givenNames, optional: true },
];
const PASSPORT: readonly SimpleField[] = [
  { id: 'nationality', kind: 'country', label: w.nationality },
  { id: 'number', kind: 'document-number', type: 'PP_FOREIGN', label: w.number },
];
const BIRTH: SimpleField = { id: 'birthDate', kind: 'day', when: 'past', label: w.birthDate };

const cardSteps = (law: Law): Step[] => [...passportSteps, ...visitSteps(law)];

const passportSteps: readonly Step[] = [
  single({
    id: 'mrz',
    kind: 'text',
    lengthMax: MRZ_LENGTH_MAX,
    lines: 2,
    label: w.mrz,
    hint: w.mrzHint,
    optional: true,
  }),
  { id: 'name', title: w.name, fields: NAMES },
  {
    id: 'passport',
    title: w.passport,
    fields: [...PASSPORT, { id: 'expires', kind: 'day', when: 'future', label: w.expires }],
  },
  {
    id: 'person',
    title: w.person,
    fields: [
      BIRTH,
      {
        id: 'sex',
        kind: 'choice',
        label: w.sex,
        options: [
          { id: 'female', text: w.female },
          { id: 'male', text: w.male },
          { id: 'other', text: w.otherSex },
        ],
      },
    ],
  },
];

function visitSteps(law: Law): Step[] {
  return [
    {
      id: 'journey',
      title: w.journey,
      fields: [
        { id: 'port', kind: 'text', lengthMax: 60, label: w.port, hint: w.portHint },
        {
          id: 'conveyance',
          kind: 'text',
          lengthMax: 40,
          label: w.conveyance,
          hint: w.conveyanceHint,
          optional: true,
        },
      ],
    },
    {
      id: 'stay',
      title: w.stay,
      fields: [
        { id: 'address', kind: 'text', lengthMax: 200, lines: 2, label: w.address },
        { id: 'leaves', kind: 'day', when: 'future', label: w.leaves },
      ],
    },
    single({ id: 'visa', kind: 'text', lengthMax: 30, label: w.visa, hint: w.visaHint, optional: true }),
    single({
      id: 'purpose',
      kind: 'choice',
      label: w.purpose,
      options: optionsOf(law, 'arrival-card-purposes'),
    }),
    single({
      id: 'companions',
      kind: 'group',
      label: w.companions,
      hint: w.companionsHint,
      item: w.companion,
      fields: [...NAMES, ...PASSPORT, BIRTH],
      least: 0,
      most: COMPANIONS_MAX,
      optional: true,
    }),
  ];
}
