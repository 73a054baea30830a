import { EXTRACTION } from '../tuning.ts';
import type { Mask } from './mask.ts';
import type { RidgeFlow } from './orientation.ts';
import { type CellGrid, type Plane, smoothCells } from './plane.ts';

/** How far apart the ridges are, and how evenly. */
export interface RidgePeriod {
  /** Distance from one ridge to the next in pixels at 500 dpi, for each cell. */
  readonly px: Float32Array;
  /** Ridge-valley uniformity (ISO/IEC 29794-4): mean over the finger of how even the distances are, 0 … 1. */
  readonly uniformity: number;
}

/**
 * Looks at each cell across its ridges (the x-signature of Hong, Wan and Jain 1998) and measures the distance
 * between crossings of the mean. Cells without a clean wave take the period of their surroundings.
 */
export function estimatePeriod(level: Plane, flow: RidgeFlow, mask: Mask, grid: CellGrid): RidgePeriod {
  const weight = new Float32Array(mask.length);
  const period = new Float32Array(mask.length);
  const signature = new Float32Array(2 * EXTRACTION.signatureReachPx + 1);
  let looked = 0;
  let even = 0;
  for (let row = 0; row < grid.rows; row += 2) {
    for (let column = 0; column < grid.columns; column += 2) {
      const cell = row * grid.columns + column;
      if (mask[cell] !== 1) continue;
      looked++;
      if (flow.certainty[cell]! < EXTRACTION.periodCertaintyMin) continue;
      const angle = 0.5 * Math.atan2(flow.sine[cell]!, flow.cosine[cell]!);
      readSignature(level, (column + 0.5) * grid.size, (row + 0.5) * grid.size, angle, signature);
      const found = measureWave(signature);
      if (!found) continue;
      even += 1 - found.irregularity;
      weight[cell] = flow.certainty[cell]!;
      period[cell] = found.period * weight[cell]!;
    }
  }
  return { px: spread(period, weight, grid), uniformity: looked === 0 ? 0 : even / looked };
}

/** Mean along the ridge of the normalised picture, at each whole distance across it. */
function readSignature(level: Plane, x: number, y: number, angle: number, out: Float32Array): void {
  const alongX = Math.cos(angle);
  const alongY = Math.sin(angle);
  const reach = EXTRACTION.signatureReachPx;
  const half = EXTRACTION.signatureHalfWidthPx;
  for (let k = -reach; k <= reach; k++) {
    let sum = 0;
    let count = 0;
    for (let m = -half; m <= half; m += 2) {
      const px = Math.floor(x + 0.5 - k * alongY + m * alongX);
      const py = Math.floor(y + 0.5 + k * alongX + m * alongY);
      if (px < 0 || py < 0 || px >= level.width || py >= level.height) continue;
      sum += level.values[py * level.width + px]!;
      count++;
    }
    out[k + reach] = count === 0 ? 0 : sum / count;
  }
}

/**
 * Mean distance in pixels between crossings of the same sense, and its relative deviation; nothing when the wave is
 * irregular or out of a finger's range.
 */
export function measureWave(signature: Float32Array): { period: number; irregularity: number } | undefined {
  let mean = 0;
  for (const value of signature) mean += value / signature.length;
  let found = 0;
  let sum = 0;
  let sumSquares = 0;
  for (const sense of [1, -1]) {
    let last = Number.NaN;
    for (let k = 1; k < signature.length; k++) {
      const before = sense * (signature[k - 1]! - mean);
      const after = sense * (signature[k]! - mean);
      if (!(before < 0 && after >= 0)) continue;
      const at = k - after / (after - before);
      if (!Number.isNaN(last)) {
        found++;
        sum += at - last;
        sumSquares += (at - last) ** 2;
      }
      last = at;
    }
  }
  if (found < 3) return undefined;
  const period = sum / found;
  const irregularity = Math.sqrt(Math.max(0, sumSquares / found - period * period)) / period;
  const inRange = period >= EXTRACTION.periodPxMin && period <= EXTRACTION.periodPxMax;
  return inRange && irregularity <= EXTRACTION.periodIrregularMax ? { period, irregularity } : undefined;
}

function spread(period: Float32Array, weight: Float32Array, grid: CellGrid): Float32Array {
  let total = 0;
  let weights = 0;
  for (let cell = 0; cell < period.length; cell++) {
    total += period[cell]!;
    weights += weight[cell]!;
  }
  const usual = weights > 0 ? total / weights : EXTRACTION.periodPxUsual;
  // A little of the finger's mean everywhere keeps cells far from any measurement defined.
  const prior = EXTRACTION.periodPriorWeight;
  for (const field of [period, weight]) smoothCells(field, grid, EXTRACTION.periodSmoothRounds);
  return period.map((value, cell) => (value + prior * usual) / (weight[cell]! + prior));
}
