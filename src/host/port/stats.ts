/** Figures of the running port: counts, and quantiles over the latest passages. */
import { formatInstant, type Instant, instantOf } from '../../kernel/index.ts';
import type { StatsView } from '../../server/index.ts';

/** What one finished passage adds. */
export interface PassageFigures {
  readonly outcome: 'passed' | 'referred' | 'abandoned';
  readonly endedAt: Instant;
  /** From the first look to the end, walking included. */
  readonly seconds: number;
  /** Time in which anything computed; steps side by side count once. */
  readonly computingMs: number;
  readonly steps: readonly StepTime[];
}

interface StepTime {
  readonly name: string;
  readonly ms: number;
}

/** Quantiles are of the latest passages, so that they follow the port; older ones are forgotten. */
const KEPT_MAX = 500;
const MINUTE_MS = 60_000;
const MINUTES_SHOWN = 30;

/** Nearest-rank quantile of numbers in any order; null when there are none. */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}

export class PortStats {
  #crossings = 0;
  #referred = 0;
  #turnedAway = 0;
  #latest: PassageFigures[] = [];
  readonly #minutes = new Map<number, { cleared: number; referred: number }>();

  add(passage: PassageFigures): void {
    if (passage.outcome === 'abandoned') return;
    this.#latest = [...this.#latest.slice(1 - KEPT_MAX), passage];
    const minute = this.#minuteOf(passage.endedAt);
    if (passage.outcome === 'passed') {
      this.#crossings++;
      minute.cleared++;
    } else {
      this.#referred++;
      minute.referred++;
    }
  }

  addTurnedAway(): void {
    this.#turnedAway++;
  }

  view(now: Instant, sizes: { gallery: number; register: number }): StatsView {
    const passed = this.#latest.filter(({ outcome }) => outcome === 'passed');
    const systemMs = passed.map(({ computingMs }) => computingMs);
    return {
      crossings: this.#crossings,
      referred: this.#referred,
      turnedAway: this.#turnedAway,
      medianSeconds: quantile(
        passed.map(({ seconds }) => seconds),
        0.5,
      ),
      p95Seconds: quantile(
        passed.map(({ seconds }) => seconds),
        0.95,
      ),
      systemMedianMs: quantile(systemMs, 0.5),
      steps: stepQuantiles(passed),
      perMinute: this.#perMinute(now),
      ...sizes,
    };
  }

  #minuteOf(at: Instant) {
    const key = Math.floor(at / MINUTE_MS);
    const minute = this.#minutes.get(key) ?? { cleared: 0, referred: 0 };
    this.#minutes.set(key, minute);
    for (const old of this.#minutes.keys()) if (old < key - MINUTES_SHOWN) this.#minutes.delete(old);
    return minute;
  }

  #perMinute(now: Instant): StatsView['perMinute'] {
    const last = Math.floor(now / MINUTE_MS);
    return Array.from({ length: MINUTES_SHOWN }, (_, index) => {
      const key = last - MINUTES_SHOWN + 1 + index;
      const { cleared, referred } = this.#minutes.get(key) ?? { cleared: 0, referred: 0 };
      return { minute: formatInstant(instantOf(key * MINUTE_MS)), cleared, referred };
    });
  }
}

/** A step that was done several times in a passage counts with its whole time. */
function sumSteps(steps: readonly StepTime[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { name, ms } of steps) sums.set(name, (sums.get(name) ?? 0) + ms);
  return sums;
}

function stepQuantiles(passages: readonly PassageFigures[]): StatsView['steps'] {
  const byName = new Map<string, number[]>();
  for (const { steps } of passages) {
    for (const [name, ms] of sumSteps(steps)) byName.set(name, [...(byName.get(name) ?? []), ms]);
  }
  return [...byName].map(([name, ms]) => ({
    name,
    medianMs: quantile(ms, 0.5) ?? 0,
    p95Ms: quantile(ms, 0.95) ?? 0,
  }));
}
