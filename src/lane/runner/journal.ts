/** What happened in a lane, bounded, and without anything that names a person. */
import type { JournalEntry } from '../lane.ts';
import type { LaneCommand, LaneEvent } from '../machine/index.ts';

export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #lengthMax: number;

  constructor(lengthMax: number) {
    this.#lengthMax = lengthMax;
  }

  append(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#lengthMax) this.#entries.shift();
  }

  entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }
}

/** Only particulars from closed lists are told; traveller, identity and clearance never are. */
export function describeEvent(event: LaneEvent): string {
  switch (event.kind) {
    case 'gate-moved':
      return `${event.kind} ${event.gate} ${event.position}`;
    case 'gate-refused':
    case 'gate-forced':
      return `${event.kind} ${event.gate}`;
    case 'occupancy-changed':
      return `${event.kind} ${event.reading.kind === 'agreed' ? event.reading.bodies : event.reading.kind}`;
    case 'device-failed':
    case 'device-recovered':
      return `${event.kind} ${event.device}`;
    case 'timer-fired':
      return `${event.kind} ${event.timer}`;
    case 'verified':
      return `${event.kind} face ${event.face} finger ${event.finger.kind}`;
    case 'law-answered':
      return `${event.kind} ${event.finding.admits ? 'admits' : 'does not admit'}`;
    case 'identify-failed':
    case 'verify-failed':
      return `${event.kind} ${event.why}`;
    default:
      return event.kind;
  }
}

export function describeCommand(command: LaneCommand): string {
  switch (command.kind) {
    case 'open-gate':
    case 'close-gate':
      return `${command.kind} ${command.gate}`;
    case 'show':
      return `${command.kind} ${command.content.message}`;
    case 'signal':
      return `${command.kind} ${command.signal.light}`;
    case 'start-timer':
    case 'cancel-timer':
      return `${command.kind} ${command.timer}`;
    case 'end-passage':
      return `${command.kind} ${command.outcome} ${command.reasons.join()}`.trim();
    case 'call-officer':
      return `${command.kind} ${command.reason}`;
    default:
      return command.kind;
  }
}
