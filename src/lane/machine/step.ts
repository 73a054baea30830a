/** The lane as a pure function: what is, and what happened, give what is then and what is to be done. */
import type { LaneCommand } from './commands.ts';
import type { LaneConfig } from './config.ts';
import type { AttemptEvent, LaneEvent } from './events.ts';
import { onAnswer } from './on-answer.ts';
import { onFace } from './on-face.ts';
import { onFailed, onRecovered, onStarted } from './on-fault.ts';
import { onForced, onGateMoved, onGateRefused } from './on-gate.ts';
import { onOccupancy } from './on-occupancy.ts';
import { onOfficer, onTraveller } from './on-person.ts';
import { onTimer } from './on-timer.ts';
import type { LaneState } from './state.ts';
import { Turn } from './turn.ts';

export interface Step {
  /** The very same object when the event changed nothing. */
  readonly state: LaneState;
  /** To be carried out in this order. */
  readonly commands: readonly LaneCommand[];
}

/** Total: every event is legal in every state; what does not belong there changes nothing. */
export function step(state: LaneState, event: LaneEvent, config: LaneConfig): Step {
  const turn = new Turn(state, config);
  react(turn, event);
  return { state: turn.state, commands: turn.commands };
}

const isAnswer = (event: LaneEvent): event is AttemptEvent => 'serial' in event;

function react(turn: Turn, event: LaneEvent): void {
  if (isAnswer(event)) {
    onAnswer(turn, event);
    return;
  }
  switch (event.kind) {
    case 'started':
      onStarted(turn, event);
      break;
    case 'gate-moved':
      onGateMoved(turn, event.gate, event.position);
      break;
    case 'gate-refused':
      onGateRefused(turn, event.gate);
      break;
    case 'gate-forced':
      onForced(turn, event.gate);
      break;
    case 'occupancy-changed':
      onOccupancy(turn, event.reading);
      break;
    case 'device-failed':
      onFailed(turn, event.device);
      break;
    case 'device-recovered':
      onRecovered(turn, event.device);
      break;
    case 'timer-fired':
      onTimer(turn, event.timer);
      break;
    case 'face-lost':
    case 'face-guided':
    case 'faces-several':
    case 'face-captured':
      onFace(turn, event);
      break;
    case 'traveller-confirmed':
    case 'traveller-denied':
    case 'traveller-cancelled':
    case 'help-asked':
    case 'consent-withdrawn':
      onTraveller(turn, event);
      break;
    default:
      onOfficer(turn, event);
      break;
  }
}
