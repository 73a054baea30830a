/** Glasses: two rims, a bridge and the temples to the ears, as tubes. */
import type { FaceIdentity } from './identity.ts';
import type { Relief } from './relief.ts';
import type { Point } from './skull.ts';
import { buildSurface, type Surface } from './surface.ts';

export function spectacleSurfaces(face: FaceIdentity, relief: Relief): Surface[] {
  const worn = face.glasses;
  if (!worn) return [];
  const { apart, y } = face.eyes;
  const z = 0.98 + relief.at(0, y) * 0.25;
  const plane = (x: number) => z - 0.16 * x * x * 1.6;
  const exponent = worn.shape === 'round' ? 2 : 3.6;
  const rim =
    (side: number) =>
    (t: number): Point => {
      const [c, s] = [Math.cos(t * 2 * Math.PI), Math.sin(t * 2 * Math.PI)];
      const squash = (v: number) => Math.sign(v) * Math.abs(v) ** (2 / exponent);
      const x = side * (apart + 0.012) + worn.width * squash(c);
      return [x, y - 0.02 + worn.height * squash(s), plane(x)];
    };
  const bridge = (t: number): Point => {
    const reach = apart + 0.012 - worn.width;
    const x = (2 * t - 1) * reach;
    return [x, y + 0.045 + 0.02 * Math.sin(Math.PI * t), plane(x) + 0.01];
  };
  const temple =
    (side: number) =>
    (t: number): Point => {
      const x0 = apart + 0.012 + worn.width;
      return [
        side * (x0 + (face.skull.width * 0.99 - x0) * Math.min(1, t * 2.2)),
        y + 0.05,
        plane(x0) * (1 - t) - 0.1 * t,
      ];
    };
  return [
    tube(rim(-1), worn.thick, 72),
    tube(rim(1), worn.thick, 72),
    tube(bridge, worn.thick * 0.8, 12),
    tube(temple(-1), worn.thick * 0.8, 12),
    tube(temple(1), worn.thick * 0.8, 12),
  ];
}

/** Marks of a frame: unused. */
function tube(path: (t: number) => Point, radius: number, columns: number): Surface {
  return buildSurface({
    substance: 'frame',
    columns,
    rows: 8,
    at: (u, v) => {
      const [p, q] = [path(Math.max(0, u - 0.004)), path(Math.min(1, u + 0.004))];
      const here = path(u);
      const [tx, ty, tz] = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
      // Any axis that is not the path's own direction will do to span its cross-section.
      const along = Math.abs(tz) > Math.hypot(tx, ty);
      const side = unit(along ? cross([tx, ty, tz], [0, 1, 0]) : cross([tx, ty, tz], [0, 0, 1]));
      const up = unit(cross(side, [tx, ty, tz]));
      const [c, s] = [Math.cos(v * 2 * Math.PI) * radius, Math.sin(v * 2 * Math.PI) * radius];
      return {
        place: [
          here[0] + c * side[0] + s * up[0],
          here[1] + c * side[1] + s * up[1],
          here[2] + c * side[2] + s * up[2],
        ],
        mark: [0, 0, 0],
      };
    },
  });
}

const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function unit(a: Point): Point {
  const l = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
}
