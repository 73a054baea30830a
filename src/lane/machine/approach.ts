/** Outside the gates: from a face to an open entry (A-08, A-09, A-10, D-08). */
import { refer } from './breaking-off.ts';
import { isFatal } from './reasons.ts';
import { bodiesAre, bothClosed, type Condition, NEW_ATTEMPT } from './state.ts';
import type { Turn } from './turn.ts';

export type AwaitingFace = Extract<Condition, { kind: 'awaiting-face' }>;

export function beginAttempt(turn: Turn): void {
  turn.patch({ serial: turn.state.serial + 1, attempt: NEW_ATTEMPT });
  turn.do({ kind: 'begin-passage' });
  turn.enter({ kind: 'awaiting-face', captures: 0, last: 'none', guidance: '' }, turn.times.faceMsMax);
}

export function identify(turn: Turn): void {
  turn.do({ kind: 'stop-face' }, { kind: 'identify' });
  turn.enter({ kind: 'identifying' }, turn.times.identifyMsMax);
  turn.show('identifying', 'wait');
}

export function askConfirmation(turn: Turn): void {
  const { identity, traveller } = turn.attempt;
  if (traveller !== null) turn.do({ kind: 'choose-finger', traveller });
  turn.enter({ kind: 'awaiting-confirmation' }, turn.times.confirmMsMax);
  const secondsLeft = turn.times.confirmMsMax / 1000;
  turn.show('confirm-identity', 'wait', identity ? { identity, secondsLeft } : { secondsLeft });
}

/** After the traveller's yes: a minor waits until the guardian passes, everybody else goes in. */
export function admit(turn: Turn): void {
  if (turn.attempt.guardian !== 'awaited') {
    openTheEntry(turn);
    return;
  }
  turn.enter({ kind: 'awaiting-guardian' }, turn.times.guardianMsMax);
  const secondsLeft = turn.times.guardianMsMax / 1000;
  turn.show('confirm-identity', 'wait', { guidance: ['guardian-first'], secondsLeft });
}

/** The entry opens into an empty, shut and sound lane only. */
export function openTheEntry(turn: Turn): void {
  const { faults } = turn.state;
  const sound = bothClosed(turn.state) && bodiesAre(turn.state, 0) && !faults.some(isFatal);
  if (!sound || !turn.openEntry()) {
    refer(turn, 'DEVICE_FAULT');
    return;
  }
  turn.enter({ kind: 'entry-opening' }, turn.times.gateMsMax);
  turn.show('walk-in', 'go');
}
