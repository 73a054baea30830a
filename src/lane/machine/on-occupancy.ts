/** How many bodies are between the gates: T6, the exit never opens for other than one. */
import type { OccupancyReading } from '../../devices/index.ts';
import { canonicalJson } from '../../kernel/index.ts';
import { refer } from './breaking-off.ts';
import { closeChamber } from './chamber.ts';
import { markEnding } from './endings.ts';
import { completeIfLeft } from './leaving.ts';
import { dwellIfEmpty, releaseBack } from './releasing.ts';
import { closeUp, expel, restIfShut } from './resting.ts';
import { bodiesAre, placeOf } from './state.ts';
import type { Turn } from './turn.ts';

export function onOccupancy(turn: Turn, reading: OccupancyReading): void {
  if (canonicalJson(reading) === canonicalJson(turn.state.world.occupancy)) return;
  turn.patchWorld({ occupancy: reading });
  watchStay(turn, reading);
  react(turn, reading);
}

/** T8: a body inside is watched from its first sign to an empty chamber, whatever the lane believes it is doing. */
export function watchStay(turn: Turn, reading: OccupancyReading): void {
  const empty = reading.kind === 'agreed' && reading.bodies === 0;
  if (empty && turn.state.watch !== 'off') {
    turn.patch({ watch: 'off' });
    turn.do({ kind: 'cancel-timer', timer: 'officer' }, { kind: 'cancel-timer', timer: 'release' });
  } else if (!empty && reading.kind !== 'unknown' && turn.state.watch === 'off') startWatch(turn);
}

export function startWatch(turn: Turn): void {
  turn.patch({ watch: 'on' });
  turn.do(
    { kind: 'start-timer', timer: 'officer', ms: turn.times.officerMs },
    { kind: 'start-timer', timer: 'release', ms: turn.times.releaseMs },
  );
}

/** The most bodies any sensor sees; 0 when nothing is known. */
function most(reading: OccupancyReading): number {
  if (reading.kind === 'agreed') return reading.bodies;
  return reading.kind === 'disagreed' ? Math.max(...reading.counts) : 0;
}

function react(turn: Turn, reading: OccupancyReading): void {
  const place = placeOf(turn.state);
  if (place === 'outside') onOutside(turn, reading);
  else if (place === 'cleared') onCleared(turn, reading);
  else if (place === 'nowhere') onNobodys(turn, reading);
  else onAttempt(turn, reading);
}

function onOutside(turn: Turn, reading: OccupancyReading): void {
  if (most(reading) > 0) expel(turn);
}

/** On the threshold and inside: exactly one body goes on. */
function onAttempt(turn: Turn, reading: OccupancyReading): void {
  const { kind } = turn.state.condition;
  const bodies = reading.kind === 'agreed' ? reading.bodies : null;
  const waiting = kind === 'entry-opening' || kind === 'awaiting-entry';
  const closing = kind === 'chamber-closing' || kind === 'checking-occupancy';
  if (most(reading) > 1) refer(turn, 'MORE_THAN_ONE_PERSON');
  else if (bodies === 1 && waiting) closeChamber(turn);
  else if (bodies === 0 && closing) walkedBack(turn);
  else if (bodies === 1 || (bodies === 0 && waiting)) return;
  // Nobody can have left through shut gates: the sensors are wrong, and somebody may still be there.
  else refer(turn, 'DEVICE_FAULT');
}

function walkedBack(turn: Turn): void {
  markEnding(turn, 'WALKED_BACK', 'abandoned');
  closeUp(turn);
}

function onCleared(turn: Turn, reading: OccupancyReading): void {
  if (most(reading) > 1) refer(turn, 'MORE_THAN_ONE_PERSON');
  else if (reading.kind === 'unknown') refer(turn, 'DEVICE_FAULT');
  else if (bodiesAre(turn.state, 0) && turn.state.world.exit === 'closed') refer(turn, 'DEVICE_FAULT');
  else completeIfLeft(turn);
}

function onNobodys(turn: Turn, reading: OccupancyReading): void {
  const { condition } = turn.state;
  switch (condition.kind) {
    case 'releasing-back':
      dwellIfEmpty(turn);
      break;
    case 'exit-closing':
      completeIfLeft(turn);
      break;
    case 'closing-up':
      if (most(reading) > 0 && turn.state.world.exit === 'closed') expel(turn);
      else restIfShut(turn);
      break;
    case 'referred-inside':
      emptied(turn);
      break;
    case 'secondary-inspection':
      if (condition.inside) emptied(turn);
      else onOutside(turn, reading);
      break;
    case 'out-of-service':
    case 'referred-outside':
      onOutside(turn, reading);
      break;
  }
}

/** Whoever was held seems gone, by a gate that hangs or was forced: opens the entry for a moment, in case of doubt. */
function emptied(turn: Turn): void {
  if (bodiesAre(turn.state, 0)) releaseBack(turn);
}
