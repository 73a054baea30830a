/**
 * Orientation descriptor of a minutia (Tico and Kuosmanen 2003): ridge orientation at fixed points on circles around
 * it, relative to its own direction, hence blind to how the finger was turned or shifted.
 */

import type { FlowField } from '../template.ts';
import { MATCHING } from '../tuning.ts';
import type { SearchTemplate } from './search-template.ts';

/** Orientation steps in half a turn. Samples are 1 … STEPS; 0 says that there was no finger. */
const STEPS = 250;

/** Points of the descriptor, in the frame of the minutia. */
const points = MATCHING.textureRings.flatMap(({ radiusPx, samples }) =>
  Array.from({ length: samples }, (_, k) => ({
    along: radiusPx * Math.cos((2 * Math.PI * k) / samples),
    aside: radiusPx * Math.sin((2 * Math.PI * k) / samples),
  })),
);

export const TEXTURE_LENGTH = points.length;

/** Writes the samples of one minutia at `start`. */
export function sampleTexture(
  flow: FlowField,
  x: number,
  y: number,
  direction: number,
  out: Uint8Array,
  start: number,
): void {
  const cosine = Math.cos(direction);
  const sine = Math.sin(direction);
  for (let k = 0; k < points.length; k++) {
    const { along, aside } = points[k]!;
    const angle = flowAngleAt(flow, x + along * cosine - aside * sine, y + along * sine + aside * cosine);
    if (Number.isNaN(angle)) continue;
    const turns = (angle - direction) / Math.PI;
    out[start + k] = 1 + (Math.round((turns - Math.floor(turns)) * STEPS) % STEPS);
  }
}

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
      const doubled = ((value - 1) * 2 * Math.PI) / 255;
      cosine += share * Math.cos(doubled);
      sine += share * Math.sin(doubled);
      weight += share;
    }
  }
  return weight < 0.5 ? Number.NaN : 0.5 * Math.atan2(sine, cosine);
}

/** Likeness of two orientations by their difference in steps: 1 when equal, falling as exp(-|difference| / scale). */
const likeness = Float32Array.from({ length: 2 * STEPS + 1 }, (_, k) => {
  const steps = Math.abs(k - STEPS) % STEPS;
  const radians = (Math.min(steps, STEPS - steps) * Math.PI) / STEPS;
  return Math.exp(-radians / MATCHING.textureScale);
});

/** Mean likeness of the samples that both have, 0 … 1; 0 when too few are common to say anything. */
export function compareTexture(a: SearchTemplate, i: number, b: SearchTemplate, j: number): number {
  const ta = a.texture;
  const tb = b.texture;
  const startA = i * TEXTURE_LENGTH;
  const startB = j * TEXTURE_LENGTH;
  let sum = 0;
  let common = 0;
  for (let k = 0; k < TEXTURE_LENGTH; k++) {
    const va = ta[startA + k]!;
    const vb = tb[startB + k]!;
    if (va === 0 || vb === 0) continue;
    sum += likeness[va - vb + STEPS]!;
    common++;
  }
  return common < MATCHING.textureCommonMin * TEXTURE_LENGTH ? 0 : sum / common;
}
