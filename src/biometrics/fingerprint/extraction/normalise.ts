import { EXTRACTION } from '../tuning.ts';
import { blendAxis, type CellGrid, newPlane, type Plane, smoothCells } from './plane.ts';

/** Local brightness and local contrast (standard deviation), both in grey values, for each cell. */
export interface LocalLevel {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Mean and standard deviation in a soft window of about three cells around each cell. */
export function measureLevel(grey: Plane, grid: CellGrid): LocalLevel {
  const mean = new Float32Array(grid.columns * grid.rows);
  const square = new Float32Array(mean.length);
  for (let row = 0, cell = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++, cell++)
      sumCell(grey, grid, column, row, mean, square, cell);
  }
  smoothCells(mean, grid, EXTRACTION.levelSmoothRounds);
  smoothCells(square, grid, EXTRACTION.levelSmoothRounds);
  const deviation = square.map((value, i) => Math.sqrt(Math.max(0, value - mean[i]! * mean[i]!)));
  return { mean, deviation };
}

function sumCell(
  grey: Plane,
  grid: CellGrid,
  column: number,
  row: number,
  mean: Float32Array,
  square: Float32Array,
  cell: number,
): void {
  const right = Math.min(grey.width, (column + 1) * grid.size);
  const bottom = Math.min(grey.height, (row + 1) * grid.size);
  let sum = 0;
  let sumSquares = 0;
  let count = 0;
  for (let y = row * grid.size; y < bottom; y++) {
    for (let x = column * grid.size; x < right; x++, count++) {
      const value = grey.values[y * grey.width + x]!;
      sum += value;
      sumSquares += value * value;
    }
  }
  mean[cell] = sum / count;
  square[cell] = sumSquares / count;
}

/**
 * Brings every place to mean 0 and deviation 1, ridges (dark) positive, clipped, so that pressure, moisture and
 * light no longer matter to the steps that follow.
 */
export function normalise(grey: Plane, grid: CellGrid, level: LocalLevel): Plane {
  const { width, height } = grey;
  const out = newPlane(width, height);
  const across = blendAxis(width, grid.size, grid.columns);
  const down = blendAxis(height, grid.size, grid.rows);
  const floor = EXTRACTION.deviationFloor;
  const clip = EXTRACTION.levelClip;
  const meanRow = new Float32Array(grid.columns);
  const deviationRow = new Float32Array(grid.columns);
  for (let y = 0; y < height; y++) {
    blendRows(level.mean, grid.columns, down.low[y]!, down.high[y]!, down.part[y]!, meanRow);
    blendRows(level.deviation, grid.columns, down.low[y]!, down.high[y]!, down.part[y]!, deviationRow);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const a = across.low[x]!;
      const b = across.high[x]!;
      const part = across.part[x]!;
      const mean = meanRow[a]! + part * (meanRow[b]! - meanRow[a]!);
      const deviation = deviationRow[a]! + part * (deviationRow[b]! - deviationRow[a]!);
      const value = (mean - grey.values[at]!) / Math.max(deviation, floor);
      out.values[at] = Math.min(clip, Math.max(-clip, value));
    }
  }
  return out;
}

function blendRows(
  field: Float32Array,
  columns: number,
  low: number,
  high: number,
  part: number,
  out: Float32Array,
): void {
  for (let column = 0; column < columns; column++) {
    const a = field[low * columns + column]!;
    out[column] = a + part * (field[high * columns + column]! - a);
  }
}
