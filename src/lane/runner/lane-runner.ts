/** Carries the machine's commands out, one event after the other, and tells what became of it. */
import type { PrintJob, PrintOutcome, Unsubscribe } from '../../devices/index.ts';
import { type LaneId, newId, type TravellerId } from '../../kernel/index.ts';
import type {
  JournalEntry,
  Lane,
  LaneNotice,
  LaneOptions,
  LaneSnapshot,
  OfficerCommand,
  TravellerInput,
} from '../lane.ts';
import { INITIAL_STATE, type LaneCommand, type LaneEvent, type LaneState, step } from '../machine/index.ts';
import { assembleCrew, type Crew, type Desk } from './crew.ts';
import { describeCommand, describeEvent, Journal } from './journal.ts';
import { OFFICER_EVENTS, TRAVELLER_EVENTS } from './orders.ts';
import { PassageLog } from './passage-log.ts';
import { perform } from './perform.ts';
import { takeSnapshot } from './snapshot.ts';
import { within } from './within.ts';

// A clearance may come late, but not later than a few people afterwards.
const LOGS_KEPT_MAX = 16;

export class LaneRunner<Capture> implements Lane {
  readonly id: LaneId;
  readonly #options: LaneOptions<Capture>;
  readonly #crew: Crew<Capture>;
  readonly #desk: Desk;
  readonly #journal: Journal;
  readonly #listeners = new Set<(notice: LaneNotice) => void>();
  readonly #queue: LaneEvent[] = [];
  readonly #logs = new Map<number, PassageLog>();
  #state: LaneState = INITIAL_STATE;
  #log: PassageLog | null = null;
  #receipt: PrintJob | null = null;
  #started = false;
  #running = false;
  #draining = false;

