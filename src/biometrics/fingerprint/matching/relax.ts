/**
 * Relaxation over compatible pairs: two candidate pairs support each other when the distance, bearing and turn
 * between their minutiae are the same in both fingers. The strongest eigenvector of the supports tells true pairs
 * from chance ones (relaxation labelling, Rosenfeld, Hummel and Zucker 1976; spectral form, Leordeanu and Hebert 2005).
 */
import { MATCHING } from '../tuning.ts';
import { turnBetween } from './angles.ts';
import type { Candidates } from './candidates.ts';
import type { SearchTemplate } from './search-template.ts';

const SIZE = MATCHING.candidatesMax;

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

/** The pairs of candidates that support each other at all: one in ten, so that a round need not look at the others. */
const edges = {
  count: 0,
  from: new Uint8Array((SIZE * (SIZE - 1)) / 2),
  to: new Uint8Array((SIZE * (SIZE - 1)) / 2),
  value: new Float32Array((SIZE * (SIZE - 1)) / 2),
};

export function relax(a: SearchTemplate, b: SearchTemplate, candidates: Candidates, support: Support): void {
  fillPairs(a, b, candidates, support.pairs);
  const { strength, next } = support;
  strength.set(candidates.likeness);
  for (let round = 0; round < MATCHING.relaxRounds; round++) {
    next.fill(0);
    for (let edge = 0; edge < edges.count; edge++) {
      const k = edges.from[edge]!;
      const l = edges.to[edge]!;
      const value = edges.value[edge]!;
      next[k]! += value * strength[l]!;
      next[l]! += value * strength[k]!;
    }
    let top = 1e-12;
    for (let k = 0; k < candidates.count; k++) {
      next[k]! *= candidates.likeness[k]!;
      if (next[k]! > top) top = next[k]!;
    }
    for (let k = 0; k < candidates.count; k++) strength[k] = next[k]! / top;
  }
}

function fillPairs(a: SearchTemplate, b: SearchTemplate, candidates: Candidates, pairs: Float32Array): void {
  pairs.fill(0);
  edges.count = 0;
  for (let k = 0; k < candidates.count; k++) {
    const i = candidates.a[k]!;
    const j = candidates.b[k]!;
    for (let l = k + 1; l < candidates.count; l++) {
      const value = compatibility(a, i, candidates.a[l]!, b, j, candidates.b[l]!);
      if (value === 0) continue;
      pairs[k * SIZE + l] = value;
      pairs[l * SIZE + k] = value;
      edges.from[edges.count] = k;
      edges.to[edges.count] = l;
      edges.value[edges.count++] = value;
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
  const bearing = turnBetween(a.bearing[edgeA]!, b.bearing[edgeB]!);
  if (bearing >= bearingMax) return 0;
  const back = turnBetween(a.bearing[i2 * a.count + i1]!, b.bearing[j2 * b.count + j1]!);
  if (back >= bearingMax) return 0;
  return fall(stretch / stretchMax) * fall(bearing / bearingMax) * fall(back / bearingMax);
}

/** 1 at 0, 0 at 1, flat near 0: small errors cost little. */
const fall = (part: number): number => 1 - part * part;
