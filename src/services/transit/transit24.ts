/**
 * Direct transit of 24 hours (O-01 to O-05): a check for whoever changes planes without leaving the airport, with the clock
 * that counts. The law decides it (`rules/transit24.yaml`).
 */
import { later, type Millis, minutes, parseInstant, shanghaiDay } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Field, Form, Step } from '../engine/form.ts';
import { askOf, nameIn, numberOn, optionsOf } from '../engine/law-lists.ts';
import type { DecideContext, FormContext, Service } from '../engine/service.ts';
import { clockOf } from './clock.ts';
import { between } from './route.ts';
import { transit24Words as own, transitWords as w } from './words.ts';

const AIRPORTS = 'transit24-airports';
/** IATA's code for an airport that does not exist: no list has it. */
const OTHER = 'ZZZ';

export const transit24: Service = {
  id: 'transit-24h',
  words: { title: own.title, summary: own.summary, need: [w.needTicket], appeal: w.appeal },
  minutes: 1,
  holder: 'guest',
  question: 'transit24',
  group: 'visit',
  form,
  decide: (context) => byLaw(ask(context), ['EXEMPT']),
  grant,
};

function form({ law }: FormContext): Form {
  const asked = (fact: string) => askOf(law, 'transit24', fact);
  const step = (id: string, field: Field): Step => ({ id, title: field.label, fields: [field] });
  const airports = [...optionsOf(law, AIRPORTS), { id: OTHER, text: w.otherAirport }];
  return {
    steps: [
      step('airport', { id: 'airport', kind: 'choice', label: asked('airport'), options: airports }),
      step('same-airport', { id: 'sameAirport', kind: 'yes-no', label: own.sameAirport }),
      {
        id: 'times',
        title: w.times,
        fields: [
          { id: 'arrive', kind: 'instant', label: asked('arrive'), hint: w.timeHint },
          { id: 'depart', kind: 'instant', label: asked('depart') },
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
      step('inside', {
        id: 'leavesArea',
        kind: 'yes-no',
        label: asked('leftRestrictedArea'),
        hint: own.insideHint,
      }),
      step('ticket', { id: 'throughTicket', kind: 'yes-no', label: asked('throughTicket') }),
    ],
  };
}

const ask = ({ law, answers }: DecideContext): Decision =>
  law.decide('transit24', {
    airport: answers.airport,
    departAirport: answers.sameAirport === true ? answers.airport : OTHER,
    arrive: answers.arrive,
    depart: answers.depart,
    origin: answers.origin,
    destination: answers.destination,
    leftRestrictedArea: answers.leavesArea,
    throughTicket: answers.throughTicket,
  });

function grant({ law, answers, at }: DecideContext): Grant {
  const arrive = parseInstant(answers.arrive, 'arrive');
  const limit = minutes(60 * numberOn(law, 'transit24-hours', shanghaiDay(arrive)));
  const clock = clockOf(
    {
      arrive,
      starts: arrive,
      deadline: later(arrive, limit),
      leave: parseInstant(answers.depart, 'depart'),
      remindBefore: REMIND_BEFORE,
    },
    at,
  );
  const airport = String(answers.airport);
  return {
    ...clock,
    rows: [
      { label: w.result, value: own.granted },
      { label: own.airport, value: nameIn(law, [AIRPORTS], airport) },
      { label: w.route, value: between(String(answers.origin), String(answers.destination)) },
      ...clock.rows,
    ],
    next: [own.nextInside, own.nextNoCard, own.nextDelay],
    bring: [w.needPassport, w.needTicket],
  };
}

/** Enough to walk to the gate, or to ask for help before the limit. */
const REMIND_BEFORE: Millis = minutes(180);
