import type { Candidates } from './candidates.ts';
import type { Support } from './relax.ts';
import { supportStride } from './relax.ts';
import type { SearchTemplate } from './search-template.ts';

/** The turn and shift that lay finger a on finger b: rotate by the angle, then add (x, y), pixels at 500 dpi. */
export interface Placement {
  cosine: number;
  sine: number;
  x: number;
  y: number;
}

/** Weighted sums from which the best rigid placement follows (Umeyama 1991, without scale). */
interface Sums {
  weight: number;
  ax: number;
  ay: number;
  bx: number;
  by: number;
  dot: number;
  cross: number;
}

const newSums = (): Sums => ({ weight: 0, ax: 0, ay: 0, bx: 0, by: 0, dot: 0, cross: 0 });

function add(sums: Sums, weight: number, ax: number, ay: number, bx: number, by: number): void {
  sums.weight += weight;
  sums.ax += weight * ax;
  sums.ay += weight * ay;
  sums.bx += weight * bx;
  sums.by += weight * by;
  sums.dot += weight * (ax * bx + ay * by);
  sums.cross += weight * (ax * by - ay * bx);
}

function solve(sums: Sums, out: Placement): void {
  const { weight } = sums;
  const ax = sums.ax / weight;
  const ay = sums.ay / weight;
  const bx = sums.bx / weight;
  const by = sums.by / weight;
  const dot = sums.dot / weight - (ax * bx + ay * by);
  const cross = sums.cross / weight - (ax * by - ay * bx);
  const angle = Math.atan2(cross, dot);
  out.cosine = Math.cos(angle);
  out.sine = Math.sin(angle);
  out.x = bx - (out.cosine * ax - out.sine * ay);
  out.y = by - (out.sine * ax + out.cosine * ay);
}

const sums = newSums();

/** Placement by the candidates that support `root`, each by its strength. */
export function placeByCandidates(
  a: SearchTemplate,
  b: SearchTemplate,
  candidates: Candidates,
  support: Support,
  root: number,
  out: Placement,
): void {
  Object.assign(sums, newSums());
  for (let k = 0; k < candidates.count; k++) {
    const agreed = k === root ? 1 : support.pairs[root * supportStride + k]!;
    const weight = agreed * support.strength[k]!;
    if (weight <= 0) continue;
    const i = candidates.a[k]!;
    const j = candidates.b[k]!;
    add(sums, weight, a.x[i]!, a.y[i]!, b.x[j]!, b.y[j]!);
  }
  if (sums.weight > 0) solve(sums, out);
}

/** Placement by minutiae already paired: `partner[i]` is the index in b, or -1. */
export function placeByPairs(
  a: SearchTemplate,
  b: SearchTemplate,
  partner: Int16Array,
  out: Placement,
): void {
  Object.assign(sums, newSums());
  for (let i = 0; i < a.count; i++) {
    const j = partner[i]!;
    if (j >= 0) add(sums, 1, a.x[i]!, a.y[i]!, b.x[j]!, b.y[j]!);
  }
  if (sums.weight > 1) solve(sums, out);
}
