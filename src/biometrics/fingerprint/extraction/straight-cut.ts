import { QUALITY } from '../tuning.ts';
import type { Mask } from './mask.ts';
import type { CellGrid } from './plane.ts';

/**
 * A finger's outline is round. Where most of one side lies in one straight line inside the picture, something cut
 * it off: a cover on the glass, a torn scan, a print laid over another picture.
 * Returns the largest share of one side that is straight, 0 … 1; sides along the picture's own edge do not count.
 */
export function straightCut(mask: Mask, grid: CellGrid): number {
  const { columns, rows } = grid;
  const byRow = (line: number, at: number) => mask[line * columns + at]!;
  const byColumn = (line: number, at: number) => mask[at * columns + line]!;
  return Math.max(cutAcross(byRow, rows, columns), cutAcross(byColumn, columns, rows));
}

type Reader = (line: number, at: number) => number;

function cutAcross(read: Reader, lines: number, length: number): number {
  const starts = new Int32Array(length + 1);
  const ends = new Int32Array(length + 1);
  let touched = 0;
  for (let line = 0; line < lines; line++) {
    let first = -1;
    let last = -1;
    for (let at = 0; at < length; at++) {
      if (read(line, at) !== 1) continue;
      if (first < 0) first = at;
      last = at;
    }
    if (first < 0) continue;
    touched++;
    starts[first]!++;
    ends[last]!++;
  }
  const longest = Math.max(straightest(starts, length), straightest(ends, length));
  return touched < QUALITY.cutCellsMin ? 0 : longest / touched;
}

/** Most lines that begin (or end) within two neighbouring cells, away from the picture's edge. */
function straightest(counts: Int32Array, length: number): number {
  const margin = QUALITY.cutMarginCells;
  let most = 0;
  for (let at = margin; at + 1 < length - margin; at++) most = Math.max(most, counts[at]! + counts[at + 1]!);
  return most;
}
