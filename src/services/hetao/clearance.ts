/** Clearance by appointment for urgent matters of the zone (M-08): a time at one of its ports, for a party. */
import { parseInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { visitGrant, visitRows } from '../engine/appointment.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Form } from '../engine/form.ts';
import type { DecideContext, FormContext, Service } from '../engine/service.ts';
import { askHetao, chosenVisit, notYet, portCalendars, portSteps } from './ports.ts';
import { hetaoWords as w } from './words.ts';

const calendars = portCalendars('people', 30, 6);
const PARTY_MAX = 50;
const URGENT: readonly string[] = ['project', 'event'];
const MS_PER_HOUR = 3_600_000;

export const hetaoClearance: Service = {
  id: 'hetao-clearance',
  words: {
    title: w.clearance,
    summary: w.clearanceSummary,
    need: [w.needReason, w.needTime],
    appeal: w.laneAppeal,
  },
  minutes: 2,
  holder: 'person',
  question: 'hetao',
  group: 'crossing',
  calendars: Object.values(calendars),
  form,
  screen: (context) => notYet(ask(context, true, 1)),
  decide: (context) => byLaw(asked(context), ['BOOKED']),
  grant,
};

const ask = (context: FormContext, urgent: boolean, hoursAhead: number): Decision =>
  askHetao(context, { booking: true, urgent, hoursAhead });

function asked(context: DecideContext): Decision {
  const visit = chosenVisit(context, calendars);
  const urgent = URGENT.includes(String(context.answers.reason));
  return visit
    ? ask(context, urgent, (parseInstant(visit.at, 'slot') - context.at) / MS_PER_HOUR)
    : askHetao(context, { booking: true, urgent });
}

function form(context: FormContext): Form {
  const only = { field: 'reason', is: URGENT };
  return {
    steps: [
      {
        id: 'reason',
        title: w.reason,
        fields: [
          {
            id: 'reason',
            kind: 'choice',
            label: w.reason,
            options: [
              { id: 'project', text: w.project },
              { id: 'event', text: w.event },
              { id: 'other', text: w.notUrgent },
            ],
          },
        ],
      },
      {
        id: 'about',
        title: w.about,
        only,
        fields: [
          { id: 'about', kind: 'text', lengthMax: 200, lines: 3, label: w.about },
          { id: 'party', kind: 'number', from: 1, to: PARTY_MAX, label: w.party },
        ],
      },
      ...portSteps(context, calendars, only),
    ],
  };
}

function grant(context: DecideContext): Grant {
  const { answers, holder } = context;
  const name = holder.person?.name ?? '';
  const visit = chosenVisit(context, calendars);
  return {
    rows: [
      { label: w.what, value: w.clearance },
      { label: w.holder, value: name },
      { label: w.reason, value: answers.reason === 'project' ? w.project : w.event },
      { label: w.party, value: String(answers.party ?? 1) },
      ...(visit ? visitRows(visit) : []),
    ],
    ...(visit ? visitGrant(context, { ...visit, service: w.clearance, name }) : {}),
    next: [w.nextLane, w.nextWithdraw],
    bring: [w.bringDocuments],
  };
}
