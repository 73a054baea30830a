import type { FlowField } from '../template.ts';
import type { Placement } from './align.ts';
import type { SearchTemplate } from './search-template.ts';

/** What the two fingers have in common once a is laid over b. */
export interface Overlap {
  /** Mean cosine of twice the difference of ridge orientation there, -1 … 1. */
  agreement: number;
  /** Minutiae of each side that lie on the other finger. */
  minutiaeA: number;
  minutiaeB: number;
}

const STEP = Math.PI / 255;
const cosineOf = Float32Array.from({ length: 1024 }, (_, k) => Math.cos((k - 512) * 2 * STEP));

export function measureOverlap(a: SearchTemplate, b: SearchTemplate, at: Placement, out: Overlap): void {
  compareFlow(a.flow, b.flow, at, out);
  out.minutiaeA = 0;
  out.minutiaeB = 0;
  for (let i = 0; i < a.count; i++) {
    const x = at.cosine * a.x[i]! - at.sine * a.y[i]! + at.x;
    const y = at.sine * a.x[i]! + at.cosine * a.y[i]! + at.y;
    if (orientationNear(b.flow, x, y) !== 0) out.minutiaeA++;
  }
  for (let j = 0; j < b.count; j++) {
    const dx = b.x[j]! - at.x;
    const dy = b.y[j]! - at.y;
    if (orientationNear(a.flow, at.cosine * dx + at.sine * dy, at.cosine * dy - at.sine * dx) !== 0)
      out.minutiaeB++;
  }
}

function compareFlow(a: FlowField, b: FlowField, at: Placement, out: Overlap): void {
  const turn = Math.round(Math.atan2(at.sine, at.cosine) / STEP);
  let points = 0;
  let sum = 0;
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < a.columns; column++) {
      const value = a.orientation[row * a.columns + column]!;
      if (value === 0) continue;
      const ax = (column + 0.5) * a.stepPx;
      const ay = (row + 0.5) * a.stepPx;
      const other = orientationNear(
        b,
        at.cosine * ax - at.sine * ay + at.x,
        at.sine * ax + at.cosine * ay + at.y,
      );
      if (other === 0) continue;
      points++;
      sum += cosineOf[((value - other + turn) % 255) + 512]!;
    }
  }
  out.agreement = points === 0 ? 0 : sum / points;
}

function orientationNear(flow: FlowField, x: number, y: number): number {
  const column = Math.floor(x / flow.stepPx);
  const row = Math.floor(y / flow.stepPx);
  if (column < 0 || row < 0 || column >= flow.columns || row >= flow.rows) return 0;
  return flow.orientation[row * flow.columns + column]!;
}
