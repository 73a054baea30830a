/** Ctrl-C during a long measurement: the first asks it to end with what it has, a second ends the process. */

/** What shells expect of a program that Ctrl-C ended. */
export const EXIT_INTERRUPTED = 130;

export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const asked = new AbortController();
  const stop = () => asked.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await work(asked.signal);
  } finally {
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
  }
}

/** Lets signals through between two stretches of computing. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
