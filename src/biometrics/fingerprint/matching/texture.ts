/**
 * Orientation descriptor of a minutia (Tico and Kuosmanen 2003): ridge orientation at fixed points on circles around
 * it, relative to its own direction, hence blind to how the finger was turned or shifted.
 */

import type { FlowField } from '../template.ts';
import { MATCHING } from '../tuning.ts';
import type { SearchTemplate, Texture } from './search-template.ts';

/** Orientation steps in half a turn: samples are 0 … STEPS - 1. */
const STEPS = 250;
/** Farther from every sample than samples are from each other, so that one table of differences serves all cases. */
const MISSING = 4 * STEPS;

/** Points of the descriptor, in the frame of the minutia. */
const points = MATCHING.textureRings.flatMap(({ radiusPx, samples }) =>
  Array.from({ length: samples }, (_, k) => ({
    along: radiusPx * Math.cos((2 * Math.PI * k) / samples),
    aside: radiusPx * Math.sin((2 * Math.PI * k) / samples),
  })),
);

/** Samples of one minutia in memory: the points, filled up with missing ones to a multiple of four. */
const STRIDE = Math.ceil(points.length / 4) * 4;
const WORDS = Math.ceil(STRIDE / 32);

export function describeTexture(
  flow: FlowField,
  x: Float32Array,
  y: Float32Array,
  direction: Float32Array,
): Texture {
  const samples = new Int16Array(x.length * STRIDE).fill(MISSING);
  const known = new Int32Array(x.length * WORDS);
  for (let i = 0; i < x.length; i++) {
    const cosine = Math.cos(direction[i]!);
    const sine = Math.sin(direction[i]!);
    for (let k = 0; k < points.length; k++) {
      const { along, aside } = points[k]!;
      const px = x[i]! + along * cosine - aside * sine;
      const angle = flowAngleAt(flow, px, y[i]! + along * sine + aside * cosine);
      if (Number.isNaN(angle)) continue;
      const turns = (angle - direction[i]!) / Math.PI;
      samples[i * STRIDE + k] = Math.round((turns - Math.floor(turns)) * STEPS) % STEPS;
      known[i * WORDS + (k >> 5)]! |= 1 << (k & 31);
    }
  }
  return { samples, known };
}

const cosineOf = Float64Array.from({ length: 256 }, (_, v) => Math.cos(((v - 1) * 2 * Math.PI) / 255));
const sineOf = Float64Array.from({ length: 256 }, (_, v) => Math.sin(((v - 1) * 2 * Math.PI) / 255));

/** Orientation in radians at a place, interpolated between grid points on the finger; NaN off the finger. */
export function flowAngleAt(flow: FlowField, x: number, y: number): number {
  const gx = x / flow.stepPx - 0.5;
  const gy = y / flow.stepPx - 0.5;
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  let cosine = 0;
  let sine = 0;
  let weight = 0;
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const c = column + dx;
      const r = row + dy;
      if (c < 0 || r < 0 || c >= flow.columns || r >= flow.rows) continue;
      const value = flow.orientation[r * flow.columns + c]!;
      if (value === 0) continue;
      const share = (dx === 0 ? 1 - (gx - column) : gx - column) * (dy === 0 ? 1 - (gy - row) : gy - row);
      cosine += share * cosineOf[value]!;
      sine += share * sineOf[value]!;
      weight += share;
    }
  }
  return weight < 0.5 ? Number.NaN : 0.5 * Math.atan2(sine, cosine);
}

/** Likeness 1 as a whole number: sums of them are exact and quick. */
const ALIKE = 1 << 16;

/**
 * Likeness of two orientations at `MISSING + difference in steps`: ALIKE when equal, falling as exp(-|difference| / scale),
 * 0 when one of them is missing. Two missing ones count ALIKE here; the comparison takes them off again.
 */
const likeness = Int32Array.from({ length: 2 * MISSING + 1 }, (_, k) => {
  const steps = Math.abs(k - MISSING);
  if (steps >= STEPS) return 0;
  const radians = (Math.min(steps, STEPS - steps) * Math.PI) / STEPS;
  return Math.round(ALIKE * Math.exp(-radians / MATCHING.textureScale));
});

/** Mean likeness of the samples that both have, 0 … 1; 0 when too few are common to say anything. */
export function compareTexture(a: SearchTemplate, i: number, b: SearchTemplate, j: number): number {
  let common = 0;
  let either = 0;
  for (let word = 0; word < WORDS; word++) {
    const knownA = a.texture.known[i * WORDS + word]!;
    const knownB = b.texture.known[j * WORDS + word]!;
    common += bitsIn(knownA & knownB);
    either += bitsIn(knownA | knownB);
  }
  if (common < MATCHING.textureCommonMin * points.length) return 0;
  const sum = sumLikeness(a.texture.samples, i * STRIDE, b.texture.samples, j * STRIDE);
  return (sum - (STRIDE - either) * ALIKE) / (common * ALIKE);
}

/** Four samples a turn, with two sums, so that no addition waits for the one before. */
function sumLikeness(a: Int16Array, startA: number, b: Int16Array, startB: number): number {
  let even = 0;
  let odd = 0;
  for (let k = 0; k < STRIDE; k += 4) {
    const at = startA + k;
    const bt = startB + k;
    even += likeness[a[at]! - b[bt]! + MISSING]! + likeness[a[at + 1]! - b[bt + 1]! + MISSING]!;
    odd += likeness[a[at + 2]! - b[bt + 2]! + MISSING]! + likeness[a[at + 3]! - b[bt + 3]! + MISSING]!;
  }
  return even + odd;
}

/** Bits set in 32 (Warren, Hacker's Delight, figure 5-2). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
