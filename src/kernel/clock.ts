/** Time as an argument: the only file of the house that reads the machine's clocks. */
import { type Instant, instantOf, type Millis, millis } from './instant.ts';

export type CancelTimer = () => void;

export interface Clock {
  /** Wall time: for dates, records, validity. */
  now(): Instant;
  /** Monotonic milliseconds from an arbitrary start: for measuring and waiting. */
  elapsed(): Millis;
  /** Calls once after the given time on this clock. */
  after(wait: Millis, call: () => void): CancelTimer;
}

export const wait = (clock: Clock, time: Millis): Promise<void> =>
  new Promise((resolve) => void clock.after(time, resolve));

export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  elapsed: () => millis(performance.now()),
  after(delay, call) {
    const timer = setTimeout(call, delay);
    return () => clearTimeout(timer);
  },
};

/** A clock that runs `speed` times as fast as another, from that one's present on. */
export function scaledClock(base: Clock, speed: number): Clock {
  const [startNow, startElapsed] = [base.now(), base.elapsed()];
  const passed = () => (base.elapsed() - startElapsed) * speed;
  return {
    // Whole milliseconds, as a wall clock gives them: records keep no fractions.
    now: () => instantOf(Math.floor(startNow + passed())),
    elapsed: () => millis(passed()),
    after: (delay, call) => base.after(millis(delay / speed), call),
  };
}

interface PendingCall {
  readonly due: number;
  readonly order: number;
  readonly call: () => void;
}

/** A clock that stands still until it is moved: tests and seeded worlds. */
export class ManualClock implements Clock {
  #passed = 0;
  #order = 0;
  #pending: PendingCall[] = [];
  readonly #start: Instant;

  constructor(start: Instant) {
    this.#start = start;
  }

  now = (): Instant => instantOf(Math.floor(this.#start + this.#passed));
  elapsed = (): Millis => millis(this.#passed);

  after(delay: Millis, call: () => void): CancelTimer {
    const entry = { due: this.#passed + Math.max(0, delay), order: this.#order++, call };
    this.#pending.push(entry);
    this.#pending.sort((a, b) => a.due - b.due || a.order - b.order);
    return () => {
      this.#pending = this.#pending.filter((other) => other !== entry);
    };
  }

  /** When the next timer is due, on `elapsed()`; undefined when none waits. */
  nextDue(): Millis | undefined {
    const next = this.#pending[0];
    return next && millis(next.due);
  }

  /** Moves on, firing what falls due in order; synchronous. */
  advance(by: Millis): void {
    const target = this.#passed + by;
    for (let next = this.#pending[0]; next && next.due <= target; next = this.#pending[0]) {
      this.#pending.shift();
      this.#passed = Math.max(this.#passed, next.due);
      next.call();
    }
    this.#passed = target;
  }

  /** Moves on step by step, letting promises settle after each timer. */
  async advanceAsync(by: Millis): Promise<void> {
    const target = this.#passed + by;
    await settle();
    for (let due = this.nextDue(); due !== undefined && due <= target; due = this.nextDue()) {
      this.advance(millis(due - this.#passed));
      await settle();
    }
    this.advance(millis(target - this.#passed));
    await settle();
  }
}

// A macrotask turn lets every chain of already resolved promises run out.
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
