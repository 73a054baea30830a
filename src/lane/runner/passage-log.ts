/** What one passage took: its steps with their milliseconds, and what it was given. */

import type { PrintJob } from '../../devices/index.ts';
import type { Clock, Instant, PassageId, TravellerId } from '../../kernel/index.ts';
import type { LawAnswer } from '../collaborators.ts';
import type { LaneOptions, PassageResult, PassageStep, StepName } from '../lane.ts';
import type { LaneCommand } from '../machine/index.ts';

// A person before the camera makes many frames; the first ones tell enough.
const STEPS_MAX = 200;

export class PassageLog {
  readonly id: PassageId;
  readonly startedAt: Instant;
  traveller: TravellerId | null = null;
  answer: LawAnswer | null = null;
  clearance: string | null = null;
  crossing: string | null = null;
  receipt: PrintJob | null = null;
  clearancesAsked = 0;
  readonly #clock: Clock;
  readonly #stopwatch: Pick<Clock, 'elapsed'>;
  readonly #began: number;
  readonly #steps: PassageStep[] = [];
  #entryOpened: number | null = null;
  #atWork = 0;
  #busySince = 0;
  #computingMs = 0;

  constructor(id: PassageId, clock: Clock, stopwatch: Pick<Clock, 'elapsed'>) {
    this.id = id;
    this.#clock = clock;
    this.#stopwatch = stopwatch;
    this.startedAt = clock.now();
    this.#began = clock.elapsed();
  }

  /** The idempotency key of the clearance asked for last. */
  get clearanceKey(): string {
    return `${this.id}/${this.clearancesAsked}`;
  }

  entryOpened(): void {
    this.#entryOpened ??= this.#clock.elapsed();
  }

  /** Runs a step and writes down how long it took and the word for how it ended; a failure stays a failure. */
  async measure<T>(name: StepName, call: () => Promise<T>, word: (value: T) => string | null): Promise<T> {
    const began = this.#stopwatch.elapsed();
    if (this.#atWork++ === 0) this.#busySince = began;
    let outcome: string | null = 'fault';
    try {
      const value = await call();
      outcome = word(value);
      return value;
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeOver') outcome = 'timed-out';
      throw error;
    } finally {
      const ended = this.#stopwatch.elapsed();
      if (--this.#atWork === 0) this.#computingMs += ended - this.#busySince;
      this.add(name, ended - began, outcome);
    }
  }

  /** A step without a word leaves no trace. */
  add(name: StepName, ms: number, outcome: string | null): void {
    if (outcome !== null && this.#steps.length < STEPS_MAX) this.#steps.push({ name, ms, outcome });
  }

  result(
    end: Extract<LaneCommand, { kind: 'end-passage' }>,
    { id, port, direction }: Pick<LaneOptions<never>, 'id' | 'port' | 'direction'>,
  ): PassageResult {
    const totalMs = this.#clock.elapsed() - this.#began;
    return {
      passage: this.id,
      lane: id,
      port,
      direction,
      traveller: this.traveller,
      outcome: end.outcome,
      reasons: end.reasons,
      lawReasons: end.lawReasons,
      obligations: this.answer?.obligations ?? [],
      alternatives: this.answer?.alternatives ?? [],
      decisionId: this.answer?.decisionId ?? null,
      clearance: this.clearance,
      crossing: this.crossing,
      steps: [...this.#steps],
      startedAt: this.startedAt,
      endedAt: this.#clock.now(),
      totalMs,
      computingMs: this.#computingMs,
      walkMs: Math.max(0, totalMs - this.#computingMs),
      gateMs: this.#entryOpened === null ? null : this.#clock.elapsed() - this.#entryOpened,
    };
  }
}
