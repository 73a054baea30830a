/** Colours of hair, ears, neck, clothes and spectacle frames. */
import { blend, cover, darken, type Paint, scaled } from './colour.ts';
import { cloud, noise, ramp } from './field.ts';
import { edgeDistance } from './hair.ts';
import type { FaceIdentity } from './identity.ts';

function set(paint: Paint, colour: readonly [number, number, number], k = 1): void {
  paint[0] = colour[0] * k;
  paint[1] = colour[1] * k;
  paint[2] = colour[2] * k;
}

export function paintHair(paint: Paint, face: FaceIdentity, theta: number, y: number, shift: number): void {
  const curl = face.hair.curl;
  const strands = noise(theta * 75 + shift, y * 4) * 0.6 + noise(theta * 24 + shift, y * 1.6) * 0.4;
  const curls = cloud(theta * 17 + shift, y * 19);
  set(paint, face.hairColour, 0.72 + 0.5 * (strands * (1 - curl) + curls * curl));
  // Near its edge short hair lets the scalp through.
  const thin = ramp(0.07, 0, edgeDistance(face.hair, theta, y)) * (face.hair.hangs ? 0.2 : 0.5);
  const stubble = face.hair.top < 0.05 ? 0.22 : 0;
  cover(paint, face.skin, Math.max(thin * (0.4 + noise(theta * 90, y * 9)), stubble));
}

export function paintEar(paint: Paint, face: FaceIdentity, y: number, out: number): void {
  set(paint, face.skin, 0.97);
  cover(paint, blend(face.skin, [0.75, 0.4, 0.34], 0.4), 0.16);
  darken(paint, 0.35 * ramp(0.55, 0.95, out) * ramp(-0.3, -0.05, y));
}

/** A neck is a little darker than the face. */
export function paintNeck(paint: Paint, face: FaceIdentity, x: number, y: number): void {
  set(paint, face.skin, 0.94 + 0.03 * cloud(x * 5, y * 5 + face.seed));
}

export function paintCloth(paint: Paint, face: FaceIdentity, x: number, y: number, ring: number): void {
  const front = ring > 0;
  const { neck, colour } = face.clothes;
  const open = front ? belowNeckline(face, Math.abs(x), y, ring) : 1;
  if (open < 0) {
    paintNeck(paint, face, x, y);
    return;
  }
  set(paint, colour, 0.97 + 0.05 * noise(x * 45, y * 45) + 0.03 * cloud(x * 3, y * 2));
  if (front && neck !== 'crew' && open < 0.09) darken(paint, 0.16);
  if (front && neck === 'collar' && open < 0.3) cover(paint, scaled(colour, 1.16), ramp(0.3, 0.28, open));
  if (neck === 'crew' && Math.abs(ring) < 0.215) darken(paint, 0.12);
}

/** How far below the neckline a place of the front lies; negative where skin shows. */
function belowNeckline(face: FaceIdentity, ax: number, y: number, ring: number): number {
  if (face.clothes.neck === 'crew') return ring - 0.16;
  const deep = face.clothes.neck === 'v' ? 0.92 : 0.74;
  const base = face.skull.chinY - 0.16;
  return ax * 1.55 - (deep - (base - y));
}

export function paintFrame(paint: Paint, face: FaceIdentity): void {
  set(paint, face.glasses?.colour ?? [0.1, 0.1, 0.1]);
}
