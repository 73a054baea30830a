import { EXTRACTION } from '../tuning.ts';
import type { LocalLevel } from './normalise.ts';
import type { RidgeFlow } from './orientation.ts';
import type { CellGrid } from './plane.ts';

/** 1 where a finger touches, 0 elsewhere, for each cell. */
export type Mask = Uint8Array;

/**
 * The finger is where contrast is high for this picture and the gradients agree on a direction. What remains is
 * smoothed by vote, holes are filled (a core has no single direction), and only the largest patch is kept, so that
 * a neighbour's latent print or a dirty corner of the glass is not taken for finger.
 */
export function segment(level: LocalLevel, flow: RidgeFlow, grid: CellGrid): Mask {
  const limit = contrastLimit(level.deviation);
  const mask = new Uint8Array(grid.columns * grid.rows);
  for (let cell = 0; cell < mask.length; cell++) {
    const clear = level.deviation[cell]! >= limit && flow.certainty[cell]! >= EXTRACTION.maskCertaintyMin;
    mask[cell] = clear ? 1 : 0;
  }
  return fillHoles(keepLargest(vote(vote(mask, grid), grid), grid), grid);
}

/** A share of the contrast of the picture's clear part, never under what sensor noise alone reaches. */
function contrastLimit(deviation: Float32Array): number {
  const sorted = Float32Array.from(deviation).sort();
  const clear = sorted[Math.floor((sorted.length - 1) * EXTRACTION.maskContrastQuantile)] ?? 0;
  return Math.max(EXTRACTION.maskContrastMin, clear * EXTRACTION.maskContrastShare);
}

/** Each cell takes the value of the majority of its 3x3 surroundings. */
function vote(mask: Mask, grid: CellGrid): Mask {
  const out = new Uint8Array(mask.length);
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      out[row * grid.columns + column] = countAround(mask, grid, column, row) >= 5 ? 1 : 0;
    }
  }
  return out;
}

/** Outside the picture the border cell repeats: a finger cut off by the edge still counts as finger there. */
function countAround(mask: Mask, grid: CellGrid, column: number, row: number): number {
  let count = 0;
  for (let dy = -1; dy <= 1; dy++) {
    const y = Math.min(grid.rows - 1, Math.max(0, row + dy));
    for (let dx = -1; dx <= 1; dx++) {
      const x = Math.min(grid.columns - 1, Math.max(0, column + dx));
      count += mask[y * grid.columns + x]!;
    }
  }
  return count;
}

function keepLargest(mask: Mask, grid: CellGrid): Mask {
  const label = new Int32Array(mask.length);
  let best = 0;
  let bestSize = 0;
  let next = 0;
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] !== 1 || label[cell] !== 0) continue;
    const size = flood(mask, grid, cell, label, ++next, 1);
    if (size > bestSize) {
      bestSize = size;
      best = next;
    }
  }
  return mask.map((_, cell) => (best > 0 && label[cell] === best ? 1 : 0));
}

/** Background that does not reach the border lies inside the finger. */
function fillHoles(mask: Mask, grid: CellGrid): Mask {
  const outside = new Int32Array(mask.length);
  for (let cell = 0; cell < mask.length; cell++) {
    const column = cell % grid.columns;
    const row = (cell - column) / grid.columns;
    const border = column === 0 || row === 0 || column === grid.columns - 1 || row === grid.rows - 1;
    if (border && mask[cell] === 0 && outside[cell] === 0) flood(mask, grid, cell, outside, 1, 0);
  }
  return mask.map((_, cell) => (outside[cell] === 1 ? 0 : 1));
}

/** Marks the 4-connected patch of `value` around `start` with `mark` and returns its size in cells. */
function flood(
  mask: Mask,
  grid: CellGrid,
  start: number,
  label: Int32Array,
  mark: number,
  value: number,
): number {
  const queue = [start];
  label[start] = mark;
  for (let head = 0; head < queue.length; head++) {
    const cell = queue[head]!;
    const column = cell % grid.columns;
    const visit = (next: number) => {
      if (mask[next] !== value || label[next] !== 0) return;
      label[next] = mark;
      queue.push(next);
    };
    if (column > 0) visit(cell - 1);
    if (column < grid.columns - 1) visit(cell + 1);
    if (cell >= grid.columns) visit(cell - grid.columns);
    if (cell + grid.columns < mask.length) visit(cell + grid.columns);
  }
  return queue.length;
}

/**
 * Steps from each finger cell to the nearest cell that is not finger, or to the edge of the picture: 1 for the
 * outermost ring, 0 off the finger. Two sweeps of the city-block distance (Rosenfeld and Pfaltz 1966).
 */
export function depthOf(mask: Mask, grid: CellGrid): Uint8Array {
  const { columns, rows } = grid;
  const depth = new Uint8Array(mask.length);
  for (let cell = 0; cell < mask.length; cell++) {
    if (mask[cell] !== 1) continue;
    const left = cell % columns === 0 ? 0 : depth[cell - 1]!;
    const above = cell < columns ? 0 : depth[cell - columns]!;
    depth[cell] = Math.min(254, left, above) + 1;
  }
  for (let cell = mask.length - 1; cell >= 0; cell--) {
    if (mask[cell] !== 1) continue;
    const right = cell % columns === columns - 1 ? 0 : depth[cell + 1]!;
    const below = cell >= columns * (rows - 1) ? 0 : depth[cell + columns]!;
    depth[cell] = Math.min(depth[cell]!, Math.min(right, below) + 1);
  }
  return depth;
}
