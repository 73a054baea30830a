/** Starts Postgres again when it ends unasked: on the same port, so that the pools find it again. */
import { type Clock, isRoomError, millis, wait } from '../../kernel/index.ts';
import type { Log } from './log.ts';
import type { ServerProcess } from './server-process.ts';

/** Waits between tries, in milliseconds; the last one repeats. */
const PAUSES_MS = [0, 100, 300, 1000, 3000, 5000] as const;

export interface Supervised {
  /** The server's process id; another one after a restart. */
  pid(): number;
  stop(): Promise<void>;
}

export function supervise(
  first: ServerProcess,
  startAgain: () => Promise<ServerProcess>,
  clock: Clock,
  log: Log,
): Supervised {
  let current = first;
  let stopping = false;
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping) {
      await current.ended;
      if (!stopping) await restart();
    }
  }

  async function restart(): Promise<void> {
    for (let attempt = 0; !stopping; attempt++) {
      await wait(clock, millis(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 0));
      if (stopping) return;
      try {
        current = await startAgain();
        log.warn({ pid: current.pid, attempt }, 'Postgres ended unasked and was started again.');
        return;
      } catch (error) {
        const text = isRoomError(error) ? error.message : String(error);
        log.error({ attempt, reason: text }, 'Postgres ended unasked and does not start.');
      }
    }
  }

  return {
    pid: () => current.pid,
    async stop() {
      stopping = true;
      await current.stop();
      await watching;
      // A restart that was under way when the stop came has left a server behind.
      await current.stop();
    },
  };
}
