/** The ports of the zone with times to book, for people and for vehicles apart (M-05, M-08, M-09). */
import { addMonths, type Texts } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Calendar } from '../engine/calendar.ts';
import type { Condition, Step } from '../engine/form.ts';
import { listedOptions } from '../engine/listed-options.ts';
import type { DecideContext, FormContext } from '../engine/service.ts';
import { words } from '../engine/words.ts';
import { hetaoWords as w } from './words.ts';

const OPEN = [['07:00', '22:00']] as const;
const EVERY_DAY = { 1: OPEN, 2: OPEN, 3: OPEN, 4: OPEN, 5: OPEN, 6: OPEN, 7: OPEN };

const PORTS = {
  huanggang: {
    place: words('皇崗口岸', '皇岗口岸', 'Huanggang Port', 'Posto de Huanggang'),
    address: words(
      '深圳市福田區皇崗口岸河套專用通道',
      '深圳市福田区皇岗口岸河套专用通道',
      'Hetao lane, Huanggang Port, Futian, Shenzhen',
      'Canal de Hetao, Huanggang, Futian, Shenzhen',
    ),
  },
  futian: {
    place: words('福田口岸', '福田口岸', 'Futian Port', 'Posto de Futian'),
    address: words(
      '深圳市福田區福田口岸河套專用通道',
      '深圳市福田区福田口岸河套专用通道',
      'Hetao lane, Futian Port, Futian, Shenzhen',
      'Canal de Hetao, Futian, Shenzhen',
    ),
  },
} as const;

export type PortCalendars = Readonly<Record<string, Calendar>>;

export function portCalendars(use: 'people' | 'goods', slotMinutes: number, seats: number): PortCalendars {
  const made = Object.entries(PORTS).map(([port, where]): [string, Calendar] => [
    port,
    { id: `hetao-${use}-${port}`, ...where, week: EVERY_DAY, slotMinutes, seats, fromDays: 0, toDays: 13 },
  ]);
  return Object.fromEntries(made);
}

const slotField = (port: string): string => `slot-${port}`;

/** Which port, then a time there; the ports are those of the law's list that have times. */
export function portSteps({ law, today }: FormContext, calendars: PortCalendars, only: Condition): Step[] {
  const options = listedOptions(law, 'hetao-ports', today, ({ key }) => (key[0] ?? '') in calendars);
  const known = options.flatMap(({ id }) => (calendars[id] ? [{ port: id, calendar: calendars[id] }] : []));
  return [
    { id: 'port', title: w.port, only, fields: [{ id: 'port', kind: 'choice', label: w.port, options }] },
    ...known.map(({ port, calendar }) => ({
      id: slotField(port),
      title: w.slot,
      only: { field: 'port', is: [port] },
      fields: [
        {
          id: slotField(port),
          kind: 'slot' as const,
          calendar: calendar.id,
          label: w.slot,
          hint: calendar.address,
        },
      ],
    })),
  ];
}

/** Undefined where nothing was chosen, as for what the law does not cover. */
export function chosenVisit(
  { answers }: DecideContext,
  calendars: PortCalendars,
): { calendar: Calendar; at: string } | undefined {
  const port = String(answers.port);
  const [calendar, at] = [calendars[port], answers[slotField(port)]];
  return calendar && typeof at === 'string' ? { calendar, at } : undefined;
}

export const askHetao = ({ law, today }: FormContext, facts: object): Decision =>
  law.decide('hetao', { at: today, ...facts });

/** What turns somebody away before the first question: the day, and nothing else. */
export const notYet = (decision: Decision): Decision | undefined =>
  decision.reasons.includes('RULE_NOT_IN_FORCE') ? decision : undefined;

/** The end of a span of years that begins today: 00:00 in Beijing. */
export const yearsOn = ({ today }: FormContext, years: number): string =>
  `${addMonths(today, 12 * years)}T00:00:00+08:00`;

/** The ports whose lanes somebody of the zone may take, by the law of the day (M-05 to M-07). */
export function openLanes(context: FormContext, frequent: boolean): { names: Texts[]; fast: boolean } {
  const answers = listedOptions(context.law, 'hetao-ports', context.today).map(({ id, text }) => ({
    text,
    decision: askHetao(context, { port: id, parkStaff: true, frequent }),
  }));
  const open = answers.filter(({ decision }) => decision.decision === 'ELIGIBLE');
  return {
    names: open.map(({ text }) => text),
    fast: open.some(({ decision }) => decision.outputs?.fast === true),
  };
}
