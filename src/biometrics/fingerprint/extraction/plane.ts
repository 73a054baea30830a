/** The two shapes that the extraction steps hand to each other: a value for each pixel, a value for each cell. */
import { EXTRACTION } from '../tuning.ts';

/** One number for each pixel, rows from the top: `values.length === width * height`. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The picture is cut in square cells; slow fields (orientation, ridge period, mask) have one value for each. */
export interface CellGrid {
  readonly columns: number;
  readonly rows: number;
  /** Side of a cell in pixels. */
  readonly size: number;
}

export const newPlane = (width: number, height: number): Plane => ({
  width,
  height,
  values: new Float32Array(width * height),
});

export function cellGridFor(width: number, height: number): CellGrid {
  const size = EXTRACTION.cellPx;
  return { columns: Math.ceil(width / size), rows: Math.ceil(height / size), size };
}

/**
 * Smooths a field of cells in place by the binomial kernel 1-2-1 in both directions, `rounds` times
 * (standard deviation √(rounds / 2) cells). The border repeats, so that a picture cut off by its edge keeps its mean.
 */
export function smoothCells(field: Float32Array, grid: CellGrid, rounds: number): void {
  const { columns, rows } = grid;
  const line = new Float32Array(Math.max(columns, rows));
  for (let round = 0; round < rounds; round++) {
    for (let row = 0; row < rows; row++) smoothLine(field, line, row * columns, 1, columns);
    for (let column = 0; column < columns; column++) smoothLine(field, line, column, columns, rows);
  }
}

function smoothLine(
  field: Float32Array,
  line: Float32Array,
  start: number,
  step: number,
  length: number,
): void {
  for (let i = 0, at = start; i < length; i++, at += step) line[i] = field[at]!;
  for (let i = 0, at = start; i < length; i++, at += step) {
    const before = line[i === 0 ? 0 : i - 1]!;
    const after = line[i === length - 1 ? i : i + 1]!;
    field[at] = 0.25 * before + 0.5 * line[i]! + 0.25 * after;
  }
}

/**
 * Where the coordinate of a pixel falls between cell centres, for each coordinate along one axis:
 * `low` is the cell before, `high` the cell after, `part` the share of `high`.
 */
interface AxisBlend {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly part: Float32Array;
}

export function blendAxis(length: number, cellPx: number, cells: number, stepPx = 1): AxisBlend {
  const low = new Int32Array(length);
  const high = new Int32Array(length);
  const part = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const at = ((i + 0.5) * stepPx) / cellPx - 0.5;
    const floor = Math.floor(at);
    low[i] = Math.min(cells - 1, Math.max(0, floor));
    high[i] = Math.min(cells - 1, Math.max(0, floor + 1));
    part[i] = at - floor;
  }
  return { low, high, part };
}
