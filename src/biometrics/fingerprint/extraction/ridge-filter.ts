import { EXTRACTION } from '../tuning.ts';
import type { Mask } from './mask.ts';
import type { DirectionMap } from './orientation.ts';
import { type CellGrid, newPlane, type Plane } from './plane.ts';
import { bankIndex, ridgeKernel, waveBank } from './ridge-kernels.ts';
import type { RidgePeriod } from './ridge-period.ts';

/**
 * The ridges as a wave: `even` is high on ridges and low in valleys, `odd` the same a quarter period further across
 * (along the normal of the direction map, which turns from the ridge by +π/2). Zero outside the finger.
 */
export interface RidgeWave {
  readonly even: Plane;
  readonly odd: Plane;
}

/** Side of the patches that share one direction; the inner loops below are written out for it. */
const PATCH = EXTRACTION.directionPatchPx;
/** Border of padded planes: the longest reach of a kernel plus a patch that hangs over the edge. */
const PAD = 16;

/**
 * A Gabor filter (Hong, Wan and Jain 1998), cut into two one-dimensional passes that follow the local direction:
 * a smoothing along the ridge, then a wave packet of the local period across it. Some 40 products a pixel, not 225.
 */
export function filterRidges(
  level: Plane,
  directions: DirectionMap,
  period: RidgePeriod,
  mask: Mask,
  grid: CellGrid,
): RidgeWave {
  const near = patchesOn(grow(mask, grid), directions, grid);
  const smooth = smoothAlong(padded(level), directions, near);
  return waveAcross(smooth, directions, patchesOn(mask, directions, grid), period.px, grid);
}

/** A plane with a border on each side, so that the inner loops need not ask where the picture ends. */
interface Padded {
  readonly stride: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

function padded(level: Plane): Padded {
  const stride = level.width + 2 * PAD;
  const values = new Float32Array(stride * (level.height + 2 * PAD));
  for (let y = 0; y < level.height; y++) {
    values.set(level.values.subarray(y * level.width, (y + 1) * level.width), (y + PAD) * stride + PAD);
  }
  return { stride, width: level.width, height: level.height, values };
}

/** Offsets in memory of the samples at -reach … reach steps of one pixel along each direction, turned by `turn`. */
function sampleOffsets(count: number, reach: number, stride: number, turn: number): Int32Array {
  const taps = 2 * reach + 1;
  const offsets = new Int32Array(count * taps);
  for (let direction = 0; direction < count; direction++) {
    const angle = (direction * Math.PI) / count + turn;
    for (let k = -reach; k <= reach; k++) {
      const dx = Math.round(k * Math.cos(angle));
      const dy = Math.round(k * Math.sin(angle));
      offsets[direction * taps + k + reach] = dy * stride + dx;
    }
  }
  return offsets;
}

function smoothAlong(level: Padded, directions: DirectionMap, patches: Int32Array): Padded {
  const reach = EXTRACTION.alongReachPx;
  const taps = 2 * reach + 1;
  const kernel = ridgeKernel(reach, EXTRACTION.alongSigmaPx);
  const offsets = sampleOffsets(directions.count, reach, level.stride, 0);
  const source = level.values;
  const out = new Float32Array(source.length);
  for (const patch of patches) {
    const first = directions.index[patch]! * taps;
    let at = startOf(patch, directions, level);
    for (let line = 0; line < PATCH; line++, at += level.stride) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let k = 0; k < taps; k++) {
        const weight = kernel[k]!;
        const from = at + offsets[first + k]!;
        s0 += weight * source[from]!;
        s1 += weight * source[from + 1]!;
        s2 += weight * source[from + 2]!;
        s3 += weight * source[from + 3]!;
      }
      out[at] = s0;
      out[at + 1] = s1;
      out[at + 2] = s2;
      out[at + 3] = s3;
    }
  }
  return { ...level, values: out };
}

