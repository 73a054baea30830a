/**
 * A time at a collection point for the lane without documents (C-05, C-06, C-14): who may use the lane is asked first, with the
 * documents on file; face and fingers are taken at the point only, never here.
 */
import { maskNumber } from '../../documents/index.ts';
import { formatInstant, parseInstant } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import { visitGrant, visitRows } from '../engine/appointment.ts';
import { byLaw } from '../engine/by-law.ts';
import type { Calendar } from '../engine/calendar.ts';
import type { Grant } from '../engine/case.ts';
import type { Form, Option, Step } from '../engine/form.ts';
import { listedOptions } from '../engine/listed-options.ts';
import type { DecideContext, FormContext, Service, Verdict } from '../engine/service.ts';
import { pointCalendars } from './calendars.ts';
import { type Answered, askLane, MAY_ENROL } from './lane-facts.ts';
import { enrolmentWords as w } from './words.ts';

const slotField = (port: string): string => `slot-${port}`;

export const laneEnrolment: Service = {
  id: 'lane-enrolment',
  words: {
    title: w.title,
    summary: w.summary,
    need: [w.needDocument, w.needVisit, w.needOnFile],
    appeal: w.appeal,
  },
  minutes: 2,
  holder: 'person',
  question: 'lane',
  group: 'crossing',
  calendars: Object.values(pointCalendars),
  form,
  screen(context) {
    const answers = Object.keys(pointCalendars).map((port) => askNow(context, port, true).decision);
    return answers.some(({ decision }) => MAY_ENROL.includes(decision)) ? undefined : answers[0];
  },
  decide,
  grant,
};

const pointOf = ({ law, at }: FormContext, port: string): Decision =>
  law.decide('service', { at: formatInstant(at), points: 'collection', port });

const isKnown = (context: FormContext, port: string): boolean =>
  port in pointCalendars && pointOf(context, port).decision === 'AVAILABLE';

const knownPorts = (context: FormContext): string[] =>
  Object.keys(pointCalendars).filter((port) => isKnown(context, port));

const askNow = (context: FormContext, port: string, guardian: boolean): Answered =>
  askLane(context, { port, at: context.at, guardian });

function form(context: FormContext): Form {
  const known = knownPorts(context);
  const alone = known.map((port) => askNow(context, port, false).decision);
  const accompanied = alone.some(({ reasons }) => reasons.includes('GUARDIAN_REQUIRED'));
  return {
    steps: [
      {
        id: 'port',
        title: w.port,
        fields: [
          {
            id: 'port',
            kind: 'choice',
            label: w.port,
            hint: w.portHint,
            options: portOptions(context, known),
          },
        ],
      },
      ...(accompanied ? [GUARDIAN_STEP] : []),
      ...known.flatMap((port) => slotStep(port, pointCalendars[port])),
    ],
  };
}

const portOptions = ({ law, today }: FormContext, known: readonly string[]): Option[] =>
  listedOptions(law, 'lane-ports', today, (row) => row.attributes.named === true).map((option) =>
    known.includes(option.id) ? option : { ...option, hint: w.pointUnknown },
  );

const GUARDIAN_STEP: Step = {
  id: 'guardian',
  title: w.guardian,
  fields: [{ id: 'guardian', kind: 'yes-no', label: w.guardian, why: w.guardianWhy }],
};

function slotStep(port: string, calendar: Calendar | undefined): Step[] {
  if (!calendar) return [];
  return [
    {
      id: slotField(port),
      title: w.slot,
      only: { field: 'port', is: [port] },
      fields: [
        { id: slotField(port), kind: 'slot', calendar: calendar.id, label: w.slot, hint: calendar.address },
      ],
    },
  ];
}

/** Which time, at which point; undefined where none is known. */
function chosen({ answers }: DecideContext): { port: string; at: string; calendar: Calendar } | undefined {
  const port = String(answers.port);
  const [at, calendar] = [answers[slotField(port)], pointCalendars[port]];
  return typeof at === 'string' && calendar ? { port, at, calendar } : undefined;
}

/** Asked for the time of the visit: what is valid today may have run out by then. */
function askForVisit(context: DecideContext, port: string, at: string): Answered {
  return askLane(context, {
    port,
    at: parseInstant(at, slotField(port)),
    guardian: context.answers.guardian === true,
  });
}

function decide(context: DecideContext): Verdict {
  const visit = chosen(context);
  // No point is known at this port: nobody here could say more than 12367 does, so no officer is asked.
  if (!visit) return { outcome: 'refused', decision: pointOf(context, String(context.answers.port)) };
  return byLaw(askForVisit(context, visit.port, visit.at).decision, MAY_ENROL);
}

function grant(context: DecideContext): Grant {
  const visit = chosen(context);
  if (!visit) return { rows: [], next: [w.nextPoint] };
  const { document } = askForVisit(context, visit.port, visit.at);
  const name = context.holder.person?.name ?? '';
  return {
    rows: [
      { label: w.what, value: w.title },
      { label: w.holder, value: name },
      { label: w.document, value: maskNumber(document?.number ?? '') },
      ...visitRows(visit),
    ],
    ...visitGrant(context, { ...visit, service: w.title, name }),
    next: [w.nextPoint, w.nextConsent, w.nextUse],
    bring: [w.bringDocument, ...(context.answers.guardian === true ? [w.bringGuardian] : [])],
  };
}
