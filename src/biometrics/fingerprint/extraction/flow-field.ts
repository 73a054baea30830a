import type { FlowField } from '../template.ts';
import { EXTRACTION } from '../tuning.ts';
import type { Mask } from './mask.ts';
import type { RidgeFlow } from './orientation.ts';
import type { CellGrid } from './plane.ts';

/** Thins the flow of the ridges out to the coarse grid that a template keeps: one point for each 2x2 cells. */
export function keepFlow(flow: RidgeFlow, mask: Mask, grid: CellGrid): FlowField {
  const columns = Math.ceil(grid.columns / 2);
  const rows = Math.ceil(grid.rows / 2);
  const orientation = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      orientation[row * columns + column] = orientationOf(flow, mask, grid, column * 2, row * 2);
    }
  }
  return { columns, rows, stepPx: grid.size * 2, orientation };
}

function orientationOf(flow: RidgeFlow, mask: Mask, grid: CellGrid, column: number, row: number): number {
  let cosine = 0;
  let sine = 0;
  let cells = 0;
  for (let y = row; y < Math.min(grid.rows, row + 2); y++) {
    for (let x = column; x < Math.min(grid.columns, column + 2); x++) {
      const cell = y * grid.columns + x;
      if (mask[cell] !== 1) continue;
      cosine += flow.cosine[cell]!;
      sine += flow.sine[cell]!;
      cells++;
    }
  }
  if (cells < 2 || Math.hypot(cosine, sine) < EXTRACTION.flowKeptMin * cells) return 0;
  const turns = Math.atan2(sine, cosine) / (2 * Math.PI);
  return 1 + (Math.round((turns - Math.floor(turns)) * 255) % 255);
}
