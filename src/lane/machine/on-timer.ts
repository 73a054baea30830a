/** Every condition has a time-out and a way out. */
import { abandon, endStay, refer } from './breaking-off.ts';
import { askFinger } from './chamber.ts';
import { addFault, markEnding } from './endings.ts';
import type { TimerName } from './events.ts';
import { settleExit } from './leaving.ts';
import { onFaceGone, reasonOfNoFace } from './on-face.ts';
import { closeExit, releaseBack } from './releasing.ts';
import { closeUp, endAttempt, rest, restIfShut, restOrCloseUp } from './resting.ts';
import { bodiesAre } from './state.ts';
import type { Turn } from './turn.ts';

export function onTimer(turn: Turn, timer: TimerName): void {
  switch (timer) {
    case 'step':
      onStepOver(turn);
      break;
    case 'settle':
      onSettled(turn);
      break;
    case 'officer':
      if (turn.state.watch === 'on') turn.callOfficer('TIMED_OUT');
      break;
    case 'release':
      if (turn.state.watch === 'on') endWatch(turn);
      break;
  }
}

function endWatch(turn: Turn): void {
  turn.patch({ watch: 'released' });
  endStay(turn);
}

function onSettled(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind === 'awaiting-face') onFaceGone(turn, condition);
  if (condition.kind === 'checking-occupancy' && turn.sealed()) askFinger(turn);
  if (condition.kind === 'exit-closing') settleExit(turn);
  if (condition.kind === 'closing-up') restIfShut(turn);
  if (condition.kind === 'releasing-back' && bodiesAre(turn.state, 0)) closeUp(turn);
}

function onStepOver(turn: Turn): void {
  const { condition } = turn.state;
  switch (condition.kind) {
    case 'awaiting-face':
      noFace(turn, reasonOfNoFace(condition));
      break;
    case 'identifying':
    case 'verifying':
    case 'awaiting-exit':
      refer(turn, 'TIMED_OUT');
      break;
    case 'deciding':
      refer(turn, 'LAW_UNAVAILABLE');
      break;
    case 'awaiting-confirmation':
      abandon(turn, 'TIMED_OUT');
      break;
    case 'awaiting-guardian':
      turn.patchAttempt({ lawReasons: [...turn.attempt.lawReasons, 'GUARDIAN_REQUIRED'] });
      refer(turn, 'TIMED_OUT');
      break;
    case 'awaiting-entry':
      abandon(turn, 'NOBODY_ENTERED');
      break;
    case 'entry-opening':
    case 'chamber-closing':
      addFault(turn, 'entry-gate');
      refer(turn, 'DEVICE_FAULT');
      break;
    case 'exit-opening':
      addFault(turn, 'exit-gate');
      refer(turn, 'DEVICE_FAULT');
      break;
    case 'checking-occupancy':
      refer(turn, 'DEVICE_FAULT');
      break;
    case 'awaiting-finger':
      refer(turn, condition.finger ? 'POOR_CAPTURE' : 'TIMED_OUT');
      break;
    case 'recording':
      refer(turn, 'STORE_UNAVAILABLE');
      break;
    default:
      onWayOutOver(turn);
      break;
  }
}

function noFace(turn: Turn, reason: ReturnType<typeof reasonOfNoFace>): void {
  if (reason === 'TIMED_OUT') abandon(turn, reason);
  else refer(turn, reason);
}

/** The conditions that already lead out: they try again, or end. */
function onWayOutOver(turn: Turn): void {
  const { condition } = turn.state;
  switch (condition.kind) {
    case 'closing-up':
      closeUpOver(turn);
      break;
    case 'referred-inside':
      releaseBack(turn);
      break;
    case 'secondary-inspection':
      if (condition.inside) releaseBack(turn);
      else restOrCloseUp(turn);
      break;
    case 'referred-outside':
      restOrCloseUp(turn);
      break;
    case 'releasing-back':
      releaseOver(turn);
      break;
    case 'exit-closing':
      turn.callOfficer('DEVICE_FAULT');
      closeExit(turn);
      break;
    case 'completing':
      completeOver(turn);
      break;
  }
}

/** A gate does not close. With nobody inside the lane stops; somebody inside gets the entry. */
function closeUpOver(turn: Turn): void {
  const { world } = turn.state;
  if (world.entry !== 'closed') addFault(turn, 'entry-gate');
  if (world.exit !== 'closed') addFault(turn, 'exit-gate');
  if (world.occupancy.kind === 'unknown') addFault(turn, 'occupancy');
  turn.callOfficer('DEVICE_FAULT');
  if (bodiesAre(turn.state, 0) || (world.occupancy.kind === 'unknown' && turn.state.watch === 'off'))
    rest(turn);
  else releaseBack(turn);
}

function releaseOver(turn: Turn): void {
  const { entry } = turn.state.world;
  if (bodiesAre(turn.state, 0)) closeUp(turn);
  else if (entry === 'open') turn.enter({ kind: 'releasing-back' }, turn.times.retryMs);
  else {
    turn.callOfficer('DEVICE_FAULT');
    releaseBack(turn);
  }
}

/** The person has left and the clearance is durable; the completion is kept for the store and follows. */
function completeOver(turn: Turn): void {
  addFault(turn, 'store');
  markEnding(turn, 'STORE_UNAVAILABLE', 'referred');
  endAttempt(turn, 'passed');
  closeUp(turn);
}