/** Even and odd packets read the same samples k steps to either side: their sum feeds the even, their difference the odd. */
function waveAcross(
  smooth: Padded,
  directions: DirectionMap,
  patches: Int32Array,
  period: Float32Array,
  grid: CellGrid,
): RidgeWave {
  const reach = EXTRACTION.acrossReachPx;
  const bank = waveBank(reach);
  const offsets = sampleOffsets(directions.count, reach, smooth.stride, Math.PI / 2);
  const even = new Float32Array(smooth.values.length);
  const odd = new Float32Array(smooth.values.length);
  for (const patch of patches) {
    const centre = directions.index[patch]! * (2 * reach + 1) + reach;
    const kernel = bankIndex(period[cellOf(patch, directions, grid)]!) * (reach + 1);
    let at = startOf(patch, directions, smooth);
    for (let line = 0; line < PATCH; line++, at += smooth.stride) {
      waveOfTwo(smooth.values, at, offsets, centre, bank, kernel, reach, even, odd);
      waveOfTwo(smooth.values, at + 2, offsets, centre, bank, kernel, reach, even, odd);
    }
  }
  return { even: unpad(even, smooth), odd: unpad(odd, smooth) };
}

function waveOfTwo(
  source: Float32Array,
  at: number,
  offsets: Int32Array,
  centre: number,
  bank: { even: Float32Array; odd: Float32Array },
  kernel: number,
  reach: number,
  even: Float32Array,
  odd: Float32Array,
): void {
  let e0 = bank.even[kernel]! * source[at]!;
  let e1 = bank.even[kernel]! * source[at + 1]!;
  let o0 = 0;
  let o1 = 0;
  for (let k = 1; k <= reach; k++) {
    const evenWeight = bank.even[kernel + k]!;
    const oddWeight = bank.odd[kernel + k]!;
    const ahead = at + offsets[centre + k]!;
    const behind = at + offsets[centre - k]!;
    const a0 = source[ahead]!;
    const b0 = source[behind]!;
    const a1 = source[ahead + 1]!;
    const b1 = source[behind + 1]!;
    e0 += evenWeight * (a0 + b0);
    o0 += oddWeight * (a0 - b0);
    e1 += evenWeight * (a1 + b1);
    o1 += oddWeight * (a1 - b1);
  }
  even[at] = e0;
  even[at + 1] = e1;
  odd[at] = o0;
  odd[at + 1] = o1;
}

function unpad(values: Float32Array, shape: Padded): Plane {
  const plane = newPlane(shape.width, shape.height);
  for (let y = 0; y < shape.height; y++) {
    const start = (y + PAD) * shape.stride + PAD;
    plane.values.set(values.subarray(start, start + shape.width), y * shape.width);
  }
  return plane;
}

function startOf(patch: number, directions: DirectionMap, plane: Padded): number {
  const column = patch % directions.columns;
  const row = (patch - column) / directions.columns;
  return (row * PATCH + PAD) * plane.stride + PAD + column * PATCH;
}

function cellOf(patch: number, directions: DirectionMap, grid: CellGrid): number {
  const perCell = grid.size / PATCH;
  const column = patch % directions.columns;
  const row = (patch - column) / directions.columns;
  return Math.floor(row / perCell) * grid.columns + Math.floor(column / perCell);
}

function patchesOn(mask: Mask, directions: DirectionMap, grid: CellGrid): Int32Array {
  const patches = new Int32Array(directions.index.length);
  let count = 0;
  for (let patch = 0; patch < patches.length; patch++) {
    if (mask[cellOf(patch, directions, grid)] === 1) patches[count++] = patch;
  }
  return patches.subarray(0, count);
}

/** The mask with two more rings of cells: the across pass reads that far beyond the finger's edge. */
function grow(mask: Mask, grid: CellGrid): Mask {
  const out = Uint8Array.from(mask);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      if (mask[row * grid.columns + column] !== 1) continue;
      for (let y = Math.max(0, row - 2); y <= Math.min(grid.rows - 1, row + 2); y++) {
        out.fill(
          1,
          y * grid.columns + Math.max(0, column - 2),
          y * grid.columns + Math.min(grid.columns, column + 3),
        );
      }
    }
  }
  return out;
}
