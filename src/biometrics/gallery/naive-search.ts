/** The search in its plainest form, which the real one must equal in every test. */
import { decideOutcome, type SearchOutcome } from './outcome.ts';
import type { SearchThresholds } from './thresholds.ts';

export interface NaiveEntry {
  readonly id: string;
  readonly template: Int8Array;
  readonly group?: string;
}

export function naiveDot(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export const naiveCosine = (a: Int8Array, b: Int8Array): number =>
  naiveDot(a, b) / Math.sqrt(naiveDot(a, a) * naiveDot(b, b));

export function naiveSearch(
  entries: readonly NaiveEntry[],
  probe: Int8Array,
  thresholds: SearchThresholds,
): SearchOutcome {
  const best = new Map<string, number>();
  for (const { id, template } of entries) {
    best.set(id, Math.max(best.get(id) ?? -1, naiveCosine(template, probe)));
  }
  return decideOutcome(
    Array.from(best, ([id, cosine]) => ({ id, cosine })),
    thresholds,
  );
}
