/** The colours of facial skin: tone, blush, age, lips, beard. Places are on the unturned face. */
import { blend, cover, darken, type Paint, rgb, scaled } from './colour.ts';
import { bump, clamp, cloud, mix, noise, ramp, ridge } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import { paintBrows, paintEyes } from './paint-eyes.ts';
import { paintLips } from './paint-lips.ts';
import type { Relief } from './relief.ts';
import type { FaceView } from './view.ts';

/** Sets `paint` to the skin's colour; returns how glossy the place is, 0 to 1. */
export function paintSkin(
  paint: Paint,
  face: FaceIdentity,
  relief: Relief,
  view: FaceView,
  x: number,
  y: number,
  z: number,
): number {
  const tone = 0.965 + 0.05 * cloud(x * 5 + face.seed, y * 5) + 0.02 * noise(x * 60, y * 60 + face.seed);
  paint[0] = face.skin[0] * tone;
  paint[1] = face.skin[1] * tone;
  paint[2] = face.skin[2] * tone;
  if (z < 0.05) return 0.25;
  paintBlush(paint, face, relief, x, y);
  paintMarks(paint, face, relief, x, y);
  paintAge(paint, face, relief, view, x, y);
  paintNostrils(paint, face, relief, x, y);
  paintBeard(paint, face, relief, view, x, y);
  const lips = paintLips(paint, face, relief, view, x, y);
  const wet = paintEyes(paint, face, view, x, y);
  paintBrows(paint, face, x, y);
  if (wet) return 0.04;
  return Math.max(0.3 + 0.25 * bump(x, y - relief.noseY - 0.06, 0.07, 0.1), lips);
}

function paintBlush(paint: Paint, face: FaceIdentity, relief: Relief, x: number, y: number): void {
  const ax = Math.abs(x);
  const cheeks = bump(ax - 0.4, y - face.eyes.y + 0.32, 0.15, 0.12);
  const nose = 0.6 * bump(x, y - relief.noseY - 0.02, 0.11, 0.09);
  const rose = blend(face.skin, rgb(206, 96, 84), 0.5);
  cover(paint, rose, (0.1 + 0.16 * face.marks.blush) * (cheeks + nose));
  // Around the eyes the skin is thinner and darker.
  darken(paint, 0.1 * bump(ax - face.eyes.apart + 0.03, y - face.eyes.y, 0.16, 0.1));
}

function paintMarks(paint: Paint, face: FaceIdentity, relief: Relief, x: number, y: number): void {
  const { freckles, mole } = face.marks;
  if (freckles > 0 && y < face.eyes.y + 0.02 && y > relief.mouthY) {
    const spot = ramp(0.72, 0.82, noise(x * 48 + face.seed, y * 48)) * ramp(0.62, 0.3, Math.abs(x));
    cover(paint, scaled(face.skin, 0.68), spot * freckles * 0.5);
  }
  if (mole)
    cover(
      paint,
      scaled(face.skin, 0.35),
      0.85 * ramp(mole.size, mole.size * 0.55, Math.hypot(x - mole.x, y - mole.y)),
    );
}

