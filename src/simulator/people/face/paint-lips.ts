/** Lips and, when the mouth is open, teeth. */
import { cover, darken, type Paint, rgb, scaled } from './colour.ts';
import { bump, noise, ramp, ridge } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import type { Relief } from './relief.ts';
import type { FaceView } from './view.ts';

const TEETH = rgb(222, 214, 202);
const INSIDE = rgb(74, 28, 26);

/** Returns the gloss of the place, 0 away from the lips. */
export function paintLips(
  paint: Paint,
  face: FaceIdentity,
  relief: Relief,
  view: FaceView,
  x: number,
  y: number,
): number {
  const { width, upper, lower, bow, corners } = face.mouth;
  const wide = width * (1 + 0.1 * view.smile);
  const t = Math.abs(x) / wide;
  const below = bump(x, y - relief.mouthY + lower + 0.055 + view.mouthOpen * 0.1, 0.13, 0.028);
  darken(paint, 0.1 * below);
  if (t > 1.15) return 0;
  const rest = Math.max(0, 1 - t * t);
  const seam = relief.mouthY + (corners * 0.55 + 0.055 * view.smile) * t * t - 0.006 * ridge(x, 0.03);
  const gap = view.mouthOpen * 0.1 * rest;
  const top =
    upper * rest ** 0.75 * (1 - 0.28 * bow * ridge(x, 0.028) + 0.05 * ridge(Math.abs(x) - 0.055, 0.035));
  const bottom = lower * rest ** 0.6;
  const above = y - seam;
  const under = seam - gap - y;
  const inUpper = above >= 0 ? ramp(top * 1.08, top * 0.72, above) : 0;
  const inLower = under >= 0 ? ramp(bottom * 1.08, bottom * 0.7, under) : 0;
  const grain = 0.95 + 0.1 * noise(x * 70, y * 14);
  if (t < 1)
    cover(paint, scaled(face.lips, grain * (inUpper > 0 ? 0.88 : 1.03)), 0.88 * Math.max(inUpper, inLower));
  if (gap > 0.004 && above < 0 && under < 0 && t < 1) {
    const teeth = ramp(gap * 0.75, gap * 0.5, -above);
    cover(paint, INSIDE, 1);
    cover(paint, TEETH, teeth * 0.9 * ramp(0.95, 0.7, t));
  }
  const shadow = ridge(above, 0.0085) + (gap > 0.004 ? 0.6 * ridge(under, 0.008) : 0);
  cover(paint, scaled(face.lips, 0.36), 0.72 * shadow * ramp(1.06, 0.86, t));
  darken(paint, 0.22 * bump(Math.abs(x) - wide, y - seam, 0.022, 0.022));
  return inLower * 0.55;
}
