import type { Light, ScreenContent } from '../../devices/index.ts';
import type { LaneOptions, LaneSnapshot } from '../lane.ts';
import type { LaneState } from '../machine/index.ts';
import type { PassageLog } from './passage-log.ts';

export interface Visible {
  readonly content: ScreenContent | null;
  readonly light: Light;
}

export function takeSnapshot<Capture>(
  options: LaneOptions<Capture>,
  state: LaneState,
  log: PassageLog | null,
  visible: Visible,
): LaneSnapshot {
  return {
    id: options.id,
    port: options.port,
    direction: options.direction,
    at: options.clock.now(),
    condition: state.condition.kind,
    screen: visible.content,
    light: visible.light,
    gates: { entry: state.world.entry, exit: state.world.exit },
    occupancy: state.world.occupancy,
    passage: state.attempt && log ? passageOf(state, log) : null,
    faults: state.faults,
    closed: state.closed,
    officer: state.officer,
    fingerReader: options.devices.fingerReader.reader,
  };
}

function passageOf({ attempt }: LaneState, log: PassageLog): LaneSnapshot['passage'] {
  return {
    id: log.id,
    traveller: attempt?.traveller ?? null,
    startedAt: log.startedAt,
    cleared: attempt?.clearance != null,
    awaitsGuardian: attempt?.guardian === 'awaited' ? (log.answer?.awaitsGuardian ?? null) : null,
    reasons: attempt?.reasons ?? [],
    lawReasons: attempt?.lawReasons ?? [],
  };
}
