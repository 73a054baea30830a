/**
 * A journey from door to door (A-17, G-08): what to carry, what to file, which lane on which side, the onward leg, with times. The law
 * names the steps (`rules/journey.yaml`); one side's result never stands for the other's.
 */
import { formatInstant, type Texts } from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import { beijing } from '../engine/beijing.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant, Row } from '../engine/case.ts';
import type { Answers, Field, Form, Option, Step } from '../engine/form.ts';
import { nameIn, rowsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service } from '../engine/service.ts';
import { words } from '../engine/words.ts';
import { laneText } from './lane-texts.ts';
import { type Schedule, scheduleOf, timelineOf } from './schedule.ts';
import { WAY_OPTIONS, WAYS } from './ways.ts';
import { journeyWords as w } from './words.ts';

const UNDECIDED = 'undecided';
const OTHER_PORT = 'other-port';

/** What people of each residence cross with, the most used first. */
const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  mainland: ['EEP', 'EEP_OFFICIAL', 'PP_CN', 'MTP_TO_TW'],
  hkmo: ['HRP', 'HRP_NC'],
  taiwan: ['MTP_TW_5Y', 'MTP_TW_1'],
  foreigner: ['PP_FOREIGN', 'FPR'],
};

export const journey: Service = {
  id: 'journey',
  words: { title: w.title, summary: w.summary, need: [w.needDocument, w.needTimes], appeal: w.appeal },
  minutes: 2,
  holder: 'guest',
  question: 'journey',
  group: 'crossing',
  form: ({ law }, answers = {}) => form(law, answers),
  prefill,
  decide: (context) => byLaw(ask(context), ['ADVICE']),
  grant,
};

const single = (field: Field): Step => ({ id: field.id, title: field.label, fields: [field] });

function form(law: Law, answers: Answers): Form {
  const vehicles = ['train', 'flight', 'coach'] as const;
  return {
    steps: [
      single({ id: 'category', kind: 'choice', label: w.who, options: RESIDENCES }),
      single({ id: 'document', kind: 'choice', label: w.document, options: documentsFor(law, answers) }),
      single({ id: 'way', kind: 'choice', label: w.way, options: WAY_OPTIONS }),
      single({ id: 'port', kind: 'choice', label: w.port, options: portsFor(law, answers) }),
      ...(hasLane(law, answers) ? [single({ id: 'enrolled', kind: 'yes-no', label: w.enrolled })] : []),
      {
        ...single({ id: 'phone', kind: 'yes-no', label: w.phone }),
        only: { field: 'category', is: ['hkmo'] },
      },
      single({
        id: 'onward',
        kind: 'choice',
        label: w.onward,
        options: [{ id: 'none', text: w.none }, ...vehicles.map((id) => ({ id, text: w[id] }))],
      }),
      {
        id: 'times',
        title: w.times,
        fields: [
          { id: 'leaves', kind: 'instant', label: w.leaves, only: { field: 'onward', is: ['none'] } },
          { id: 'departs', kind: 'instant', label: w.departs, only: { field: 'onward', is: vehicles } },
          { id: 'toPort', kind: 'number', from: 0, to: 600, label: w.toPort, hint: w.roughly },
          { id: 'fromPort', kind: 'number', from: 0, to: 600, label: w.fromPort, hint: w.roughly },
        ],
      },
    ],
  };
}

const RESIDENCES: readonly Option[] = [
  { id: 'mainland', text: w.mainlander },
  { id: 'hkmo', text: w.hkmo },
  { id: 'taiwan', text: w.taiwan },
  { id: 'foreigner', text: w.foreigner },
];

const documentsFor = (law: Law, { category }: Answers): Option[] =>
  (DOCUMENTS[String(category)] ?? Object.values(DOCUMENTS).flat()).map((id) => ({
    id,
    text: nameIn(law, ['documents'], id),
  }));

/** The ports that lead to the side chosen; one that is not listed is served by the counter. */
function portsFor(law: Law, { way }: Answers): Option[] {
  const counterpart = WAYS.get(String(way))?.counterpart;
  const ports = rowsOf(law, 'lane-ports').filter(({ attributes }) => {
    const across = attributes.counterpart;
    return counterpart === undefined || (Array.isArray(across) && across.includes(counterpart));
  });
  return [
    ...ports.flatMap(({ key: [id = ''] }) => ({ id, text: nameIn(law, ['lane-ports'], id) })),
    { id: OTHER_PORT, text: w.otherPort },
    { id: UNDECIDED, text: w.undecided },
  ];
}

/** Whether the face lane is open to this document at all: only then is enrolment asked about. */
const hasLane = (law: Law, { category, document }: Answers): boolean =>
  rowsOf(law, 'lane-documents').some(({ key }) => key[0] === category && key[1] === document);

function prefill({ law, holder: { person } }: FormContext): Answers {
  if (!person) return {};
  const { category } = person;
  const held = documentsFor(law, { category }).find(({ id }) =>
    person.documents.some(({ type }) => type === id),
  );
  return { category, ...(held ? { document: held.id } : {}) };
}

function ask({ law, answers }: DecideContext): Decision {
  const { category, document, port, enrolled = false, phone = true } = answers;
  const { from, to } = WAYS.get(String(answers.way)) ?? {};
  return law.decide('journey', {
    at: formatInstant(scheduleOf(answers).atPort),
    from,
    to,
    category,
    document,
    enrolled,
    phone,
    ...(port === UNDECIDED ? {} : { port }),
  });
}

function grant({ law, answers }: DecideContext, { outputs = {} }: Decision): Grant {
  const schedule = scheduleOf(answers);
  const timeline = timelineOf(schedule);
  return {
    timeline,
    rows: [
      ...filing(outputs.file),
      { label: w.rowLeave, value: beijing(schedule.leave) },
      { label: w.rowPort, value: portText(law, answers, schedule) },
      ...checks(law, outputs.steps),
      { label: w.rowHand, value: inHand(outputs.inHand) },
      ...timeline.marks.slice(2).map(({ at, label }) => ({ label, value: beijing(at) })),
    ],
    next: [
      w.nextSeparate,
      w.nextAllow,
      ...(answers.enrolled === false && hasLane(law, answers) ? [w.nextEnrol] : []),
    ],
    bring: carried(law, answers),
  };
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const filing = (file: unknown): Row[] =>
  listOf(file).includes('arrival-card') ? [{ label: w.rowFile, value: w.arrivalCard }] : [];

const checks = (law: Law, steps: unknown): Row[] =>
  listOf(steps).map((phrase, index) => ({
    label: index === 0 ? w.rowFirst : w.rowSecond,
    value: laneText(law, phrase),
  }));

const inHand = (value: unknown): Texts =>
  listOf(value).some((phrase) => phrase.startsWith('nothing')) ? w.handNothing : w.handDocument;

function portText(law: Law, { port }: Answers, { atPort }: Schedule): Texts {
  const name =
    port === UNDECIDED
      ? w.anyPort
      : port === OTHER_PORT
        ? w.otherPort
        : nameIn(law, ['lane-ports'], String(port));
  const line = (language: keyof Texts) => `${beijing(atPort)} · ${name[language]}`;
  return words(line('zh-Hant'), line('zh-Hans'), line('en'), line('pt'));
}

/** the document itself, even where no lane asks to see it. */
const carried = (law: Law, { category, document }: Answers): Texts[] => [
  nameIn(law, ['documents'], String(document)),
  ...(document === 'EEP' ? [w.bringEndorsement] : []),
  ...(category === 'hkmo' ? [w.bringId] : []),
];
