/** Several ways to do the same, measured in turn: whatever else runs on the machine then meets all of them alike. */
import { median } from '../frame.ts';

export interface Timing {
  readonly p50: number;
  /** The quickest: what the machine can do when nothing else runs on it. */
  readonly best: number;
}

const timingOf = (times: readonly number[]): Timing => ({ p50: median(times), best: Math.min(...times) });

/** Milliseconds of one call that is waited for. */
export async function timeAsync(rounds: number, call: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  for (let round = 0; round < rounds * 1.1; round++) {
    const start = performance.now();
    await call();
    if (round >= rounds * 0.1) times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** Milliseconds of a call of each, over `rounds` rounds after a tenth as many that are not counted. */
export function timeInTurn<Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, Timing>> {
  const names = Object.keys(ways) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds * 1.1; round++) {
    for (const name of names) {
      const start = performance.now();
      ways[name]();
      if (round >= rounds * 0.1) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timingOf(times[name])])) as Record<Name, Timing>;
}
