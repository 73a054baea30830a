/**
 * Likeness of the surroundings of two minutiae by their nearest neighbours: each neighbour's distance, bearing and
 * direction in the frame of its minutia is looked for on the other side (local structures of Jiang and Yau 2000).
 */
import { MATCHING } from '../tuning.ts';
import type { SearchTemplate } from './search-template.ts';

const TURN = 2 * Math.PI;

/** 0 … 1: share of neighbours found again, each by how well it fits, of those that either side should show. */
export function compareNeighbourhood(a: SearchTemplate, i: number, b: SearchTemplate, j: number): number {
  const wanted = a.neighbourCount;
  let found = 0;
  let known = 0;
  for (let p = 0; p < wanted; p++) {
    const na = a.neighbours[i * wanted + p]!;
    if (na < 0) break;
    const distance = a.distance[i * a.count + na]!;
    if (distance > MATCHING.neighbourReachPx) break;
    known++;
    found += bestFit(a, i, na, distance, b, j);
  }
  return (found + MATCHING.neighbourPriorFound) / (known + MATCHING.neighbourPriorKnown);
}

function bestFit(
  a: SearchTemplate,
  i: number,
  na: number,
  distance: number,
  b: SearchTemplate,
  j: number,
): number {
  const bearing = a.bearing[i * a.count + na]!;
  const turn = a.direction[na]! - a.direction[i]!;
  const wanted = b.neighbourCount;
  const tolerance = MATCHING.neighbourTolerancePx;
  let best = 0;
  for (let q = 0; q < wanted; q++) {
    const nb = b.neighbours[j * wanted + q]!;
    if (nb < 0) break;
    const along = b.distance[j * b.count + nb]! - distance;
    if (along > tolerance) break;
    if (along < -tolerance) continue;
    let aside = b.bearing[j * b.count + nb]! - bearing;
    aside = (aside - TURN * Math.round(aside / TURN)) * distance;
    const offset = (along * along + aside * aside) / (tolerance * tolerance);
    if (offset >= 1) continue;
    let bend = b.direction[nb]! - b.direction[j]! - turn;
    bend = Math.abs(bend - TURN * Math.round(bend / TURN)) / MATCHING.neighbourToleranceRadians;
    if (bend >= 1) continue;
    const fit = (1 - offset) * (1 - bend * bend);
    if (fit > best) best = fit;
  }
  return best;
}
