/** Grids of points that become triangles. */
import type { Point } from './skull.ts';

/** What a surface is made of; decides how it is painted. */
export const SUBSTANCES = ['background', 'skin', 'hair', 'ear', 'neck', 'cloth', 'frame'] as const;
export type Substance = (typeof SUBSTANCES)[number];

export interface Surface {
  readonly substance: Substance;
  readonly columns: number;
  readonly rows: number;
  /** Places in space, x y z for each grid point. */
  readonly places: Float32Array;
  /** Coordinates to paint by (of the substance's own meaning), three for each grid point. */
  readonly marks: Float32Array;
  readonly normals: Float32Array;
  /** Whether a place of the surface is there at all; hair and cloth end inside their grids. */
  readonly present?: (a: number, b: number, c: number) => boolean;
}

interface GridPoint {
  readonly place: Point;
  readonly mark: Point;
}

export interface GridShape {
  readonly substance: Substance;
  readonly columns: number;
  readonly rows: number;
  /** Point at u, v, each 0 to 1. */
  readonly at: (u: number, v: number) => GridPoint;
  readonly present?: (a: number, b: number, c: number) => boolean;
}

export function buildSurface(shape: GridShape): Surface {
  const { columns, rows } = shape;
  const count = (columns + 1) * (rows + 1);
  const places = new Float32Array(count * 3);
  const marks = new Float32Array(count * 3);
  for (let j = 0, k = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++, k += 3) {
      const { place, mark } = shape.at(i / columns, j / rows);
      places.set(place, k);
      marks.set(mark, k);
    }
  }
  const normals = gridNormals(places, columns, rows);
  const base = { substance: shape.substance, columns, rows, places, marks, normals };
  return shape.present ? { ...base, present: shape.present } : base;
}

/** Calls with the three corner indices of each triangle. */
export function eachTriangle(
  columns: number,
  rows: number,
  call: (a: number, b: number, c: number) => void,
): void {
  const row = columns + 1;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const a = j * row + i;
      call(a, a + 1, a + row);
      call(a + 1, a + row + 1, a + row);
    }
  }
}

function gridNormals(places: Float32Array, columns: number, rows: number): Float32Array {
  const normals = new Float32Array(places.length);
  eachTriangle(columns, rows, (a, b, c) => {
    const [ia, ib, ic] = [a * 3, b * 3, c * 3];
    const [ux, uy, uz] = [
      places[ib]! - places[ia]!,
      places[ib + 1]! - places[ia + 1]!,
      places[ib + 2]! - places[ia + 2]!,
    ];
    const [vx, vy, vz] = [
      places[ic]! - places[ia]!,
      places[ic + 1]! - places[ia + 1]!,
      places[ic + 2]! - places[ia + 2]!,
    ];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (const k of [ia, ib, ic]) {
      normals[k]! += nx;
      normals[k + 1]! += ny;
      normals[k + 2]! += nz;
    }
  });
  normalise(normals);
  return normals;
}

function normalise(vectors: Float32Array): void {
  for (let k = 0; k < vectors.length; k += 3) {
    const length = Math.hypot(vectors[k]!, vectors[k + 1]!, vectors[k + 2]!) || 1;
    vectors[k]! /= length;
    vectors[k + 1]! /= length;
    vectors[k + 2]! /= length;
  }
}
