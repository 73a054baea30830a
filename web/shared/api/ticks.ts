/** Time for the pages: everything that waits goes through the kernel's clock. */
import { useEffect, useRef, useState } from 'react';
import { millis, systemClock, wait } from '../../../src/kernel/index.ts';

export const pause = (ms: number): Promise<void> => wait(systemClock, millis(ms));
export const elapsedMs = (): number => systemClock.elapsed();

/** Calls again and again while the part is on the page and `active`; never overlapping, the pause counted from the end. */
export function useRepeated(work: () => void | Promise<void>, everyMs: number, active = true): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (!active) return;
    let stopped = false;
    const loop = async () => {
      while (!stopped) {
        await latest.current();
        await pause(everyMs);
      }
    };
    loop().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [everyMs, active]);
}

/** Milliseconds on the monotonic clock, renewed so often. */
export function useElapsed(everyMs: number): number {
  const [now, setNow] = useState(elapsedMs);
  useRepeated(() => setNow(elapsedMs()), everyMs);
  return now;
}
