/** Plane similarities: turn, scale and shift, without mirroring or shear. */

export type Point = readonly [x: number, y: number];

/** Maps (u, v) to (a·u − b·v + tx, b·u + a·v + ty). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

export const scaleOf = ({ a, b }: Similarity): number => Math.hypot(a, b);

export const mapPoint = ({ a, b, tx, ty }: Similarity, [u, v]: Point): Point => [
  a * u - b * v + tx,
  b * u + a * v + ty,
];

/** The square of `size` pixels that shows the region round `centre`, `side` wide, turned by `angle` (radians). */
export function squareRegion(centre: Point, side: number, angle: number, size: number): Similarity {
  const [a, b] = [(side / size) * Math.cos(angle), (side / size) * Math.sin(angle)];
  const half = size / 2;
  return { a, b, tx: centre[0] - a * half + b * half, ty: centre[1] - b * half - a * half };
}

/** The similarity that brings `from` closest to `to` in the least-squares sense; both hold the same number of points. */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const [fromCentre, toCentre] = [centroid(from), centroid(to)];
  let [along, across, spread] = [0, 0, 0];
  from.forEach((point, i) => {
    const [x, y] = minus(point, fromCentre);
    const [u, v] = minus(to[i]!, toCentre);
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  });
  const [a, b] = [along / spread, across / spread];
  const [x, y] = fromCentre;
  return { a, b, tx: toCentre[0] - a * x + b * y, ty: toCentre[1] - b * x - a * y };
}

const minus = (p: Point, q: Point): Point => [p[0] - q[0], p[1] - q[1]];

const centroid = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
