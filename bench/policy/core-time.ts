/**
 * Time of one core, not of the clock: what other programs take of the machine meanwhile is not counted. The best of several
 * stretches, since a shared core disturbs only ever in one direction.
 */

const STRETCHES = 9;

function coreMsNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of one call; the first stretch, in which the compiler warms up, is not counted. */
export function coreMs(calls: number, call: (index: number) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let stretch = 0; stretch <= STRETCHES; stretch++) {
    const start = coreMsNow();
    for (let index = 0; index < calls; index++) call(index);
    if (stretch > 0) best = Math.min(best, (coreMsNow() - start) / calls);
  }
  return best;
}

export async function coreMsAsync(calls: number, call: (index: number) => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let stretch = 0; stretch <= STRETCHES; stretch++) {
    const start = coreMsNow();
    for (let index = 0; index < calls; index++) await call(index);
    if (stretch > 0) best = Math.min(best, (coreMsNow() - start) / calls);
  }
  return best;
}

/** Calls a second of one core. */
export const perCoreSecond = (calls: number, call: (index: number) => void): number =>
  1000 / coreMs(calls, call);
