import { type CancelTimer, type Clock, millis } from '../../kernel/index.ts';
import type { TimerName } from '../machine/index.ts';

/** The machine's named timers; starting one replaces it. */
export class Timers {
  readonly #clock: Clock;
  readonly #fire: (timer: TimerName) => void;
  readonly #running = new Map<TimerName, CancelTimer>();

  constructor(clock: Clock, fire: (timer: TimerName) => void) {
    this.#clock = clock;
    this.#fire = fire;
  }

  start(timer: TimerName, ms: number): void {
    this.cancel(timer);
    const cancel = this.#clock.after(millis(ms), () => {
      this.#running.delete(timer);
      this.#fire(timer);
    });
    this.#running.set(timer, cancel);
  }

  cancel(timer: TimerName): void {
    this.#running.get(timer)?.();
    this.#running.delete(timer);
  }

  cancelAll(): void {
    for (const timer of [...this.#running.keys()]) this.cancel(timer);
  }
}
