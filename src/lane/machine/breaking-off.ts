/** Everything unexpected comes here: the attempt will not end by the exit, wherever the person is. */
import { giveBack, markEnding } from './endings.ts';
import type { LaneReason } from './reasons.ts';
import { closeExit, holdInside, releaseBack } from './releasing.ts';
import { closeUp, restOrCloseUp } from './resting.ts';
import { type Attempt, bodiesAre, placeOf } from './state.ts';
import type { Turn } from './turn.ts';

/** An officer comes to the person; everybody else walks back out at once. */
const HELD_FOR_OFFICER: ReadonlySet<LaneReason> = new Set([
  'BIOMETRIC_MISMATCH',
  'FINGER_UNREADABLE',
  'POOR_CAPTURE',
  'TIMED_OUT',
  'OFFICER_CALLED',
  'SECONDARY_INSPECTION',
  'FORCED_GATE',
]);

/** Hands the attempt to an officer. */
export const refer = (turn: Turn, reason: LaneReason): void => breakOff(turn, reason, 'referred');

/** The traveller gave up; nobody need come. */
export const abandon = (turn: Turn, reason: LaneReason): void => breakOff(turn, reason, 'abandoned');

function breakOff(turn: Turn, reason: LaneReason, ending: NonNullable<Attempt['ending']>): void {
  const place = placeOf(turn.state);
  if (place === 'nowhere') return;
  markEnding(turn, reason, ending);
  if (place === 'outside') restOrCloseUp(turn);
  else if (place === 'cleared') closeExit(turn);
  else if (place === 'threshold' && surelyEmpty(turn)) closeUp(turn);
  else breakOffInside(turn, reason, ending);
}

/** With a dead sensor somebody may stand in the doorway unseen. */
const surelyEmpty = (turn: Turn) => bodiesAre(turn.state, 0) && !turn.state.faults.includes('occupancy');

function breakOffInside(turn: Turn, reason: LaneReason, ending: NonNullable<Attempt['ending']>): void {
  giveBack(turn);
  if (reason === 'SECONDARY_INSPECTION') holdInside(turn, 'secondary-inspection');
  else if (ending === 'referred' && HELD_FOR_OFFICER.has(reason)) holdInside(turn, 'referred-inside');
  else releaseBack(turn);
}

/** The longest stay is over: whoever is inside goes out at the entry side, officer or not. */
export function endStay(turn: Turn): void {
  const place = placeOf(turn.state);
  const { kind } = turn.state.condition;
  if (place === 'cleared') refer(turn, 'TIMED_OUT');
  else if (place === 'inside' || place === 'threshold') {
    markEnding(turn, 'TIMED_OUT', 'referred');
    giveBack(turn);
    releaseBack(turn);
  } else if (kind === 'referred-inside' || isInsideInspection(turn)) releaseBack(turn);
}

export function isInsideInspection(turn: Turn): boolean {
  const { condition } = turn.state;
  return condition.kind === 'secondary-inspection' && condition.inside;
}
