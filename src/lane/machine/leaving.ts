/** Beyond the clearance: the crossing completes when the person has left by the exit. */
import { giveBack } from './endings.ts';
import { closeExit, releaseBack } from './releasing.ts';
import { closeUp } from './resting.ts';
import { bodiesAre } from './state.ts';
import type { Turn } from './turn.ts';

export function awaitExit(turn: Turn): void {
  turn.enter({ kind: 'awaiting-exit' }, turn.times.leaveMsMax);
}

/** Whether an empty chamber proves that the cleared person left by the exit: there was no other way. */
const leftByExit = (turn: Turn): boolean =>
  turn.attempt.clearance !== null &&
  turn.attempt.exitMoved &&
  !turn.attempt.tainted &&
  turn.state.world.entry === 'closed' &&
  bodiesAre(turn.state, 0);

/** The chamber has emptied behind an exit that was not shut. */
export function completeIfLeft(turn: Turn): void {
  if (turn.state.world.exit !== 'closed' && leftByExit(turn)) complete(turn);
}

/** In `exit-closing`, the exit shut and the count settled: gone through it, or still here. */
export function settleExit(turn: Turn): void {
  if (turn.state.world.exit !== 'closed') return;
  if (leftByExit(turn)) {
    complete(turn);
    return;
  }
  giveBack(turn);
  if (bodiesAre(turn.state, 0)) closeUp(turn);
  else releaseBack(turn);
}

/** A leaf stuck half-way is freed by the opposite movement, where the person inside may leave that way. */
export function freeExit(turn: Turn): void {
  if (turn.openExit()) {
    turn.enter({ kind: 'exit-opening' }, turn.times.gateMsMax);
    turn.show('walk-out', 'go');
  } else closeExit(turn);
}

function complete(turn: Turn): void {
  const { clearance } = turn.attempt;
  if (clearance === null) return;
  turn.close('exit');
  turn.do({ kind: 'complete-crossing', clearance });
  turn.enter({ kind: 'completing' }, turn.times.completeMsMax);
  turn.show('thank-you', 'go');
}
