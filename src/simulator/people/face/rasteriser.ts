/** Surfaces to picture elements: what lies at each one, how deep, facing where. */
import { eachTriangle, SUBSTANCES, type Substance, type Surface } from './surface.ts';
import type { FaceView } from './view.ts';

/** What the camera meets at each picture element, before any colour. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Index into SUBSTANCES; 0 is background. */
  readonly substance: Uint8Array;
  /** Toward the camera, head units. */
  readonly depth: Float32Array;
  readonly marks: Float32Array;
  readonly normals: Float32Array;
  /** Picture elements a head unit at depth 0. */
  readonly unit: number;
}

/** Height of the eye line in a picture, as a share from its top. */
export const EYE_LINE = 0.47;

export function makeCanvas(width: number, height: number, view: FaceView): Canvas {
  const count = width * height;
  return {
    width,
    height,
    substance: new Uint8Array(count),
    depth: new Float32Array(count).fill(-1e9),
    marks: new Float32Array(count * 3),
    normals: new Float32Array(count * 3),
    unit: height * 0.272 * view.scale,
  };
}

/** Row-major rotation by roll, pitch and yaw. */
function rotation(view: FaceView): readonly number[] {
  const [cy, sy] = [Math.cos(view.yaw), Math.sin(view.yaw)];
  const [cp, sp] = [Math.cos(view.pitch), Math.sin(view.pitch)];
  const [cr, sr] = [Math.cos(view.roll), Math.sin(view.roll)];
  const rows = [
    [cy, 0, sy],
    [sp * sy, cp, -sp * cy],
    [-cp * sy, sp, cp * cy],
  ] as const;
  const [a, b, c] = rows;
  const turn = (i: 0 | 1 | 2) => [cr * a[i] - sr * b[i], sr * a[i] + cr * b[i], c[i]] as const;
  const [p, q, r] = [turn(0), turn(1), turn(2)];
  return [p[0], q[0], r[0], p[1], q[1], r[1], p[2], q[2], r[2]];
}

const STILL: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];
/** The body stays when the head turns. */
const follows: Readonly<Record<Substance, boolean>> = {
  background: false,
  skin: true,
  hair: true,
  ear: true,
  frame: true,
  neck: false,
  cloth: false,
};
/** The head turns about the top of the neck, not about its own middle. */
const PIVOT_Y = -0.45;

export function drawSurface(canvas: Canvas, surface: Surface, view: FaceView): void {
  const turn = follows[surface.substance] ? rotation(view) : STILL;
  const shown = project(canvas, surface, turn, view);
  const normals = rotateAll(surface.normals, turn);
  const kind = SUBSTANCES.indexOf(surface.substance);
  eachTriangle(surface.columns, surface.rows, (a, b, c) =>
    fillTriangle(canvas, surface, shown, normals, kind, a, b, c),
  );
}

function rotateAll(source: Float32Array, m: readonly number[]): Float32Array {
  const out = new Float32Array(source.length);
  for (let k = 0; k < source.length; k += 3) {
    const [x, y, z] = [source[k]!, source[k + 1]!, source[k + 2]!];
    out[k] = m[0]! * x + m[1]! * y + m[2]! * z;
    out[k + 1] = m[3]! * x + m[4]! * y + m[5]! * z;
    out[k + 2] = m[6]! * x + m[7]! * y + m[8]! * z;
  }
  return out;
}

function project(canvas: Canvas, surface: Surface, m: readonly number[], view: FaceView): Float32Array {
  const lifted = Float32Array.from(surface.places);
  for (let k = 1; k < lifted.length; k += 3) lifted[k]! -= PIVOT_Y;
  const out = rotateAll(lifted, m);
  for (let k = 0; k < out.length; k += 3) {
    const near = (canvas.unit * view.distance) / (view.distance - out[k + 2]!);
    out[k] = canvas.width / 2 + out[k]! * near;
    out[k + 1] = canvas.height * EYE_LINE - (out[k + 1]! + PIVOT_Y) * near;
  }
  return out;
}

function fillTriangle(
  canvas: Canvas,
  surface: Surface,
  shown: Float32Array,
  normals: Float32Array,
  kind: number,
  a: number,
  b: number,
  c: number,
): void {
  const [ax, ay, bx, by, cx, cy] = [
    shown[a * 3]!,
    shown[a * 3 + 1]!,
    shown[b * 3]!,
    shown[b * 3 + 1]!,
    shown[c * 3]!,
    shown[c * 3 + 1]!,
  ];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < 1e-6) return;
  const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 1e-3));
  const x1 = Math.min(canvas.width - 1, Math.floor(Math.max(ax, bx, cx) + 1e-3));
  const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 1e-3));
  const y1 = Math.min(canvas.height - 1, Math.floor(Math.max(ay, by, cy) + 1e-3));
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const u = ((bx - x) * (cy - y) - (cx - x) * (by - y)) / area;
      const v = ((cx - x) * (ay - y) - (ax - x) * (cy - y)) / area;
      const w = 1 - u - v;
      if (u < -1e-4 || v < -1e-4 || w < -1e-4) continue;
      const depth = u * shown[a * 3 + 2]! + v * shown[b * 3 + 2]! + w * shown[c * 3 + 2]!;
      const k = y * canvas.width + x;
      if (depth <= canvas.depth[k]!) continue;
      const m = surface.marks;
      const m0 = u * m[a * 3]! + v * m[b * 3]! + w * m[c * 3]!;
      const m1 = u * m[a * 3 + 1]! + v * m[b * 3 + 1]! + w * m[c * 3 + 1]!;
      const m2 = u * m[a * 3 + 2]! + v * m[b * 3 + 2]! + w * m[c * 3 + 2]!;
      if (surface.present && !surface.present(m0, m1, m2)) continue;
      canvas.depth[k] = depth;
      canvas.substance[k] = kind;
      canvas.marks.set([m0, m1, m2], k * 3);
      for (let i = 0; i < 3; i++) {
        canvas.normals[k * 3 + i] =
          u * normals[a * 3 + i]! + v * normals[b * 3 + i]! + w * normals[c * 3 + i]!;
      }
    }
  }
}