function paintAge(
  paint: Paint,
  face: FaceIdentity,
  relief: Relief,
  view: FaceView,
  x: number,
  y: number,
): void {
  const ax = Math.abs(x);
  const { wrinkles } = face.marks;
  const eyeY = face.eyes.y;
  const fold = clamp((relief.noseY + 0.02 - y) / (relief.noseY - relief.mouthY + 0.1));
  const foldX = mix(face.nose.wing + 0.045, face.mouth.width + 0.075, fold ** 0.8);
  if (fold > 0 && fold < 1) {
    const depth =
      (0.05 + 0.16 * wrinkles + 0.1 * view.smile) * Math.sin(Math.PI * Math.min(1, fold * 1.2 + 0.1));
    darken(paint, depth * ridge(ax - foldX, 0.02));
  }
  darken(
    paint,
    (0.05 + 0.16 * face.eyes.bags) * bump(ax - face.eyes.apart + 0.02, y - eyeY + 0.115, 0.11, 0.03),
  );
  if (wrinkles <= 0) return;
  for (const [height, phase] of [
    [0.36, 0],
    [0.45, 2],
    [0.54, 4],
  ] as const) {
    const line = y - eyeY - height - 0.012 * Math.sin(x * 7 + phase + face.seed);
    darken(paint, 0.13 * wrinkles * ridge(line, 0.011) * ramp(0.42, 0.2, ax));
  }
  const crow = Math.atan2(y - eyeY, ax - face.eyes.apart - face.eyes.width * 0.9);
  const reach = Math.hypot(y - eyeY, ax - face.eyes.apart - face.eyes.width * 0.9);
  if (Math.abs(crow) < 0.8)
    darken(
      paint,
      0.14 * wrinkles * ramp(0.3, 1, Math.cos(crow * 15)) * ramp(0.05, 0.09, reach) * ramp(0.2, 0.12, reach),
    );
}

function paintNostrils(paint: Paint, face: FaceIdentity, relief: Relief, x: number, y: number): void {
  const ax = Math.abs(x);
  const low = y - (relief.noseY - 0.048 + face.nose.lift * 0.7);
  const hole = Math.hypot(
    (ax - face.nose.wing * 0.5) / 0.05,
    (low - 0.1 * (face.nose.wing * 0.5 - ax)) / 0.02,
  );
  cover(paint, scaled(face.skin, 0.3), 0.72 * ramp(1.3, 0.4, hole));
  const alar = Math.hypot((ax - face.nose.wing * 0.78) / 0.075, (y - relief.noseY) / 0.085);
  if (ax > face.nose.wing * 0.7) darken(paint, 0.12 * ridge(alar - 1, 0.16));
  darken(paint, 0.08 * bump(x, low + 0.012, face.nose.wing * 0.8, 0.022));
}

function paintBeard(
  paint: Paint,
  face: FaceIdentity,
  relief: Relief,
  view: FaceView,
  x: number,
  y: number,
): void {
  const { cheeks, chin, lip } = face.beard;
  if (cheeks + chin + lip === 0) return;
  const ax = Math.abs(x);
  const { mouthY } = relief;
  // Bare around the lips; the moustache joins the rest beside the corners of the mouth.
  const [up, down] = [face.mouth.upper * 0.9, face.mouth.lower + view.mouthOpen * 0.1];
  const q = Math.hypot(
    ax / (face.mouth.width + 0.03),
    (y - mouthY) / (y > mouthY ? up + 0.012 : down + 0.03),
  );
  const free = ramp(0.92, 1.1, q);
  const line = mouthY + 0.06 + 0.6 * clamp((ax - 0.26) / 0.42) ** 1.3;
  const sides =
    cheeks * ramp(line + 0.07, line - 0.12, y) * ramp(0.18, 0.32, Math.max(ax, (mouthY - y) * 1.6));
  const goatee =
    chin * ramp(mouthY + 0.02, mouthY - 0.06, y) * ramp(0.36, 0.24, ax + 0.1 * Math.max(0, y - mouthY + 0.3));
  const roof = relief.noseY - 0.085 - 0.22 * ax * ax;
  const moustache =
    lip * ramp(roof + 0.025, roof - 0.035, y) * ramp(mouthY - 0.06, mouthY + 0.01, y) * ramp(0.33, 0.24, ax);
  const beside =
    Math.min(chin, lip) *
    ramp(0.075, 0.03, Math.abs(ax - face.mouth.width - 0.05)) *
    ramp(mouthY + 0.08, mouthY + 0.02, y) *
    ramp(mouthY - 0.22, mouthY - 0.14, y);
  const amount = free * Math.max(sides, goatee, moustache, beside);
  const hairs = 0.55 + 0.45 * noise(x * 95 + y * 20, y * 70);
  cover(paint, scaled(face.hairColour, 0.85), amount * hairs * (amount > 0.4 ? 0.92 : 0.75));
}
