import { MATCHING } from '../tuning.ts';
import type { Placement } from './align.ts';
import type { SearchTemplate } from './search-template.ts';

const SIZE = MATCHING.minutiaeMax;
const TURN = 2 * Math.PI;

/** Minutiae of a laid over b: who falls on whom, and how well. */
interface Pairing {
  /** Index in b for each minutia of a, or -1. */
  readonly partner: Int16Array;
  /** Fit of each pair, 0 … 1. */
  readonly fit: Float32Array;
  readonly takenBy: Int16Array;
  readonly bestB: Float32Array;
}

export const newPairing = (): Pairing => ({
  partner: new Int16Array(SIZE),
  fit: new Float32Array(SIZE),
  takenBy: new Int16Array(SIZE),
  bestB: new Float32Array(SIZE),
});

/** Pairs each minutia of a with the one of b that fits it best, where that choice is mutual. */
export function pairMinutiae(a: SearchTemplate, b: SearchTemplate, at: Placement, out: Pairing): void {
  const turn = Math.atan2(at.sine, at.cosine);
  const reach = MATCHING.pairTolerancePx;
  out.bestB.fill(0);
  out.takenBy.fill(-1);
  for (let i = 0; i < a.count; i++) {
    const x = at.cosine * a.x[i]! - at.sine * a.y[i]! + at.x;
    const y = at.sine * a.x[i]! + at.cosine * a.y[i]! + at.y;
    out.partner[i] = -1;
    out.fit[i] = 0;
    for (let j = 0; j < b.count; j++) {
      const dx = x - b.x[j]!;
      const dy = y - b.y[j]!;
      const square = (dx * dx + dy * dy) / (reach * reach);
      if (square >= 1) continue;
      const bend = a.direction[i]! + turn - b.direction[j]!;
      const part = Math.abs(bend - TURN * Math.round(bend / TURN)) / MATCHING.pairToleranceRadians;
      if (part >= 1) continue;
      const fit = (1 - square) * (1 - part * part);
      if (fit > out.fit[i]!) {
        out.fit[i] = fit;
        out.partner[i] = j;
      }
      if (fit > out.bestB[j]!) {
        out.bestB[j] = fit;
        out.takenBy[j] = i;
      }
    }
  }
  for (let i = 0; i < a.count; i++) {
    const j = out.partner[i]!;
    if (j >= 0 && out.takenBy[j] !== i) out.partner[i] = -1;
  }
}

/** Sum of the fits of all pairs: the number of minutiae paired, each counted by how well it falls. */
export function fitOf(pairing: Pairing, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) if (pairing.partner[i]! >= 0) sum += pairing.fit[i]!;
  return sum;
}
