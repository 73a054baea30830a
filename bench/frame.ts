/** The frame of every benchmark: what a figure is, and how a median is measured. */

export interface Figure {
  readonly name: string;
  /** Null when it was not measured; the note says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
  readonly met: boolean;
  /** Another way to do the same, in the same run. */
  readonly peer?: { readonly name: string; readonly value: number };
  readonly note?: string;
}

/** What `bench/<name>.ts` gives by its export `run`. */
export interface Report {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
}

type Named = Pick<Figure, 'name' | 'unit' | 'goal' | 'better'> & Partial<Pick<Figure, 'peer' | 'note'>>;

const rounded = (value: number) => Number(value.toPrecision(4));

export function figure(named: Named, value: number): Figure {
  const met = named.better === 'lower' ? value <= named.goal : value >= named.goal;
  const peer = named.peer && { ...named.peer, value: rounded(named.peer.value) };
  return { ...named, ...(peer && { peer }), value: rounded(value), met };
}

export const notMeasured = (named: Named, why: string): Figure => ({
  ...named,
  value: null,
  met: false,
  note: why,
});

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Median milliseconds of one call, after a tenth as many that are not counted (the compiler warms up in them). */
export function medianMs(calls: number, call: () => void): number {
  for (let i = 0; i < calls / 10; i++) call();
  return median(
    Array.from({ length: calls }, () => {
      const start = performance.now();
      call();
      return performance.now() - start;
    }),
  );
}

export async function medianMsAsync(calls: number, call: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < calls / 10; i++) await call();
  const times: number[] = [];
  for (let i = 0; i < calls; i++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** Calls a second: the median of ten stretches of `calls` each. */
export function perSecond(calls: number, call: (index: number) => void): number {
  return (
    1000 /
    (medianMs(10, () => {
      for (let i = 0; i < calls; i++) call(i);
    }) /
      calls)
  );
}
