/** What the traveller and the officer say. */
import { admit } from './approach.ts';
import { abandon, isInsideInspection, refer } from './breaking-off.ts';
import { record } from './chamber.ts';
import { giveBack, markEnding } from './endings.ts';
import type { OfficerEvent, PersonEvent } from './events.ts';
import { holdInside, releaseBack } from './releasing.ts';
import { closeUp, restOrCloseUp } from './resting.ts';
import { placeOf } from './state.ts';
import type { Turn } from './turn.ts';

export function onTraveller(turn: Turn, event: PersonEvent): void {
  const asked = turn.state.condition.kind === 'awaiting-confirmation';
  switch (event.kind) {
    case 'traveller-confirmed':
      if (asked) admit(turn);
      break;
    case 'traveller-denied':
      if (asked) refer(turn, 'NOT_ME');
      break;
    case 'traveller-cancelled':
      if (turn.state.attempt) abandon(turn, 'CANCELLED');
      break;
    case 'help-asked':
      askHelp(turn);
      break;
    case 'consent-withdrawn':
      if (turn.attempt.traveller === event.traveller) withdraw(turn);
      break;
  }
}

/** Help never costs a cleared person the way out, and never ends what is ending already. */
function askHelp(turn: Turn): void {
  const place = placeOf(turn.state);
  if (turn.state.attempt && place !== 'nowhere' && place !== 'cleared') refer(turn, 'OFFICER_CALLED');
  else turn.callOfficer('OFFICER_CALLED');
}

/** A withdrawal stops what is not decided yet; a durable clearance rests on the consent there was. */
function withdraw(turn: Turn): void {
  const place = placeOf(turn.state);
  if (place === 'cleared' || place === 'nowhere') turn.do({ kind: 'note', about: 'consent-withdrawn' });
  else refer(turn, 'CONSENT_WITHDRAWN');
}

export function onOfficer(turn: Turn, event: OfficerEvent): void {
  switch (event.kind) {
    case 'officer-acknowledged':
      if (turn.state.officer === 'called') turn.patch({ officer: 'acknowledged' });
      break;
    case 'entry-release-ordered':
      orderEntry(turn);
      break;
    case 'exit-release-ordered':
      orderExit(turn);
      break;
    case 'secondary-flagged':
      flag(turn);
      break;
    case 'reset-ordered':
      reset(turn);
      break;
    case 'lane-closed':
      closeLane(turn);
      break;
    case 'lane-opened':
      openLane(turn);
      break;
  }
}

const isHeld = (turn: Turn) => turn.state.condition.kind === 'referred-inside' || isInsideInspection(turn);

function orderEntry(turn: Turn): void {
  if (isHeld(turn)) releaseBack(turn);
  else if (placeOf(turn.state) === 'cleared') refer(turn, 'OFFICER_CALLED');
  else if (placeOf(turn.state) === 'inside') {
    markEnding(turn, 'OFFICER_CALLED', 'referred');
    giveBack(turn);
    releaseBack(turn);
  }
}

/** An officer's own clearance, for one identified body behind shut gates; it must be durable like any other. */
function orderExit(turn: Turn): void {
  if (isHeld(turn) && turn.attempt.traveller !== null && turn.sealed()) record(turn, 'officer');
}

function flag(turn: Turn): void {
  if (turn.state.condition.kind === 'referred-inside') {
    markEnding(turn, 'SECONDARY_INSPECTION', 'referred');
    holdInside(turn, 'secondary-inspection');
  } else if (turn.state.attempt) refer(turn, 'SECONDARY_INSPECTION');
}

/** The officer has looked: faults are forgotten (those that persist are told again), gates closed, the chamber counted. */
function reset(turn: Turn): void {
  const { condition } = turn.state;
  if (condition.kind === 'out-of-service') {
    turn.patch({ faults: [] });
    closeUp(turn);
  } else if (condition.kind === 'releasing-back') declareEmpty(turn);
  else if (condition.kind === 'referred-outside') restOrCloseUp(turn);
  else if (condition.kind === 'secondary-inspection' && !condition.inside) restOrCloseUp(turn);
}

/** The officer's eyes against sensors that know nothing; one that still counts a body has the last word. */
function declareEmpty(turn: Turn): void {
  if (turn.state.world.occupancy.kind === 'unknown') {
    turn.patch({ watch: 'off' });
    turn.do({ kind: 'cancel-timer', timer: 'officer' }, { kind: 'cancel-timer', timer: 'release' });
  }
  closeUp(turn);
}

function closeLane(turn: Turn): void {
  if (turn.state.closed) return;
  turn.patch({ closed: true });
  if (turn.state.condition.kind === 'free') restOrCloseUp(turn);
}

function openLane(turn: Turn): void {
  if (!turn.state.closed) return;
  turn.patch({ closed: false });
  if (turn.state.condition.kind === 'out-of-service') closeUp(turn);
}
