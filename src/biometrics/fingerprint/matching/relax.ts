/**
 * Relaxation over compatible pairs: two candidate pairs support each other when the distance, bearing and turn
 * between their minutiae are the same in both fingers. The strongest eigenvector of the supports tells true pairs
 * from chance ones (relaxation labelling, Rosenfeld, Hummel and Zucker 1976; spectral form, Leordeanu and Hebert 2005).
 */
import { MATCHING } from '../tuning.ts';
import type { Candidates } from './candidates.ts';
import type { SearchTemplate } from './search-template.ts';

const SIZE = MATCHING.candidatesMax;
const TURN = 2 * Math.PI;

/** Scratch of one comparison, reused: comparisons are synchronous, so none meets another's. */
export interface Support {
  /** Compatibility of candidates k and l at `k * SIZE + l`, 0 … 1. */
  readonly pairs: Float32Array;
  /** Strength of each candidate after relaxation; the strongest is 1. */
  readonly strength: Float32Array;
  readonly next: Float32Array;
}

export const newSupport = (): Support => ({
  pairs: new Float32Array(SIZE * SIZE),
  strength: new Float32Array(SIZE),
  next: new Float32Array(SIZE),
});

export const supportStride = SIZE;

export function relax(a: SearchTemplate, b: SearchTemplate, candidates: Candidates, support: Support): void {
  fillPairs(a, b, candidates, support.pairs);
  const { strength, next } = support;
  strength.set(candidates.likeness);
  for (let round = 0; round < MATCHING.relaxRounds; round++) {
    let top = 1e-12;
    for (let k = 0; k < candidates.count; k++) {
      let sum = 0;
      const row = k * SIZE;
      for (let l = 0; l < candidates.count; l++) sum += support.pairs[row + l]! * strength[l]!;
      next[k] = candidates.likeness[k]! * sum;
      if (next[k]! > top) top = next[k]!;
    }
    for (let k = 0; k < candidates.count; k++) strength[k] = next[k]! / top;
  }
}

function fillPairs(a: SearchTemplate, b: SearchTemplate, candidates: Candidates, pairs: Float32Array): void {
  for (let k = 0; k < candidates.count; k++) {
    pairs[k * SIZE + k] = 0;
    for (let l = k + 1; l < candidates.count; l++) {
      const value = compatibility(
        a,
        candidates.a[k]!,
        candidates.a[l]!,
        b,
        candidates.b[k]!,
        candidates.b[l]!,
      );
      pairs[k * SIZE + l] = value;
      pairs[l * SIZE + k] = value;
    }
  }
}

/** 0 … 1: how well the step from i1 to i2 in one finger equals the step from j1 to j2 in the other. */
function compatibility(
  a: SearchTemplate,
  i1: number,
  i2: number,
  b: SearchTemplate,
  j1: number,
  j2: number,
): number {
  if (i1 === i2 || j1 === j2) return 0;
  const edgeA = i1 * a.count + i2;
  const edgeB = j1 * b.count + j2;
  const length = a.distance[edgeA]!;
  const stretch = Math.abs(length - b.distance[edgeB]!);
  const stretchMax = MATCHING.stretchPx + MATCHING.stretchShare * length;
  if (stretch >= stretchMax) return 0;
  const bearingMax = MATCHING.bearingRadians + MATCHING.bearingPx / (length + 1);
  let bearing = a.bearing[edgeA]! - b.bearing[edgeB]!;
  bearing = Math.abs(bearing - TURN * Math.round(bearing / TURN));
  if (bearing >= bearingMax) return 0;
  let back = a.bearing[i2 * a.count + i1]! - b.bearing[j2 * b.count + j1]!;
  back = Math.abs(back - TURN * Math.round(back / TURN));
  if (back >= bearingMax) return 0;
  return fall(stretch / stretchMax) * fall(bearing / bearingMax) * fall(back / bearingMax);
}

/** 1 at 0, 0 at 1, flat near 0: small errors cost little. */
const fall = (part: number): number => 1 - part * part;
