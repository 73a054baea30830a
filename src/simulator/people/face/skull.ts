/** The head without its features: an egg drawn by width and depth at each height. */
import { clamp, mix, ramp } from './field.ts';
import type { FaceIdentity } from './identity.ts';

export type Point = readonly [number, number, number];
export const CROWN_Y = 1.06;

/** A point of the bare head; `theta` 0 is the middle of the face, `phi` from -pi/2 (chin) to pi/2 (crown). */
export function skullPoint(face: FaceIdentity, theta: number, phi: number): Point {
  const s = Math.sin(phi);
  const y = s > 0 ? s * CROWN_Y : -s * face.skull.chinY;
  const drop = Math.abs(s);
  const round = s > 0 ? (1 - drop ** 2.5) ** (1 / 2.2) : (1 - drop ** 2.3) ** (1 / 2.05);
  const width = face.skull.width * round * widthShare(face, y);
  return [width * Math.sin(theta), y, depthAt(theta, drop, s > 0)];
}

function widthShare(face: FaceIdentity, y: number): number {
  const { jaw, chinWidth, temple, fullness, chinY } = face.skull;
  const low = clamp(y / chinY);
  const jawShare = ramp(0.25, 0.68, low);
  const chinShare = ramp(0.68, 1, low);
  const taper = mix(mix(1, 0.97 * jaw, jawShare), 0.94 * chinWidth, chinShare);
  const cheeks = fullness * ramp(0.1, 0.45, low) * ramp(0.85, 0.5, low);
  return (taper + cheeks) * mix(1, temple, ramp(0.15, 0.45, y) * ramp(0.95, 0.5, y));
}

function depthAt(theta: number, drop: number, upper: boolean): number {
  const c = Math.cos(theta);
  const forward = upper ? (1 - drop ** 2.9) ** (1 / 2.3) : (1 - drop ** 5.5) ** (1 / 3.2);
  const backward = upper ? (1 - drop ** 2.4) ** (1 / 2.1) : (1 - drop ** 2) ** 0.5;
  // A face is flatter in front than an ellipse: the exponent below 1 squares it.
  return c > 0 ? c ** 0.8 * 0.82 * forward : c * 0.98 * backward;
}
