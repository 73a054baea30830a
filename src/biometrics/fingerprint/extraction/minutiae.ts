import type { Minutia } from '../template.ts';
import { EXTRACTION } from '../tuning.ts';
import { depthOf, type Mask } from './mask.ts';
import type { DirectionMap, RidgeFlow } from './orientation.ts';
import type { CellGrid } from './plane.ts';
import type { RidgeWave } from './ridge-filter.ts';

/**
 * Minutiae are the places where the ridge wave has one ridge more on one side than on the other: around them the
 * phase of the wave turns by a whole ±2π (spirals in the AM-FM picture of a fingerprint: Larkin and Fletcher 2007).
 * They are found by that turn, which needs neither thinning nor tracing, and leaves no spurs to clean.
 * The sign of the turn says to which side the extra ridge or valley lies, and so the direction of the minutia.
 */
export function findMinutiae(
  wave: RidgeWave,
  directions: DirectionMap,
  flow: RidgeFlow,
  mask: Mask,
  grid: CellGrid,
): Minutia[] {
  const found: Minutia[] = [];
  const depth = depthOf(mask, grid);
  const { width, height } = wave.even;
  const margin = EXTRACTION.minutiaBorderPx;
  const shift = Math.log2(grid.size);
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) {
      const cell = (y >> shift) * grid.columns + (x >> shift);
      if (depth[cell]! < EXTRACTION.minutiaDepthCells) continue;
      const turn = phaseTurn(wave, directions, x, y);
      if (turn !== 0) found.push(describe(wave, directions, flow, cell, x, y, turn));
    }
  }
  return found;
}

/** +1 or -1 when the phase turns once around the square of pixels with corner (x, y), else 0. */
function phaseTurn(wave: RidgeWave, directions: DirectionMap, x: number, y: number): number {
  const even = wave.even.values;
  const odd = wave.odd.values;
  const at = y * wave.even.width + x;
  const below = at + wave.even.width;
  const e0 = even[at]!;
  const e1 = even[at + 1]!;
  const e2 = even[below + 1]!;
  const e3 = even[below]!;
  if ((e0 > 0 && e1 > 0 && e2 > 0 && e3 > 0) || (e0 <= 0 && e1 <= 0 && e2 <= 0 && e3 <= 0)) return 0;
  const reference = directionAt(directions, x, y);
  const o0 = -odd[at]!;
  const o1 = -odd[at + 1]! * sense(directions, reference, x + 1, y);
  const o2 = -odd[below + 1]! * sense(directions, reference, x + 1, y + 1);
  const o3 = -odd[below]! * sense(directions, reference, x, y + 1);
  return (
    crossing(e0, o0, e1, o1) + crossing(e1, o1, e2, o2) + crossing(e2, o2, e3, o3) + crossing(e3, o3, e0, o0)
  );
}

/** Passing the positive half of the real axis upwards counts 1, downwards -1. */
function crossing(e0: number, o0: number, e1: number, o1: number): number {
  if (o0 < 0 === o1 < 0) return 0;
  const upwards = o0 < 0;
  const onPositiveSide = upwards ? e0 * o1 - e1 * o0 > 0 : e0 * o1 - e1 * o0 < 0;
  return onPositiveSide ? (upwards ? 1 : -1) : 0;
}

function directionAt(directions: DirectionMap, x: number, y: number): number {
  const { columns, patchPx } = directions;
  return directions.index[Math.floor(y / patchPx) * columns + Math.floor(x / patchPx)]!;
}

/** -1 where the direction map wraps from π to 0 between two pixels, so that their normals oppose each other. */
function sense(directions: DirectionMap, reference: number, x: number, y: number): number {
  return Math.abs(directionAt(directions, x, y) - reference) * 2 > directions.count ? -1 : 1;
}

function describe(
  wave: RidgeWave,
  directions: DirectionMap,
  flow: RidgeFlow,
  cell: number,
  x: number,
  y: number,
  turn: number,
): Minutia {
  const ridge = (directionAt(directions, x, y) * Math.PI) / directions.count;
  const direction = turn > 0 ? ridge : ridge + Math.PI;
  const ahead = aheadOf(wave, x + 0.5, y + 0.5, direction);
  const strength = strengthAround(wave, x, y);
  const quality = Math.round(100 * Math.min(1, flow.certainty[cell]! * Math.min(1, strength)));
  return {
    x: x + 0.5,
    y: y + 0.5,
    direction,
    type: ahead > 0 ? 'ending' : 'bifurcation',
    quality: Math.max(1, quality),
  };
}

/** Mean of the even wave just ahead: the line that begins here is a ridge where it is positive, else a valley. */
function aheadOf(wave: RidgeWave, x: number, y: number, direction: number): number {
  const { width, height, values } = wave.even;
  let sum = 0;
  for (let k = EXTRACTION.aheadFromPx; k <= EXTRACTION.aheadToPx; k++) {
    const px = Math.round(x + k * Math.cos(direction));
    const py = Math.round(y + k * Math.sin(direction));
    if (px >= 0 && py >= 0 && px < width && py < height) sum += values[py * width + px]!;
  }
  return sum;
}

/** Mean amplitude of the wave on a ring around: 1 is a full wave, 0 is noise. */
function strengthAround(wave: RidgeWave, x: number, y: number): number {
  const { width, height, values } = wave.even;
  const ring = EXTRACTION.strengthRingPx;
  let sum = 0;
  let count = 0;
  for (let k = 0; k < 16; k++) {
    const px = Math.round(x + ring * Math.cos((k * Math.PI) / 8));
    const py = Math.round(y + ring * Math.sin((k * Math.PI) / 8));
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    sum += Math.hypot(values[py * width + px]!, wave.odd.values[py * width + px]!);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
