/** Answers that take the same time whatever they say, so that a clock tells a guesser nothing (T26). */
import { type Clock, type Millis, millis, wait } from '../../kernel/index.ts';

/** Holds the answer until a whole number of steps has passed; a step is longer than the work nearly always takes. */
export async function steadily<T>(clock: Clock, stepMs: Millis, work: () => Promise<T>): Promise<T> {
  const started = clock.elapsed();
  const hold = async () => {
    const spent = clock.elapsed() - started;
    const steps = Math.max(1, Math.ceil(spent / stepMs));
    await wait(clock, millis(steps * stepMs - spent));
  };
  try {
    return await work();
  } finally {
    await hold();
  }
}
