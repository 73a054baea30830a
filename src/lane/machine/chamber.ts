/** Between the gates: one body, one finger, one face, one durable record. */
import type { ScreenContent } from '../../devices/index.ts';
import { refer } from './breaking-off.ts';
import type { ClearanceBasis } from './commands.ts';
import { giveBack } from './endings.ts';
import type { Turn } from './turn.ts';

export function closeChamber(turn: Turn): void {
  turn.close('entry');
  turn.enter({ kind: 'chamber-closing' }, turn.times.gateMsMax);
}

export function checkOccupancy(turn: Turn): void {
  const { occupancySettleMs } = turn.times;
  turn.enter({ kind: 'checking-occupancy' }, occupancySettleMs * 3);
  turn.do({ kind: 'start-timer', timer: 'settle', ms: occupancySettleMs });
  turn.show('verifying', 'wait');
}

export function askFinger(turn: Turn, isAgain = false): void {
  const { fingerMsMax } = turn.times;
  turn.do({ kind: 'capture-face', place: 'chamber' }, { kind: 'capture-finger' });
  turn.enter({ kind: 'awaiting-finger', finger: false, captures: 0, isAgain, hints: [] }, fingerMsMax);
  showFinger(turn, { secondsLeft: fingerMsMax / 1000 });
}

/** What is missing inside: the finger, by its name where that is known, and then the face. */
export function showMissing(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind !== 'awaiting-finger') return;
  if (!condition.finger) showFinger(turn);
  else if (condition.hints.length === 0) turn.show('look-at-camera', 'wait');
  else turn.show('adjust', 'wait', { guidance: condition.hints });
}

function showFinger(turn: Turn, more: Pick<ScreenContent, 'secondsLeft'> = {}): void {
  const { condition } = turn.state;
  const { fingerAsk: ask } = turn.attempt;
  if (condition.kind !== 'awaiting-finger') return;
  turn.show(condition.isAgain ? 'finger-again' : 'place-finger', 'wait', {
    ...(ask ? { finger: ask.finger, triesLeft: ask.touchesLeft } : {}),
    guidance: [...condition.hints, ...(ask?.guidance ?? [])],
    ...more,
  });
}

export function verify(turn: Turn): void {
  const { traveller } = turn.attempt;
  if (traveller === null) {
    refer(turn, 'OFFICER_CALLED');
    return;
  }
  turn.do({ kind: 'stop-face' }, { kind: 'stop-finger' }, { kind: 'verify', traveller });
  turn.enter({ kind: 'verifying' }, turn.times.verifyMsMax);
  turn.show('verifying', 'wait');
}

/** Asks for the durable clearance; the exit opens only when it is there. */
export function record(turn: Turn, basis: ClearanceBasis): void {
  const { traveller } = turn.attempt;
  if (traveller === null || !turn.sealed()) {
    refer(turn, 'DEVICE_FAULT');
    return;
  }
  turn.do({ kind: 'record-clearance', traveller, basis });
  turn.enter({ kind: 'recording' }, turn.times.recordMsMax);
  turn.show('recording', 'wait');
}

/** The clearance is durable: opens the exit, if the lane is still as it was when the clearance was asked for. */
export function letOut(turn: Turn, clearance: string): void {
  turn.patchAttempt({ clearance });
  if (!turn.openExit()) {
    giveBack(turn);
    refer(turn, 'DEVICE_FAULT');
    return;
  }
  turn.enter({ kind: 'exit-opening' }, turn.times.gateMsMax);
  turn.show('walk-out', 'go');
}
