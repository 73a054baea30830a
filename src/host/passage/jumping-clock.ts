/**
 * Time for a passage on photographs: it stands still while anything computes and jumps to the next timer when nothing does.
 * So the lane runs exactly as at a port, its waiting included, and takes only as long as its computing.
 */
import { type Clock, type Instant, ManualClock, type Millis, millis, RoomError } from '../../kernel/index.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Chains of resolved promises between two timers; more turns than any step of a lane needs. */
const SETTLE_TURNS = 4;

export class JumpingClock {
  readonly clock: Clock;
  readonly #manual: ManualClock;
  #computing = 0;

  constructor(start: Instant) {
    this.#manual = new ManualClock(start);
    this.clock = this.#manual;
  }

  /** Holds time while `work` goes on. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#computing++;
    try {
      return await work();
    } finally {
      this.#computing--;
    }
  }

  /** Lets the world run until `done`; throws CANCELLED when it is not within `msMax` of its own time. */
  async runUntil(done: () => boolean, msMax: Millis): Promise<void> {
    const end = this.#manual.elapsed() + msMax;
    while (!done()) {
      for (let i = 0; i < SETTLE_TURNS; i++) await turn();
      if (this.#computing > 0 || done()) continue;
      const due = this.#manual.nextDue();
      if (due === undefined || due > end) {
        throw new RoomError('CANCELLED', 'The passage did not come to an end in its time.');
      }
      this.#manual.advance(millis(due - this.#manual.elapsed()));
    }
  }
}
