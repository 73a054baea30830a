/** A random surface that varies slowly: of about unit variance, `cell` picture elements to a feature. */
import type { Random } from '../../../kernel/index.ts';

export function smoothField(random: Random, width: number, height: number, cell: number): Float32Array {
  const columns = Math.ceil(width / cell) + 3;
  const knots = Float32Array.from({ length: columns * (Math.ceil(height / cell) + 3) }, () => random.gauss());
  const out = new Float32Array(width * height);
  const ease = (t: number) => t * t * (3 - 2 * t);
  const across = Float32Array.from({ length: width }, (_, x) => ease((x / cell) % 1));
  for (let y = 0, k = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    const v = ease((y / cell) % 1);
    for (let x = 0; x < width; x++, k++) {
      const i = row + Math.floor(x / cell);
      const u = across[x]!;
      const above = knots[i]! + (knots[i + 1]! - knots[i]!) * u;
      const below = knots[i + columns]! + (knots[i + columns + 1]! - knots[i + columns]!) * u;
      out[k] = above + (below - above) * v;
    }
  }
  return out;
}
