/** Genuine and impostor scores as counts on a common, ascending scale: exact values or the bins of a histogram. */

export interface ScoreCounts {
  /** Ascending, no two alike. */
  readonly scores: ArrayLike<number>;
  /** How many genuine comparisons gave just this score. Not whole numbers when people are weighted. */
  readonly genuine: ArrayLike<number>;
  readonly impostor: ArrayLike<number>;
}

/** Exact: one entry for each distinct score. */
export function countScores(genuine: readonly number[], impostor: readonly number[]): ScoreCounts {
  const scores = Float64Array.from(new Set([...genuine, ...impostor])).sort();
  const place = new Map(Array.from(scores, (score, i) => [score, i]));
  const count = (values: readonly number[]): Uint32Array => {
    const counts = new Uint32Array(scores.length);
    for (const value of values) counts[place.get(value)!]! += 1;
    return counts;
  };
  return { scores, genuine: count(genuine), impostor: count(impostor) };
}
