/** Small scalar functions from which shapes and colours are built. */

export const clamp = (x: number, low = 0, high = 1): number => (x < low ? low : Math.min(x, high));

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 below `a`, 1 above `b`, smooth between; `a > b` falls instead of rising. */
export function ramp(a: number, b: number, x: number): number {
  const t = clamp((x - a) / (b - a));
  return t * t * (3 - 2 * t);
}

/** Gaussian bump of height 1 at the origin. */
export const bump = (x: number, y: number, sx: number, sy: number): number =>
  Math.exp(-0.5 * ((x / sx) * (x / sx) + (y / sy) * (y / sy)));

/** Gaussian ridge of height 1 at 0. */
export const ridge = (x: number, s: number): number => Math.exp(-0.5 * (x / s) * (x / s));

function lattice(x: number, y: number): number {
  let h = (Math.imul(x | 0, 374761393) + Math.imul(y | 0, 668265263)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Value noise in [0, 1], features about one unit wide. */
export function noise(x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [f, g] = [x - i, y - j];
  const s = f * f * (3 - 2 * f);
  const t = g * g * (3 - 2 * g);
  const above = lattice(i, j) * (1 - s) + lattice(i + 1, j) * s;
  const below = lattice(i, j + 1) * (1 - s) + lattice(i + 1, j + 1) * s;
  return above * (1 - t) + below * t;
}

/** Three octaves of noise, mean about 0.5. */
export const cloud = (x: number, y: number): number =>
  (4 * noise(x, y) + 2 * noise(2 * x + 7.3, 2 * y + 3.1) + noise(4 * x + 1.7, 4 * y + 9.2)) / 7;

/** Smooth curve through control points `[x, y]` sorted by x (Catmull-Rom on the values), flat beyond its ends. */
export function curve(points: readonly (readonly [number, number])[]): (x: number) => number {
  const last = points.length - 1;
  return (x) => {
    let i = 0;
    while (i < last - 1 && x > points[i + 1]![0]) i++;
    const [p1, p2] = [points[i]!, points[i + 1]!];
    const t = clamp((x - p1[0]) / (p2[0] - p1[0]));
    const before = points[Math.max(0, i - 1)]!;
    const after = points[Math.min(last, i + 2)]!;
    const span = p2[0] - p1[0];
    const m1 = ((p2[1] - before[1]) / (p2[0] - before[0])) * span;
    const m2 = ((after[1] - p1[1]) / (after[0] - p1[0])) * span;
    const [t2, t3] = [t * t, t * t * t];
    return (
      p1[1] * (2 * t3 - 3 * t2 + 1) + m1 * (t3 - 2 * t2 + t) + p2[1] * (3 * t2 - 2 * t3) + m2 * (t3 - t2)
    );
  };
}
