import { EXTRACTION } from '../tuning.ts';
import { blendAxis, type CellGrid, type Plane, smoothCells } from './plane.ts';

/**
 * Direction of the ridges in each cell, as a doubled angle (a ridge has no head: 0 and π are one orientation).
 * `(cosine, sine)` is a vector of length `certainty`, pointing at twice the angle from the x axis towards the y axis (down).
 */
export interface RidgeFlow {
  readonly cosine: Float32Array;
  readonly sine: Float32Array;
  /** Coherence of the gradients, 0 (no direction) to 1 (parallel lines); orientation certainty of ISO/IEC 29794-4. */
  readonly certainty: Float32Array;
}

/**
 * Averages the squared gradients (Kass and Witkin 1987; Bazen and Gerez 2002) over a soft window of cells.
 * The more smoothing rounds, the steadier in noise and the blunter around cores and deltas.
 */
export function estimateFlow(level: Plane, grid: CellGrid, smoothRounds: number): RidgeFlow {
  const cosine = new Float32Array(grid.columns * grid.rows);
  const sine = new Float32Array(cosine.length);
  const energy = new Float32Array(cosine.length);
  gatherGradients(level, grid, cosine, sine, energy);
  for (const field of [cosine, sine, energy]) smoothCells(field, grid, smoothRounds);
  const certainty = new Float32Array(cosine.length);
  for (let cell = 0; cell < certainty.length; cell++) {
    const total = energy[cell]!;
    if (total < 1e-9) {
      cosine[cell] = 0;
      sine[cell] = 0;
      continue;
    }
    cosine[cell] = cosine[cell]! / total;
    sine[cell] = sine[cell]! / total;
    certainty[cell] = Math.hypot(cosine[cell]!, sine[cell]!);
  }
  return { cosine, sine, certainty };
}

/** The gradient crosses the ridge, so its doubled angle is turned by π (both parts negated) to give the ridge's own. */
function gatherGradients(
  level: Plane,
  grid: CellGrid,
  cosine: Float32Array,
  sine: Float32Array,
  energy: Float32Array,
): void {
  const { width, height, values } = level;
  const shift = Math.log2(grid.size);
  for (let y = 1; y < height - 1; y++) {
    const row = (y >> shift) * grid.columns;
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const nw = values[at - width - 1]!;
      const ne = values[at - width + 1]!;
      const sw = values[at + width - 1]!;
      const se = values[at + width + 1]!;
      const gx = 2 * (values[at + 1]! - values[at - 1]!) + ne - nw + se - sw;
      const gy = 2 * (values[at + width]! - values[at - width]!) + sw - nw + se - ne;
      const cell = row + (x >> shift);
      const xx = gx * gx;
      const yy = gy * gy;
      cosine[cell] = cosine[cell]! + yy - xx;
      sine[cell] = sine[cell]! - 2 * gx * gy;
      energy[cell] = energy[cell]! + xx + yy;
    }
  }
}

/** Ridge orientation of each small patch as an index into `count` equal steps of [0, π). */
export interface DirectionMap {
  readonly columns: number;
  readonly patchPx: number;
  readonly index: Uint8Array;
  readonly count: number;
}

/** Interpolates the flow between cells, so that ridges bend smoothly and not in steps of a cell. */
export function mapDirections(flow: RidgeFlow, grid: CellGrid, width: number, height: number): DirectionMap {
  const { directionPatchPx: patchPx, directions: count } = EXTRACTION;
  const columns = Math.ceil(width / patchPx);
  const rows = Math.ceil(height / patchPx);
  const index = new Uint8Array(columns * rows);
  const across = blendAxis(columns, grid.size, grid.columns, patchPx);
  const down = blendAxis(rows, grid.size, grid.rows, patchPx);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const c = blendAt(flow.cosine, grid.columns, across, down, column, row);
      const s = blendAt(flow.sine, grid.columns, across, down, column, row);
      const angle = 0.5 * Math.atan2(s, c);
      index[at] = (Math.round((angle / Math.PI) * count) + count) % count;
    }
  }
  return { columns, patchPx, index, count };
}

function blendAt(
  field: Float32Array,
  columns: number,
  across: ReturnType<typeof blendAxis>,
  down: ReturnType<typeof blendAxis>,
  x: number,
  y: number,
): number {
  const a = across.low[x]!;
  const b = across.high[x]!;
  const part = across.part[x]!;
  const low = down.low[y]! * columns;
  const high = down.high[y]! * columns;
  const upper = field[low + a]! + part * (field[low + b]! - field[low + a]!);
  const lower = field[high + a]! + part * (field[high + b]! - field[high + a]!);
  return upper + down.part[y]! * (lower - upper);
}