  constructor(options: LaneOptions<Capture>) {
    this.id = options.id;
    this.#options = options;
    this.#desk = {
      tell: (event) => this.#tell(event),
      notify: (notice) => this.#notify(notice),
      log: () => this.#log,
    };
    this.#crew = assembleCrew(options, this.#desk);
    this.#journal = new Journal(this.#crew.config.journalLengthMax);
  }

  snapshot(): LaneSnapshot {
    return takeSnapshot(this.#options, this.#state, this.#log, this.#crew.obedience);
  }

  on(listener: (notice: LaneNotice) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  journal(): readonly JournalEntry[] {
    return this.#journal.entries();
  }

  async start(): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    const { entry, exit, occupancy } = this.#options.devices;
    await this.#crew.devices.start();
    // From here on events count; what the devices said while they were opened is read off them now.
    this.#running = true;
    this.#crew.faults.repeat();
    this.#crew.faces.start();
    this.#tell({
      kind: 'started',
      entry: entry.position(),
      exit: exit.position(),
      occupancy: occupancy.reading(),
    });
  }

  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#running = false;
    this.#crew.timers.cancelAll();
    this.#crew.faces.stop();
    this.#crew.fingers.end();
    await this.#leaveWayOut();
    await this.#crew.outbox.close();
    this.#crew.obedience.stop();
    await this.#crew.devices.stop();
    if (this.#log) this.#options.collaborators.verifier.forgetTouches(this.#log.id);
  }

  officer(command: OfficerCommand): void {
    this.#tell(OFFICER_EVENTS[command]);
    if (command === 'reset') this.#crew.faults.repeat();
  }

  traveller(input: TravellerInput): void {
    this.#tell(TRAVELLER_EVENTS[input]);
  }

  consentWithdrawn(traveller: TravellerId): void {
    this.#tell({ kind: 'consent-withdrawn', traveller });
  }

  guardianReady(guardian: TravellerId): void {
    if (this.#log?.answer?.awaitsGuardian !== guardian) return;
    this.#tell({ kind: 'guardian-ready', serial: this.#state.serial });
  }

  trustClock(trusted: boolean): void {
    if (trusted) this.#crew.faults.clear('clock', 'distrust');
    else this.#crew.faults.raise('clock', 'distrust');
  }

  async printReceipt(): Promise<PrintOutcome | 'none'> {
    const job = this.#receipt;
    const { printer } = this.#options.devices;
    return job && printer ? printer.print(job) : 'none';
  }

  #tell(event: LaneEvent): void {
    if (!this.#running) return;
    this.#queue.push(event);
    if (this.#draining) return;
    this.#draining = true;
    const before = this.#state;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#take(next);
    } finally {
      this.#draining = false;
    }
    if (this.#state !== before) this.#notify({ kind: 'snapshot', snapshot: this.snapshot() });
  }

  #take(event: LaneEvent): void {
    const { state, commands } = step(this.#state, event, this.#options.config);
    this.#state = state;
    this.#journal.append({
      at: this.#options.clock.now(),
      passage: this.#log?.id ?? null,
      event: describeEvent(event),
      condition: state.condition.kind,
      commands: commands.map(describeCommand),
    });
    for (const command of commands) this.#performSafely(command);
  }

  /** What one command throws must not keep the next, perhaps a closing gate, from being carried out. */
  #performSafely(command: LaneCommand): void {
    try {
      this.#perform(command);
    } catch {
      this.#remark(`command-failed ${command.kind}`);
    }
  }

  #perform(command: LaneCommand): void {
    switch (command.kind) {
      case 'begin-passage':
        this.#beginPassage();
        break;
      case 'end-passage':
        this.#endPassage(command);
        break;
      case 'offer-receipt':
        this.#offerReceipt();
        break;
      default:
        perform(
          {
            options: this.#options,
            crew: this.#crew,
            desk: this.#desk,
            serial: this.#state.serial,
            log: this.#log,
            logOf: (serial) => this.#logs.get(serial) ?? null,
          },
          command,
        );
    }
  }

  #beginPassage(): void {
    const { clock, fillRandom, stopwatch } = this.#options;
    this.#log = new PassageLog(newId('passage', clock, fillRandom), clock, stopwatch ?? clock);
    this.#receipt = null;
    const { serial } = this.#state;
    this.#logs.set(serial, this.#log);
    this.#logs.delete(serial - LOGS_KEPT_MAX);
  }

  #endPassage(end: Extract<LaneCommand, { kind: 'end-passage' }>): void {
    const log = this.#log;
    if (!log) return;
    this.#log = null;
    const { presence, verifier } = this.#options.collaborators;
    if (log.traveller) presence.release(log.traveller, this.id);
    this.#notify({ kind: 'passage-ended', result: log.result(end, this.#options) });
    verifier.forgetTouches(log.id);
  }

  #offerReceipt(): void {
    const log = this.#log;
    if (!log?.crossing) return;
    this.#receipt = log.receipt;
    const { id: passage, crossing, receipt } = log;
    this.#notify({ kind: 'receipt-offered', passage, crossing, receipt });
  }

  /** A listener's fault is its own: it must not stop a gate from closing. */
  #notify(notice: LaneNotice): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(notice);
      } catch {
        this.#remark(`listener-failed ${notice.kind}`);
      }
    }
  }

  #remark(event: string): void {
    const passage = this.#log?.id ?? null;
    const condition = this.#state.condition.kind;
    this.#journal.append({ at: this.#options.clock.now(), passage, event, condition, commands: [] });
  }

  /** Nobody stays locked in a lane that stops: with the exit shut the entry opens; what was cleared is given back. */
  async #leaveWayOut(): Promise<void> {
    const { world, watch, attempt } = this.#state;
    if (watch === 'off' || world.exit !== 'closed') return;
    if (attempt?.clearance && this.#log) this.#crew.records.voidClearance(this.#log, attempt.clearance);
    const { entry, exit } = this.#options.devices;
    const { clock } = this.#options;
    const { gateReplyMsMax } = this.#crew.config;
    const order = (call: () => Promise<unknown>) =>
      within(clock, gateReplyMsMax, call).catch(() => undefined);
    await order(() => exit.command('close'));
    await order(() => entry.command('open'));
  }
}
