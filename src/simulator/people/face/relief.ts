/** What stands out of the bare head: brow, sockets, nose, cheeks, lips, chin. Heights in head units. */
import { bump, clamp, mix, ramp } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import type { FaceView } from './view.ts';

export interface Relief {
  readonly noseY: number;
  readonly mouthY: number;
  /** Height above the bare head at a place on the front of it. */
  at(x: number, y: number): number;
}

export function makeRelief(face: FaceIdentity, view: Pick<FaceView, 'smile' | 'mouthOpen'>): Relief {
  const noseY = face.eyes.y - face.nose.length;
  const mouthY = noseY - face.mouth.drop;
  const at = (x: number, y: number) =>
    eyeRegion(face, Math.abs(x), y) +
    noseHeight(face, noseY, x, y) +
    mouthRegion(face, view, mouthY, x, y) +
    cheeksAndChin(face, view, mouthY, Math.abs(x), y);
  return { noseY, mouthY, at };
}

function eyeRegion(face: FaceIdentity, ax: number, y: number): number {
  const { apart, y: eyeY, socket, bags } = face.eyes;
  const dx = ax - apart;
  return (
    -socket * bump(dx + 0.03, y - eyeY - 0.03, 0.15, 0.1) +
    0.06 * bump(dx, y - eyeY, 0.105, 0.075) +
    0.012 * bags * bump(dx, y - eyeY + 0.13, 0.09, 0.025) +
    face.brows.ridge * bump(ax - 0.22, y - eyeY - face.brows.y + 0.02, 0.24, 0.07)
  );
}

function noseHeight(face: FaceIdentity, noseY: number, x: number, y: number): number {
  const { bridge, bridgeWidth, tip, tipWidth, hump, wing, lift } = face.nose;
  const top = face.eyes.y + 0.12;
  const t = clamp((top - y) / (top - noseY));
  const height = mix(bridge, tip, t ** 1.5) + hump * Math.sin(Math.PI * t);
  const width = mix(bridgeWidth, bridgeWidth * 1.15 + 0.015, t);
  const ends = ramp(noseY - 0.085 + lift, noseY + 0.02 + lift, y) * ramp(top + 0.1, top - 0.14, y);
  const dorsum = height * bump(x, 0, width, 1) * ends;
  const ball = 0.055 * bump(x, y - noseY - 0.03 - lift, tipWidth, tipWidth * 0.85);
  const wings = 0.06 * bump(Math.abs(x) - wing * 0.68, y - noseY - 0.016, 0.058, 0.06);
  const flank = 0.045 * bump(Math.abs(x) - wing * 0.5, y - noseY - 0.1, 0.085, 0.12);
  return dorsum + ball + wings + flank;
}

function mouthRegion(
  face: FaceIdentity,
  view: Pick<FaceView, 'smile' | 'mouthOpen'>,
  mouthY: number,
  x: number,
  y: number,
): number {
  const { width, upper, lower, forward } = face.mouth;
  const open = view.mouthOpen * 0.1;
  return (
    (0.035 + forward) * bump(x, y - mouthY, 0.27, 0.2) +
    0.042 * bump(x, y - mouthY - upper * 0.6, width * 0.62, upper * 0.75) +
    0.05 * bump(x, y - mouthY + lower * 0.62 + open, width * 0.55, lower * 0.7) -
    0.028 * bump(x, y - mouthY + open * 0.5, width * 0.95, 0.018 + open * 0.4) -
    0.012 * bump(x, y - mouthY - face.mouth.drop * 0.5, 0.026, 0.06) -
    0.028 * bump(x, y - mouthY + lower + 0.09 + open, 0.17, 0.045)
  );
}

function cheeksAndChin(
  face: FaceIdentity,
  view: Pick<FaceView, 'smile'>,
  mouthY: number,
  ax: number,
  y: number,
): number {
  const { cheekbone, chin, chinY } = face.skull;
  const eyeY = face.eyes.y;
  return (
    (cheekbone + 0.02) * bump(ax - 0.44, y - eyeY + 0.24, 0.17, 0.14) +
    (0.02 + 0.05 * view.smile) * bump(ax - 0.36, y - eyeY + 0.34, 0.13, 0.12) -
    (0.012 + 0.014 * view.smile) * bump(ax - face.mouth.width - 0.06, y - mouthY - 0.05, 0.035, 0.1) +
    (chin + 0.03) * bump(ax, y - chinY - 0.14, 0.16 * face.skull.chinWidth, 0.1)
  );
}
