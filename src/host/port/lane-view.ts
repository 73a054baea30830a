/** A lane as the pages draw it. */
import type { Light } from '../../devices/index.ts';
import { formatInstant, type Instant } from '../../kernel/index.ts';
import type { ConditionKind, LaneSnapshot } from '../../lane/index.ts';
import type { LaneStep, LaneView, ScreenView } from '../../server/index.ts';
import type { LanePlan } from './lane-plan.ts';

const STEPS: Readonly<Record<ConditionKind, LaneStep>> = {
  'out-of-service': 'closed',
  'closing-up': 'done',
  free: 'free',
  'awaiting-face': 'look',
  identifying: 'identify',
  deciding: 'identify',
  'awaiting-confirmation': 'confirm',
  'awaiting-guardian': 'confirm',
  'entry-opening': 'enter',
  'awaiting-entry': 'enter',
  'chamber-closing': 'enter',
  'checking-occupancy': 'enter',
  'awaiting-finger': 'verify',
  verifying: 'verify',
  recording: 'record',
  'exit-opening': 'leave',
  'awaiting-exit': 'leave',
  'exit-closing': 'done',
  completing: 'done',
  'referred-outside': 'officer',
  'referred-inside': 'officer',
  'releasing-back': 'officer',
  'secondary-inspection': 'officer',
};

const LIGHTS: Readonly<Record<Light, LaneView['light']>> = {
  off: 'off',
  ready: 'green',
  go: 'green',
  wait: 'amber',
  officer: 'amber',
  stop: 'red',
};

export function laneViewOf(plan: LanePlan, snapshot: LaneSnapshot, since: Instant): LaneView {
  const { occupancy, passage } = snapshot;
  return {
    id: plan.id,
    number: plan.number,
    direction: plan.direction,
    kind: plan.kind,
    wide: plan.wide,
    state: snapshot.condition,
    since: formatInstant(since),
    step: STEPS[snapshot.condition],
    gates: { entry: snapshot.gates.entry, exit: snapshot.gates.exit },
    inside: occupancy.kind === 'agreed' ? occupancy.bodies : 0,
    light: LIGHTS[snapshot.light],
    screen: screenViewOf(snapshot),
    ...(passage ? { passage: passage.id } : {}),
  };
}

export function screenViewOf({ screen, passage }: LaneSnapshot): ScreenView {
  if (!screen) return { message: 'closed' };
  const reasons = passage ? [...passage.reasons, ...passage.lawReasons] : [];
  return {
    message: screen.message,
    ...(screen.guidance ? { guidance: [...screen.guidance] } : {}),
    ...(screen.identity ? { identity: screen.identity } : {}),
    ...(screen.finger ? { finger: screen.finger } : {}),
    ...(screen.secondsLeft === undefined ? {} : { secondsLeft: screen.secondsLeft }),
    ...(screen.triesLeft === undefined ? {} : { triesLeft: screen.triesLeft }),
    ...(screen.advice ? { alternatives: [...screen.advice] } : {}),
    ...(reasons.length > 0 ? { advice: reasons } : {}),
  };
}
