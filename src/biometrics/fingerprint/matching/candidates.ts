import { MATCHING } from '../tuning.ts';
import { turnBetween } from './angles.ts';
import { compareNeighbourhood } from './neighbourhood.ts';
import type { SearchTemplate } from './search-template.ts';
import { compareTexture } from './texture.ts';

/** Pairs of minutiae (one of each side) that might be the same; arrays are reused by the next comparison. */
export interface Candidates {
  count: number;
  /** Mean likeness of texture over all pairs compared: what places of these two fingers have in common by chance. */
  usual: number;
  readonly a: Int16Array;
  readonly b: Int16Array;
  /** Likeness of the two places taken alone, 0 … 1. */
  readonly likeness: Float32Array;
}

export const newCandidates = (capacity: number): Candidates => ({
  count: 0,
  usual: 0,
  a: new Int16Array(capacity),
  b: new Int16Array(capacity),
  likeness: new Float32Array(capacity),
});

const LEVELS = 1024;
const histogram = new Int32Array(LEVELS + 1);
const everyPair = newCandidates(MATCHING.minutiaeMax * MATCHING.minutiaeMax);
const alike = newCandidates(MATCHING.alikeMax);

/**
 * Fills `out` with the pairs most alike: texture, which is quick, chooses which pairs are looked at more closely;
 * texture and neighbours together choose which of them go on.
 */
export function findCandidates(a: SearchTemplate, b: SearchTemplate, out: Candidates): void {
  compareAllTextures(a, b, everyPair);
  keepBest(everyPair, alike);
  for (let k = 0; k < alike.count; k++) {
    const i = alike.a[k]!;
    const j = alike.b[k]!;
    const around = compareNeighbourhood(a, i, b, j);
    const share = MATCHING.textureShare;
    alike.likeness[k] = Math.min(1, share * alike.likeness[k]! + (1 - share) * around);
  }
  keepBest(alike, out);
}

/** Only pairs whose turn is one that a finger on a reader can have. */
function compareAllTextures(a: SearchTemplate, b: SearchTemplate, out: Candidates): void {
  let count = 0;
  let sum = 0;
  let compared = 0;
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) {
      if (turnBetween(a.direction[i]!, b.direction[j]!) > MATCHING.rotationMaxRadians) continue;
      const texture = compareTexture(a, i, b, j);
      if (texture === 0) continue;
      sum += texture;
      compared++;
      if (texture < MATCHING.textureMin) continue;
      out.a[count] = i;
      out.b[count] = j;
      out.likeness[count] = texture;
      count++;
    }
  }
  out.count = count;
  out.usual = compared === 0 ? 0 : sum / compared;
}

/** Copies the best of `from` to `to`, as many as `to` holds, in their order. */
export function keepBest(from: Candidates, to: Candidates): void {
  const capacity = to.a.length;
  const limit = from.count <= capacity ? 0 : limitFor(from, capacity);
  let count = 0;
  for (let k = 0; k < from.count && count < capacity; k++) {
    if (from.likeness[k]! < limit) continue;
    to.a[count] = from.a[k]!;
    to.b[count] = from.b[k]!;
    to.likeness[count] = from.likeness[k]!;
    count++;
  }
  to.count = count;
  to.usual = from.usual;
}

/** The likeness, in steps of 1/1024, at or above which at most `wanted` pairs lie. */
function limitFor(from: Candidates, wanted: number): number {
  histogram.fill(0);
  for (let k = 0; k < from.count; k++) histogram[Math.floor(from.likeness[k]! * LEVELS)]!++;
  let above = 0;
  for (let level = LEVELS; level > 0; level--) {
    above += histogram[level]!;
    if (above > wanted) return (level + 1) / LEVELS;
  }
  return 0;
}
