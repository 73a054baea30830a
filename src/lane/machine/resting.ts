/** Back to rest: gates shut, chamber proved empty, attempt ended, and the lane free again or out of service. */
import { markEnding } from './endings.ts';
import { isFatal } from './reasons.ts';
import { releaseBack } from './releasing.ts';
import { bodiesAre, bothClosed, type PassageOutcome } from './state.ts';
import type { Turn } from './turn.ts';

export function closeUp(turn: Turn): void {
  const { commanded } = turn.state.world;
  const still = commanded.entry === 'close' && commanded.exit === 'close';
  turn.close('exit');
  turn.close('entry');
  turn.do({ kind: 'stop-face' }, { kind: 'stop-finger' });
  turn.enter({ kind: 'closing-up' }, turn.times.gateMsMax * 2);
  // A gate told to open a moment ago may look shut and be about to move.
  if (still) restIfShut(turn);
  else turn.do({ kind: 'start-timer', timer: 'settle', ms: turn.times.releaseDwellMs });
}

/** In `closing-up`: once both gates are shut, rests over an empty chamber or lets the body out that nobody admitted. */
export function restIfShut(turn: Turn): void {
  if (!bothClosed(turn.state)) return;
  const unknown = turn.state.world.occupancy.kind === 'unknown';
  if (bodiesAre(turn.state, 0)) rest(turn);
  else if (!unknown || turn.state.watch !== 'off') expel(turn);
  else if (turn.state.faults.includes('occupancy')) rest(turn);
}

/** From outside the gates: rests at once when nothing moved, closes up first otherwise. */
export function restOrCloseUp(turn: Turn): void {
  if (bothClosed(turn.state) && bodiesAre(turn.state, 0)) rest(turn);
  else closeUp(turn);
}

/** Somebody is inside whom no attempt let in. */
export function expel(turn: Turn): void {
  markEnding(turn, 'OFFICER_CALLED', 'referred');
  releaseBack(turn);
}

export function rest(turn: Turn): void {
  const ended = turn.state.attempt;
  if (ended) endAttempt(turn, ended.ending ?? 'abandoned');
  if (ended?.ending === 'referred') {
    const secondary = ended.reasons.includes('SECONDARY_INSPECTION');
    referOutside(turn, secondary, ended.advice);
  } else if (turn.state.closed || turn.state.faults.some(isFatal)) leaveService(turn);
  else becomeFree(turn);
}

export function endAttempt(turn: Turn, outcome: PassageOutcome): void {
  const { reasons, lawReasons } = turn.attempt;
  turn.do({ kind: 'end-passage', outcome, reasons, lawReasons });
  turn.patch({ attempt: null });
}

function referOutside(turn: Turn, secondary: boolean, advice: readonly string[]): void {
  turn.do({ kind: 'stop-face' });
  if (secondary) turn.enter({ kind: 'secondary-inspection', inside: false }, turn.times.secondaryMsMax);
  else turn.enter({ kind: 'referred-outside' }, turn.times.referralShownMs);
  turn.show('officer-coming', 'officer', { advice });
}

function leaveService(turn: Turn): void {
  turn.do({ kind: 'stop-face' });
  turn.enter({ kind: 'out-of-service' }, null);
  turn.show('closed', 'stop');
}

function becomeFree(turn: Turn): void {
  turn.patch({ officer: 'none' });
  turn.enter({ kind: 'free' }, null);
  turn.do({ kind: 'capture-face', place: 'approach' });
  turn.show('welcome', 'ready');
}
