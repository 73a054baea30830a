/**
 * Likeness of the surroundings of two minutiae by their nearest neighbours: each neighbour's distance, bearing and
 * direction in the frame of its minutia is looked for on the other side (local structures of Jiang and Yau 2000).
 */
import { MATCHING } from '../tuning.ts';
import { turnBetween, wrapAngle } from './angles.ts';
import type { Neighbours, SearchTemplate } from './search-template.ts';

const NEAR = MATCHING.neighbours;

/** Minutiae are few enough that the nearest are simply picked out one after the other. */
export function findNeighbours(
  direction: Float32Array,
  distance: Float32Array,
  bearing: Float32Array,
): Neighbours {
  const total = direction.length;
  const near: Neighbours = {
    count: new Uint8Array(total),
    within: new Uint8Array(total),
    distance: new Float32Array(total * NEAR),
    bearing: new Float32Array(total * NEAR),
    turn: new Float32Array(total * NEAR),
  };
  const taken = new Uint8Array(total);
  for (let i = 0; i < total; i++) {
    taken.fill(0);
    taken[i] = 1;
    const wanted = Math.min(NEAR, total - 1);
    near.count[i] = wanted;
    for (let k = i * NEAR; k < i * NEAR + wanted; k++) {
      const j = nearestOf(distance, i * total, taken);
      taken[j] = 1;
      near.distance[k] = distance[i * total + j]!;
      near.bearing[k] = bearing[i * total + j]!;
      near.turn[k] = wrapAngle(direction[j]! - direction[i]!);
      if (near.distance[k]! <= MATCHING.neighbourReachPx) near.within[i]!++;
    }
  }
  return near;
}

function nearestOf(distance: Float32Array, row: number, taken: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < taken.length; j++) {
    if (taken[j] === 1 || distance[row + j]! >= least) continue;
    least = distance[row + j]!;
    best = j;
  }
  return best;
}

/** Best fit of each neighbour: of the one side, of the other. Comparisons are synchronous, so that none meets another's. */
const fitOfA = new Float32Array(NEAR);
const fitOfB = new Float32Array(NEAR);

/** 0 … 1: share of neighbours found again, each by how well it fits, of those that either side should show; mean of both sides. */
export function compareNeighbourhood(a: SearchTemplate, i: number, b: SearchTemplate, j: number): number {
  fitNeighbours(a.near, i * NEAR, a.near.count[i]!, b.near, j * NEAR, b.near.count[j]!);
  return 0.5 * (shareFound(fitOfA, a.near.within[i]!) + shareFound(fitOfB, b.near.within[j]!));
}

function fitNeighbours(
  a: Neighbours,
  startA: number,
  countA: number,
  b: Neighbours,
  startB: number,
  countB: number,
): void {
  const tolerance = MATCHING.neighbourTolerancePx;
  fitOfA.fill(0);
  fitOfB.fill(0);
  let from = 0;
  for (let p = 0; p < countA; p++) {
    const distance = a.distance[startA + p]!;
    // Both sides are sorted by distance: those too near for this neighbour are too near for all that follow.
    while (from < countB && b.distance[startB + from]! < distance - tolerance) from++;
    for (let q = from; q < countB && b.distance[startB + q]! <= distance + tolerance; q++) {
      const fit = fitOfTwo(a, startA + p, b, startB + q);
      if (fit > fitOfA[p]!) fitOfA[p] = fit;
      if (fit > fitOfB[q]!) fitOfB[q] = fit;
    }
  }
}

function fitOfTwo(a: Neighbours, p: number, b: Neighbours, q: number): number {
  const tolerance = MATCHING.neighbourTolerancePx;
  const along = b.distance[q]! - a.distance[p]!;
  const aside = turnBetween(a.bearing[p]!, b.bearing[q]!) * 0.5 * (a.distance[p]! + b.distance[q]!);
  const offset = (along * along + aside * aside) / (tolerance * tolerance);
  if (offset >= 1) return 0;
  const bend = turnBetween(a.turn[p]!, b.turn[q]!) / MATCHING.neighbourToleranceRadians;
  return bend >= 1 ? 0 : (1 - offset) * (1 - bend * bend);
}

function shareFound(fits: Float32Array, known: number): number {
  let found = 0;
  for (let k = 0; k < known; k++) found += fits[k]!;
  return (found + MATCHING.neighbourPriorFound) / (known + MATCHING.neighbourPriorKnown);
}
