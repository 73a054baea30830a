/** The green lane for vehicles with research goods (M-09): declared beforehand, a time at one of the zone's ports. */
import type { Decision } from '../../policy/index.ts';
import { visitGrant, visitRows } from '../engine/appointment.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Grant } from '../engine/case.ts';
import type { Form } from '../engine/form.ts';
import type { DecideContext, FormContext, Service } from '../engine/service.ts';
import { askHetao, chosenVisit, notYet, portCalendars, portSteps } from './ports.ts';
import { hetaoWords as w } from './words.ts';

const calendars = portCalendars('goods', 30, 4);
const RESEARCH = 'research';

export const hetaoGoods: Service = {
  id: 'hetao-goods',
  words: { title: w.goods, summary: w.goodsSummary, need: [w.needVehicle, w.needTime], appeal: w.laneAppeal },
  minutes: 2,
  holder: 'person',
  question: 'hetao',
  group: 'crossing',
  calendars: Object.values(calendars),
  form,
  screen: (context) => notYet(ask(context, RESEARCH)),
  decide: (context) => byLaw(ask(context, context.answers.cargo), ['GREEN']),
  grant,
};

const ask = (context: FormContext, cargo: unknown): Decision => askHetao(context, { cargo });

function form(context: FormContext): Form {
  const only = { field: 'cargo', is: [RESEARCH] };
  return {
    steps: [
      {
        id: 'cargo',
        title: w.cargo,
        fields: [
          {
            id: 'cargo',
            kind: 'choice',
            label: w.cargo,
            options: [
              { id: RESEARCH, text: w.cargoResearch },
              { id: 'mixed', text: w.cargoMixed },
              { id: 'other', text: w.cargoOther },
            ],
          },
        ],
      },
      {
        id: 'vehicle',
        title: w.vehicle,
        only,
        fields: [
          { id: 'plate', kind: 'text', lengthMax: 12, label: w.plate, hint: w.plateHint },
          { id: 'load', kind: 'text', lengthMax: 300, lines: 3, label: w.load },
        ],
      },
      ...portSteps(context, calendars, only),
    ],
  };
}

function grant(context: DecideContext): Grant {
  const name = context.holder.person?.name ?? '';
  const visit = chosenVisit(context, calendars);
  return {
    rows: [
      { label: w.what, value: w.goods },
      { label: w.holder, value: name },
      { label: w.plate, value: String(context.answers.plate ?? '') },
      { label: w.cargo, value: w.cargoResearch },
      ...(visit ? visitRows(visit) : []),
    ],
    ...(visit ? visitGrant(context, { ...visit, service: w.goods, name }) : {}),
    next: [w.nextGoods, w.nextWithdraw],
    bring: [w.bringDocuments, w.bringList],
  };
}
