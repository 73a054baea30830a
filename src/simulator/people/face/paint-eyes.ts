/** Eyes, lids, lashes and brows, painted on the bulge of the lid. */
import { cover, darken, type Paint, rgb, scaled } from './colour.ts';
import { clamp, noise, ramp, ridge } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import type { FaceView } from './view.ts';

const WHITE = rgb(236, 232, 228);
const PUPIL = rgb(10, 8, 8);
const LASH = rgb(22, 16, 15);
const CARUNCLE = rgb(204, 140, 128);
const GLINT = rgb(255, 255, 255);
const IRIS_RADIUS = 0.067;

interface EyePlace {
  /** -1 at the inner corner to 1 at the outer. */
  readonly t: number;
  readonly outward: number;
  /** Above the line between the corners. */
  readonly up: number;
  readonly upperLid: number;
  readonly lowerLid: number;
  readonly side: number;
}

/** Returns whether the place is on the eyeball itself, which has a painted glint and no shine of the skin. */
export function paintEyes(paint: Paint, face: FaceIdentity, view: FaceView, x: number, y: number): boolean {
  const place = eyePlace(face, view, x, y);
  if (Math.abs(place.t) > 1.35 || Math.abs(place.up) > 0.22) return false;
  const { t, up, upperLid, lowerLid } = place;
  paintCrease(paint, face, view, place);
  const inside = Math.abs(t) < 1 && up < upperLid && up > -lowerLid;
  if (inside) paintBall(paint, face, place);
  paintLashes(paint, face, view, place);
  return inside;
}

function eyePlace(face: FaceIdentity, view: FaceView, x: number, y: number): EyePlace {
  const { apart, width, height, tilt } = face.eyes;
  const side = x < 0 ? -1 : 1;
  const outward = Math.abs(x) - apart;
  const t = outward / width;
  const rest = Math.max(0, 1 - t * t);
  const open = view.eyesOpen * (1 - 0.12 * view.smile);
  return {
    t,
    outward,
    side,
    up: y - face.eyes.y - tilt * t + (1 - open) * height * 0.3,
    // The upper lid is highest a little inward of the middle, the lower one lowest a little outward.
    upperLid: height * 1.12 * rest ** 0.6 * (1 - 0.12 * t) * open,
    lowerLid: height * 0.6 * rest ** 0.75 * (1 + 0.2 * t) * open,
  };
}

function paintBall(paint: Paint, face: FaceIdentity, { t, outward, up, upperLid, side }: EyePlace): void {
  cover(paint, WHITE, 1);
  darken(paint, 0.34 * ramp(0.05, 0, upperLid - up) + 0.16 * t * t);
  cover(paint, CARUNCLE, 0.7 * ramp(-0.78, -0.92, t));
  const gazeUp = up - face.eyes.height * 0.22;
  const r = Math.hypot(outward, gazeUp) / IRIS_RADIUS;
  const iris = ramp(1.04, 0.94, r);
  if (iris > 0) {
    const fibre = 0.85 + 0.3 * noise(Math.atan2(gazeUp, outward) * 6 + face.seed, r * 4);
    const lightened = 0.8 + 0.55 * ramp(0.25, -0.9, gazeUp / IRIS_RADIUS);
    cover(paint, scaled(face.iris, fibre * lightened * (1 - 0.55 * ramp(0.78, 1, r))), iris);
    cover(paint, PUPIL, ramp(0.47, 0.38, r));
    darken(paint, 0.45 * ramp(0.035, 0, upperLid - up));
  }
  const glint = Math.hypot(outward * side - 0.022, gazeUp - 0.026);
  cover(paint, GLINT, 0.95 * ramp(0.017, 0.009, glint));
}

function paintLashes(
  paint: Paint,
  face: FaceIdentity,
  view: FaceView,
  { t, up, upperLid, lowerLid }: EyePlace,
): void {
  if (Math.abs(t) > 1.08) return;
  const woman = face.sex === 'female';
  const fine = ramp(1.08, 0.9, Math.abs(t)) * ramp(-1, -0.75, t);
  const thick = (woman ? 0.0135 : 0.0095) * (1 + 0.35 * t);
  cover(paint, LASH, 0.92 * fine * ridge(up - upperLid - thick * 0.4, thick));
  if (view.eyesOpen > 0.4) cover(paint, scaled(face.skin, 0.5), 0.45 * fine * ridge(up + lowerLid, 0.008));
}

function paintCrease(paint: Paint, face: FaceIdentity, view: FaceView, { t, up, upperLid }: EyePlace): void {
  const height = 0.03 + 0.018 * face.eyes.crease - 0.006 * t;
  const depth = face.eyes.crease * 0.34 * ramp(1.2, 0.75, Math.abs(t)) * view.eyesOpen;
  darken(paint, depth * ridge(up - upperLid - height, 0.009));
  darken(paint, 0.12 * ramp(1.25, 0.8, Math.abs(t)) * ridge(up - upperLid - 0.015, 0.02));
}

export function paintBrows(paint: Paint, face: FaceIdentity, x: number, y: number): void {
  const { y: height, thickness, slope, arch, length, gap, density } = face.brows;
  const along = (Math.abs(x) - (face.eyes.apart - length * 0.5 + gap)) / length;
  if (along < -0.1 || along > 1.1) return;
  const middle =
    face.eyes.y + height + slope * (along - 0.4) + arch * (0.25 - (along - 0.55) ** 2 * 1.4) * 0.9;
  const thick = thickness * (along < 0.2 ? 0.75 + 1.25 * along : 1 - 0.7 * clamp((along - 0.4) / 0.6) ** 1.5);
  const q = Math.abs(y - middle) / thick;
  // Hairs lean outward: the noise is stretched along them.
  const hairs = noise(Math.abs(x) * 80 - y * 55, y * 30 + face.seed);
  const ends = ramp(-0.06, 0.12, along) * ramp(1.05, 0.85, along);
  cover(paint, scaled(face.hairColour, 0.82), density * ends * ramp(1.3, 0.45, q) * (0.7 + 0.45 * hairs));
}
