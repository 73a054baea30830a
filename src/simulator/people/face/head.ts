/** Head, ears, neck and shoulders as surfaces. */
import { curve, ramp } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import type { Relief } from './relief.ts';
import { skullPoint } from './skull.ts';
import { buildSurface, type GridShape, type Surface } from './surface.ts';

/** Finer in front, where the features are: u 0..1 to an angle from -pi to pi. */
const frontAngle = (u: number) => {
  const t = 2 * u - 1;
  return Math.PI * (0.55 * t + 0.45 * t ** 3);
};

/** Marks of the skin are x, y, z of the face itself, unturned. */
export function headSurface(face: FaceIdentity, relief: Relief): Surface {
  return buildSurface({
    substance: 'skin',
    columns: 240,
    rows: 220,
    at: (u, v) => {
      const theta = frontAngle(u);
      const [x, y, z] = skullPoint(face, theta, (0.5 - v) * Math.PI * 0.999);
      const front = ramp(0, 0.4, Math.cos(theta));
      const place = [x, y, z + (front > 0 ? front * relief.at(x, y) : 0)] as const;
      return { place, mark: place };
    },
  });
}

/** Marks of an ear: angle cosine and sine across it, 0 at the rim to 1 in the middle. */
export function earSurface(face: FaceIdentity, side: -1 | 1): Surface {
  const size = face.skull.ear;
  return buildSurface({
    substance: 'ear',
    columns: 28,
    rows: 28,
    at: (u, v) => {
      const [a, q] = [(side * u - 0.5 * side) * Math.PI * 2, (0.5 - v) * Math.PI];
      const out = Math.cos(q) * Math.cos(a);
      const x = side * (face.skull.width * 0.97 + 0.075 * out);
      const y = -0.12 * size + 0.255 * size * Math.sin(q);
      const lean = 0.05 * Math.sin(q);
      const narrow = 1 + 0.3 * Math.sin(q);
      const z = -0.02 - lean + 0.12 * size * narrow * Math.cos(q) * Math.sin(a) * side;
      return { place: [x + side * 0.03 * (Math.sin(q) + 0.3), y, z], mark: [y, out, 0] };
    },
  });
}

/** Marks of neck and cloth are x, y, z in space. */
export function neckSurface(face: FaceIdentity): Surface {
  const { neck, chinY } = face.skull;
  return buildSurface({
    substance: 'neck',
    columns: 64,
    rows: 30,
    at: (u, v) => {
      const a = (u - 0.5) * Math.PI * 2;
      const y = -0.5 - v * (Math.abs(chinY) + 0.05);
      const flare = 1 + 0.32 * Math.max(0, v - 0.62) ** 1.6 * 3;
      const place = [neck * flare * Math.sin(a), y, -0.2 + 0.06 * v + neck * 0.98 * Math.cos(a)] as const;
      return { place, mark: place };
    },
  });
}

export function shouldersSurface(face: FaceIdentity): Surface {
  const { neck, shoulders, chinY } = face.skull;
  const base = chinY - 0.16;
  const width = curve([
    [0, neck * 1.02],
    [0.3, neck * 1.75],
    [0.6, shoulders * 0.78],
    [0.78, shoulders * 0.98],
    [1, shoulders * 1.06],
  ]);
  const height = curve([
    [0, base],
    [0.3, base - 0.14],
    [0.6, base - 0.36],
    [0.78, base - 0.62],
    [1, base - 2.2],
  ]);
  const depth = curve([
    [0, neck * 1.02],
    [0.3, 0.5],
    [0.6, 0.56],
    [1, 0.62],
  ]);
  const shape: GridShape = {
    substance: 'cloth',
    columns: 96,
    rows: 60,
    at: (u, v) => {
      const a = (u - 0.5) * Math.PI * 2;
      const [s, c] = [Math.sin(a), Math.cos(a)];
      const y = height(v) - 0.22 * Math.max(0, c) * ramp(0.05, 0.4, v) * ramp(1, 0.5, v);
      const place = [width(v) * Math.sign(s) * Math.abs(s) ** 0.9, y, -0.16 + depth(v) * c] as const;
      return { place, mark: [place[0], place[1], v * Math.sign(c)] };
    },
  };
  return buildSurface(shape);
}
