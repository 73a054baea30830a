/**
 * Visa-free transit of 240 hours (P-01 to P-10): a check before the journey, with the day by which one must have left. The law
 * decides it (`rules/transit240.yaml`); what it leaves open goes to an officer.
 */
import {
  addDays,
  type Instant,
  later,
  type Millis,
  minutes,
  parseInstant,
  shanghaiDay,
  startOfShanghaiDay,
  type Texts,
} from '../../kernel/index.ts';
import type { Decision, Law } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Answers, Field, Form, Option, Step } from '../engine/form.ts';
import { askOf, countryName, nameIn, numberOn, optionsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service } from '../engine/service.ts';
import { words } from '../engine/words.ts';
import { areaName } from './area-names.ts';
import { areaSteps, areasOf } from './areas.ts';
import { clockOf } from './clock.ts';
import { between } from './route.ts';
import { transit240Words as own, transitWords as w } from './words.ts';

const ENTRY_PORTS = 'transit240-ports';
const PORT_TABLES = [ENTRY_PORTS, 'lane-ports', 'transit240-exit-ports'];
/** No list has it. */
const OTHER_PORT = 'other-port';
/** A day to pack and to get to the port. */
const REMIND_BEFORE: Millis = minutes(24 * 60);

export const transit240: Service = {
  id: 'transit-240h',
  words: { title: own.title, summary: own.summary, need: [w.needPassport, w.needTicket], appeal: w.appeal },
  minutes: 2,
  holder: 'guest',
  question: 'transit240',
  group: 'visit',
  form: ({ law }, answers = {}) => form(law, answers),
  prefill,
  decide: (context) => byLaw(ask(context), ['ELIGIBLE']),
  grant,
};

const single = (field: Field): Step => ({ id: field.id, title: field.label, fields: [field] });

function form(law: Law, answers: Answers): Form {
  const asked = (fact: string) => askOf(law, 'transit240', fact);
  const entryPorts = [...optionsOf(law, ENTRY_PORTS), { id: OTHER_PORT, text: w.otherPort }];
  return {
    steps: [
      {
        id: 'passport',
        title: own.passport,
        fields: [
          { id: 'nationality', kind: 'country', label: asked('nationality') },
          { id: 'passportExpires', kind: 'day', label: asked('passportExpires') },
        ],
      },
      {
        id: 'route',
        title: w.route,
        fields: [
          { id: 'origin', kind: 'country', label: asked('origin') },
          { id: 'destination', kind: 'country', label: asked('destination') },
        ],
      },
      single({ id: 'ticket', kind: 'choice', label: asked('ticket'), options: TICKETS }),
      {
        id: 'times',
        title: w.times,
        fields: [
          { id: 'entry', kind: 'instant', label: asked('entry'), hint: w.timeHint },
          { id: 'exit', kind: 'instant', label: asked('exit') },
        ],
      },
      single({ id: 'entryPort', kind: 'choice', label: asked('entryPort'), options: entryPorts }),
      single({
        id: 'exitPort',
        kind: 'choice',
        label: own.exitPort,
        options: exitPorts(law),
        optional: true,
      }),
      ...areaSteps(law, answers),
      single({ id: 'purpose', kind: 'choice', label: asked('purpose'), options: purposes(law) }),
    ],
  };
}

const TICKETS: readonly Option[] = [
  { id: 'confirmed', text: own.confirmed },
  { id: 'open', text: own.open },
  { id: 'waitlist', text: own.waitlist },
  { id: 'none', text: own.none },
];

function exitPorts(law: Law): Option[] {
  const ids = new Set(
    [ENTRY_PORTS, 'transit240-exit-ports'].flatMap((table) => optionsOf(law, table).map(({ id }) => id)),
  );
  return [
    ...[...ids].map((id) => ({ id, text: nameIn(law, PORT_TABLES, id) })),
    { id: OTHER_PORT, text: w.otherPort },
  ];
}

const NEEDING_VISA = { journalism: own.journalism, work: own.work, study: own.study };

const purposes = (law: Law): Option[] => [
  ...optionsOf(law, 'transit240-activities'),
  ...Object.entries(NEEDING_VISA).map(([id, text]) => ({ id, text })),
];

function prefill({ holder }: FormContext): Answers {
  const passport = holder.person?.documents.find(({ type }) => type === 'PP_FOREIGN');
  return passport ? { passportExpires: passport.expires } : {};
}

function ask({ law, answers }: DecideContext): Decision {
  const {
    nationality,
    passportExpires,
    origin,
    destination,
    ticket,
    entry,
    exit,
    entryPort,
    exitPort,
    purpose,
  } = answers;
  return law.decide('transit240', {
    nationality,
    passportExpires,
    origin,
    destination,
    ticket,
    entry,
    exit,
    entryPort,
    ...(exitPort === undefined ? {} : { exitPort }),
    areas: areasOf(answers),
    purpose,
  });
}

function grant({ law, answers, at }: DecideContext, decision: Decision): Grant {
  const entry = parseInstant(answers.entry, 'entry');
  const starts = clockStart(law, entry);
  const length = minutes(60 * numberOn(law, 'transit240-hours', shanghaiDay(entry)));
  const leave = parseInstant(answers.exit, 'exit');
  const clock = clockOf(
    { arrive: entry, starts, deadline: later(starts, length), leave, remindBefore: REMIND_BEFORE },
    at,
  );
  return {
    ...clock,
    rows: [
      { label: w.result, value: own.granted },
      { label: own.nationality, value: countryName(String(answers.nationality)) },
      { label: w.route, value: between(String(answers.origin), String(answers.destination)) },
      { label: own.entryPort, value: nameIn(law, PORT_TABLES, String(answers.entryPort)) },
      ...clock.rows,
      { label: own.areas, value: listed(areasOf(answers).map(areaName)) },
    ],
    next: [own.nextCard, own.nextClock, own.nextChange, ...otherRegimes(law, decision)],
    bring: [own.bringPassport, own.bringTicket],
  };
}

/** The hours do not count from the entry but from a midnight after it (P-06). */
function clockStart(law: Law, entry: Instant): Instant {
  const day = shanghaiDay(entry);
  return startOfShanghaiDay(addDays(day, numberOn(law, 'transit240-clock-days', day)));
}

/** P-09: who needs no visa anyway is told so, and may stay by that rule instead. */
const otherRegimes = (law: Law, { alternatives }: Decision): Texts[] =>
  alternatives.includes('visa-exemption')
    ? [law.text('alternatives', 'visa-exemption')].filter((text) => text !== undefined)
    : [];

const listed = (names: readonly Texts[]): Texts => {
  const all = (language: keyof Texts, sign: string) => names.map((name) => name[language]).join(sign);
  return words(all('zh-Hant', '、'), all('zh-Hans', '、'), all('en', ', '), all('pt', ', '));
};
