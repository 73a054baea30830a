/** For tests: a lane in each of its conditions, reached as it is reached in life. */
import { DEFAULT_LANE_CONFIG } from './config.ts';
import { ANNA, FINDING, naturalEvent } from './events.fixture.ts';
import type { LaneEvent } from './events.ts';
import { type ConditionKind, INITIAL_STATE, type LaneState } from './state.ts';
import { step } from './step.ts';

const apply = (state: LaneState, event: LaneEvent): LaneState =>
  step(state, event, DEFAULT_LANE_CONFIG).state;

/** Lets everything go well until the lane is in this condition. */
function until(kind: ConditionKind, from: LaneState = INITIAL_STATE): LaneState {
  let state = from;
  for (let i = 0; i < 60 && state.condition.kind !== kind; i++) state = apply(state, naturalEvent(state));
  return state;
}

function awaitingGuardian(): LaneState {
  const deciding = until('deciding');
  const finding = { ...FINDING, awaitsGuardian: true };
  const asked = apply(deciding, { kind: 'law-answered', serial: deciding.serial, finding });
  return apply(asked, { kind: 'traveller-confirmed' });
}

/** The short name of each condition in the table, and a lane in it. */
export const STATES: Readonly<Record<string, () => LaneState>> = {
  OUT: () => apply(until('free'), { kind: 'lane-closed' }),
  CUP: () => apply(until('awaiting-entry'), { kind: 'timer-fired', timer: 'step' }),
  FRE: () => until('free'),
  FAC: () => until('awaiting-face'),
  IDN: () => until('identifying'),
  DEC: () => until('deciding'),
  CON: () => until('awaiting-confirmation'),
  GUA: awaitingGuardian,
  ENO: () => until('entry-opening'),
  ENA: () => until('awaiting-entry'),
  CLO: () => until('chamber-closing'),
  OCC: () => until('checking-occupancy'),
  FIN: () => until('awaiting-finger'),
  VER: () => until('verifying'),
  REC: () => until('recording'),
  EXO: () => until('exit-opening'),
  EXA: () => until('awaiting-exit'),
  EXC: () => apply(until('awaiting-exit'), { kind: 'traveller-cancelled' }),
  COM: () => until('completing'),
  RFO: () => apply(until('awaiting-confirmation'), { kind: 'traveller-denied' }),
  RFI: () => apply(until('awaiting-finger'), { kind: 'help-asked' }),
  REL: () => apply(until('awaiting-finger'), { kind: 'consent-withdrawn', traveller: ANNA }),
  SEO: () => apply(until('awaiting-confirmation'), { kind: 'secondary-flagged' }),
  SEI: () => apply(until('awaiting-finger'), { kind: 'secondary-flagged' }),
};

const CODES: Readonly<Record<ConditionKind, string>> = {
  'out-of-service': 'OUT',
  'closing-up': 'CUP',
  free: 'FRE',
  'awaiting-face': 'FAC',
  identifying: 'IDN',
  deciding: 'DEC',
  'awaiting-confirmation': 'CON',
  'awaiting-guardian': 'GUA',
  'entry-opening': 'ENO',
  'awaiting-entry': 'ENA',
  'chamber-closing': 'CLO',
  'checking-occupancy': 'OCC',
  'awaiting-finger': 'FIN',
  verifying: 'VER',
  recording: 'REC',
  'exit-opening': 'EXO',
  'awaiting-exit': 'EXA',
  'exit-closing': 'EXC',
  completing: 'COM',
  'referred-outside': 'RFO',
  'referred-inside': 'RFI',
  'releasing-back': 'REL',
  'secondary-inspection': 'SE',
};

export function codeOf({ condition }: LaneState): string {
  if (condition.kind === 'secondary-inspection') return condition.inside ? 'SEI' : 'SEO';
  return CODES[condition.kind];
}

/** `·`: nothing at all. `=`: same condition, but something was noted or done. Otherwise the next condition. */
export function cellOf(state: LaneState, event: LaneEvent): string {
  const next = step(state, event, DEFAULT_LANE_CONFIG);
  if (next.state === state && next.commands.length === 0) return '·';
  const code = codeOf(next.state);
  return code === codeOf(state) ? '=' : code;
}
