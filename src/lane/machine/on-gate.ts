/** What the gates' position sensors say. */
import type { GateName, GatePosition } from '../../devices/index.ts';
import { refer } from './breaking-off.ts';
import { checkOccupancy } from './chamber.ts';
import { addFault } from './endings.ts';
import { awaitExit, freeExit } from './leaving.ts';
import { dwellIfEmpty, settleIfExitShut } from './releasing.ts';
import { restIfShut } from './resting.ts';
import { placeOf } from './state.ts';
import type { Turn } from './turn.ts';

export function onGateMoved(turn: Turn, gate: GateName, position: GatePosition): void {
  if (turn.state.world[gate] === position) return;
  turn.patchWorld(gate === 'entry' ? { entry: position } : { exit: position });
  if (gate === 'entry') onEntry(turn, position);
  else onExit(turn, position);
}

/** T7: the controller says that a gate moved which nobody told to. Alarm at once; nothing that follows proves a crossing. */
export function onForced(turn: Turn, gate: GateName): void {
  if (turn.state.faults.includes('forced')) return;
  addFault(turn, 'forced');
  turn.patchWorld(gate === 'entry' ? { entry: 'open' } : { exit: 'open' });
  turn.patchAttempt({ tainted: true });
  turn.do(
    { kind: 'note', about: `forced-${gate}` },
    { kind: 'signal', signal: { light: 'stop', sound: 'alarm' } },
  );
  if (turn.state.attempt === null || placeOf(turn.state) === 'nowhere') turn.callOfficer('FORCED_GATE');
  turn.close(gate);
  refer(turn, 'FORCED_GATE');
}

function onEntry(turn: Turn, position: GatePosition): void {
  switch (turn.state.condition.kind) {
    case 'entry-opening':
      if (position === 'open') enterOpen(turn);
      else if (position === 'jammed') refer(turn, 'DEVICE_FAULT');
      break;
    case 'awaiting-entry':
      refer(turn, 'DEVICE_FAULT');
      break;
    case 'chamber-closing':
      if (position === 'closed') checkOccupancy(turn);
      else if (position === 'jammed') refer(turn, 'DEVICE_FAULT');
      break;
    case 'releasing-back':
      dwellIfEmpty(turn);
      break;
    case 'closing-up':
      onClosingUp(turn, 'entry', position);
      break;
    case 'checking-occupancy':
    case 'awaiting-finger':
    case 'verifying':
    case 'recording':
    case 'exit-opening':
    case 'awaiting-exit':
      // The chamber is no longer shut, whatever moved the leaf.
      if (position !== 'closed') refer(turn, 'DEVICE_FAULT');
      break;
    default:
      onUncalledFor(turn, 'entry', position);
  }
}

/** A leaf that opens where none should: shut it again, and somebody must look. */
function onUncalledFor(turn: Turn, gate: GateName, position: GatePosition): void {
  if (position !== 'opening' && position !== 'open') return;
  if (placeOf(turn.state) === 'outside') {
    refer(turn, 'DEVICE_FAULT');
    return;
  }
  turn.close(gate);
  turn.callOfficer('DEVICE_FAULT');
}

function enterOpen(turn: Turn): void {
  turn.enter({ kind: 'awaiting-entry' }, turn.times.enterMsMax);
}

function onExit(turn: Turn, position: GatePosition): void {
  if (turn.attempt.clearance !== null && position !== 'closed') turn.patchAttempt({ exitMoved: true });
  switch (turn.state.condition.kind) {
    case 'exit-opening':
      onExitOpening(turn, position);
      break;
    case 'awaiting-exit':
      refer(turn, 'DEVICE_FAULT');
      break;
    case 'exit-closing':
      if (position === 'closed') settleIfExitShut(turn);
      else if (position === 'jammed') freeExit(turn);
      break;
    case 'closing-up':
      onClosingUp(turn, 'exit', position);
      break;
    case 'entry-opening':
    case 'awaiting-entry':
    case 'chamber-closing':
    case 'checking-occupancy':
    case 'awaiting-finger':
    case 'verifying':
    case 'recording':
      if (position !== 'closed') refer(turn, 'DEVICE_FAULT');
      break;
    case 'completing':
      break;
    default:
      onUncalledFor(turn, 'exit', position);
  }
}

function onExitOpening(turn: Turn, position: GatePosition): void {
  if (position === 'open') awaitExit(turn);
  else if (position !== 'opening') refer(turn, 'DEVICE_FAULT');
}

function onClosingUp(turn: Turn, gate: GateName, position: GatePosition): void {
  // A second push frees most jams; the time-out ends the rest.
  if (position === 'jammed') turn.close(gate);
  else restIfShut(turn);
}

/** The controller said no, or nothing. */
export function onGateRefused(turn: Turn, gate: GateName): void {
  const { kind } = turn.state.condition;
  const entry = kind === 'entry-opening' || kind === 'chamber-closing';
  if ((gate === 'entry' && entry) || (gate === 'exit' && kind === 'exit-opening'))
    refer(turn, 'DEVICE_FAULT');
}
