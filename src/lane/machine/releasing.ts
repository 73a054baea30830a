/** Ways out of the chamber other than the cleared one. */
import { bodiesAre, type LaneState } from './state.ts';
import type { Turn } from './turn.ts';

const exitShut = ({ world }: LaneState) => world.exit === 'closed' && world.commanded.exit === 'close';

/** Re-opens the entry so that whoever is inside walks back out; shuts the exit first where it is not. */
export function releaseBack(turn: Turn): void {
  stopCaptures(turn);
  if (!exitShut(turn.state)) {
    closeExit(turn);
    return;
  }
  turn.openEntry();
  turn.enter({ kind: 'releasing-back' }, turn.times.retryMs);
  turn.show('step-back-out', 'officer', { advice: turn.attempt.advice });
  dwellIfEmpty(turn);
}

/** An empty chamber behind an open entry may be closed, once it has stayed empty for a moment. */
export function dwellIfEmpty(turn: Turn): void {
  const { entry } = turn.state.world;
  const passable = entry === 'open' || entry === 'jammed';
  if (!passable || !bodiesAre(turn.state, 0)) return;
  turn.do({ kind: 'start-timer', timer: 'settle', ms: turn.times.releaseDwellMs });
}

/** Shuts the exit; what becomes of the clearance is settled when the exit is shut and the count of bodies holds. */
export function closeExit(turn: Turn): void {
  turn.close('exit');
  turn.enter({ kind: 'exit-closing' }, turn.times.retryMs);
  turn.show('officer-coming', 'officer');
  settleIfExitShut(turn);
}

export function settleIfExitShut(turn: Turn): void {
  if (turn.state.world.exit !== 'closed') return;
  turn.do({ kind: 'start-timer', timer: 'settle', ms: turn.times.occupancySettleMs });
}

/** Keeps both gates shut until an officer decides, or the longest stay is over. */
export function holdInside(turn: Turn, why: 'referred-inside' | 'secondary-inspection'): void {
  stopCaptures(turn);
  const held = why === 'referred-inside' ? { kind: why } : { kind: why, inside: true };
  turn.enter(held, turn.times.releaseMs);
  turn.show('officer-coming', 'officer', { advice: turn.attempt.advice });
}

function stopCaptures(turn: Turn): void {
  turn.do({ kind: 'stop-face' }, { kind: 'stop-finger' });
}
