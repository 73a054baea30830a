/** What a lane writes down without waiting for it: through the outbox, so that nothing is lost while the store is away. */
import type { Clock, LaneId } from '../../kernel/index.ts';
import type { Recorder } from '../collaborators.ts';
import type { LaneReason } from '../machine/index.ts';
import type { Outbox } from './outbox.ts';
import type { PassageLog } from './passage-log.ts';

export class Records {
  readonly #lane: LaneId;
  readonly #clock: Clock;
  readonly #recorder: Recorder;
  readonly #outbox: Outbox;

  constructor(lane: LaneId, clock: Clock, recorder: Recorder, outbox: Outbox) {
    this.#lane = lane;
    this.#clock = clock;
    this.#recorder = recorder;
    this.#outbox = outbox;
  }

  voidClearance(log: PassageLog, clearance: string | null): void {
    const request = { key: log.clearanceKey, clearance, passage: log.id, ...this.#here() };
    log.clearance = null;
    this.#put('void', () => this.#recorder.voidClearance(request));
  }

  /** A clearance whose request has been replaced by another one meanwhile. */
  voidOutdated(log: PassageLog, key: string, clearance: string): void {
    const request = { key, clearance, passage: log.id, ...this.#here() };
    this.#put('void', () => this.#recorder.voidClearance(request));
  }

  complete(log: PassageLog, clearance: string, done: () => void): void {
    const request = { clearance, passage: log.id, ...this.#here() };
    this.#put('completion', async () => {
      const write = () => this.#recorder.complete(request);
      const completion = await log.measure('complete', write, () => 'durable');
      log.crossing = completion.crossing;
      log.receipt = completion.receipt ?? null;
      done();
    });
  }

  referral(log: PassageLog, reasons: readonly LaneReason[], lawReasons: readonly string[]): void {
    const request = { passage: log.id, traveller: log.traveller, reasons, lawReasons, ...this.#here() };
    this.#put('referral', () => this.#recorder.referral(request));
  }

  note(log: PassageLog | null, about: string): void {
    const request = { passage: log?.id ?? null, about, ...this.#here() };
    this.#outbox.put({ record: 'note', dispensable: true, write: () => this.#recorder.note(request) });
  }

  #here() {
    return { lane: this.#lane, at: this.#clock.now() };
  }

  #put(record: string, write: () => Promise<void>): void {
    this.#outbox.put({ record, dispensable: false, write });
  }
}
