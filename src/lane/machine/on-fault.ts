/** Devices, store and clock that fail and come back. */
import { refer } from './breaking-off.ts';
import { addFault } from './endings.ts';
import type { DeviceEvent } from './events.ts';
import { startWatch, watchStay } from './on-occupancy.ts';
import { isFatal, type LaneFault, reasonOfFault } from './reasons.ts';
import { releaseBack } from './releasing.ts';
import { closeUp, restIfShut, restOrCloseUp } from './resting.ts';
import { bothClosed, placeOf } from './state.ts';
import type { Turn } from './turn.ts';

/** Beyond the clearance only what tells where the person goes still matters. */
const MATTERS_WHEN_CLEARED: ReadonlySet<LaneFault> = new Set([
  'entry-gate',
  'exit-gate',
  'occupancy',
  'forced',
]);

/** At the start, and again after a stop: the sensors' word replaces all belief. */
export function onStarted(turn: Turn, event: Extract<DeviceEvent, { kind: 'started' }>): void {
  if (turn.state.condition.kind !== 'out-of-service') return;
  const { entry, exit, occupancy } = event;
  turn.patchWorld({ entry, exit, occupancy });
  // Somebody may have been inside when the power went: not knowing counts as a body.
  if (occupancy.kind === 'unknown' && turn.state.watch === 'off') startWatch(turn);
  else watchStay(turn, occupancy);
  closeUp(turn);
}

export function onFailed(turn: Turn, fault: LaneFault): void {
  if (turn.state.faults.includes(fault)) return;
  addFault(turn, fault);
  if (!isFatal(fault)) return;
  const place = placeOf(turn.state);
  if (place === 'cleared' && !MATTERS_WHEN_CLEARED.has(fault)) return;
  if (turn.state.condition.kind === 'free') restOrCloseUp(turn);
  else if (turn.state.condition.kind === 'closing-up') onFailedClosingUp(turn, fault);
  else refer(turn, reasonOfFault(fault));
}

function onFailedClosingUp(turn: Turn, fault: LaneFault): void {
  // Somebody may slip in, unseen from now on, while a gate still moves.
  if (fault === 'occupancy' && !bothClosed(turn.state)) releaseBack(turn);
  else restIfShut(turn);
}

export function onRecovered(turn: Turn, fault: LaneFault): void {
  if (!turn.state.faults.includes(fault)) return;
  turn.patch({ faults: turn.state.faults.filter((other) => other !== fault) });
  const mended = !turn.state.closed && !turn.state.faults.some(isFatal);
  if (turn.state.condition.kind === 'out-of-service' && mended) closeUp(turn);
}
