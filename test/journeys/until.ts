/** Bounded polling: waits for what must come, and says what did not. */
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 60;

/**
 * Resolves with the first answer of `look` that is neither undefined nor false; an answer that throws is asked again.
 * After `seconds` it rejects with `what` and the last failure.
 */
export async function until<T>(
  what: string,
  seconds: number,
  look: () => T | Promise<T>,
): Promise<Exclude<T, undefined | false>> {
  const started = performance.now();
  let failure: unknown;
  while (performance.now() - started < seconds * 1000) {
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (error) {
      failure = error;
    }
    await pause(EVERY_MS);
  }
  throw new Error(
    `${what}: not within ${seconds} s${failure instanceof Error ? ` (${failure.message})` : ''}.`,
  );
}
