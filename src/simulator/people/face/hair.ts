/** Hair as a shell over the head, cut along a hairline; long hair hangs on below it. */
import { clamp, cloud, mix, noise, ramp } from './field.ts';
import type { HairStyle } from './hair-style.ts';
import type { FaceIdentity } from './identity.ts';
import { CROWN_Y, skullPoint } from './skull.ts';
import { buildSurface, type Surface } from './surface.ts';

/** Where the shell leaves the skull and hangs straight, as a height. */
const HANG_Y = 0.05;
const NAPE_Y = -0.62;

/** Marks of hair: angle from the front, height, noise seed. */
export function hairSurface(face: FaceIdentity): Surface {
  const style = face.hair;
  const end = style.hangs ? style.tip - 0.08 : NAPE_Y - 0.1;
  const shift = face.seed % 97;
  return buildSurface({
    substance: 'hair',
    columns: 200,
    rows: 150,
    at: (u, v) => {
      const theta = (u - 0.5) * Math.PI * 2;
      const [y, place] = shellPoint(face, theta, v, end, shift);
      return { place, mark: [theta, y, shift] };
    },
    present: (theta, y) => edgeDistance(style, theta, y) + raggedness(style, theta, y, shift) > 0,
  });
}

function shellPoint(face: FaceIdentity, theta: number, v: number, end: number, shift: number) {
  const style = face.hair;
  // Half of the rows cover the dome, so that the parting and the hairline are finely sampled.
  const y =
    v < 0.6 ? CROWN_Y * Math.cos((v / 0.6) * Math.acos(HANG_Y / CROWN_Y)) : mix(HANG_Y, end, (v - 0.6) / 0.4);
  const fromSkull = Math.max(y, style.hangs ? HANG_Y : -2);
  const phi = Math.asin(
    clamp(fromSkull > 0 ? fromSkull / CROWN_Y : -fromSkull / face.skull.chinY, -0.999, 1),
  );
  const [sx, , sz] = skullPoint(face, theta, phi);
  const lift = thickness(face, theta, y, shift);
  const low = style.hangs ? clamp((HANG_Y - y) / 1.2) : 0;
  const flare = 1 + 0.1 * low - (style.cut === 'bob' ? 0.16 * ramp(style.tip + 0.45, style.tip, y) : 0);
  const dome = Math.max(0, y / CROWN_Y);
  const radial = lift * Math.sqrt(Math.max(0.05, 1 - dome * dome * 0.75));
  const x = sx * flare + radial * Math.sin(theta);
  const z = sz * (1 - 0.25 * low * ramp(-0.2, 0.6, Math.cos(theta))) + radial * Math.cos(theta);
  return [y, [x, y + lift * dome * 1.05, z]] as const;
}

function thickness(face: FaceIdentity, theta: number, y: number, shift: number): number {
  const style = face.hair;
  const full = mix(style.side, style.top, ramp(0.3, 0.95, y));
  const edge = edgeDistance(style, theta, y);
  // Hair leaves the scalp at the hairline and reaches its thickness a little behind it; a fringe lies on the brow.
  const lies = style.front < 0.5 ? 0.075 : 0.015;
  const body = mix(lies, full, ramp(0, style.front < 0.5 ? 0.45 : 0.2, edge));
  const parting = style.part === 0 ? 0 : partingDip(style, theta, y);
  const wave =
    style.curl *
    (0.05 * (cloud(theta * 5 + shift, y * 6) - 0.5) + 0.035 * (noise(theta * 13, y * 13 + shift) - 0.5));
  const locks = (1 - style.curl) * 0.022 * (noise(theta * 11 + shift, y * 1.3) - 0.5) * ramp(0.02, 0.2, edge);
  return Math.max(0.006, body * (1 - 0.28 * parting) + (style.top < 0.05 ? 0 : wave + locks));
}

function partingDip(style: HairStyle, theta: number, y: number): number {
  const where = style.part * 0.62;
  const x = Math.sin(theta) * Math.sqrt(Math.max(0, 1 - (y / CROWN_Y) ** 2));
  return Math.cos(theta) > 0 ? Math.exp(-(((x - where * 0.75) / 0.035) ** 2)) * ramp(0.5, 0.75, y) : 0;
}

/** How far inside the hair a place lies, in head units; negative where skin shows. */
export function edgeDistance(style: HairStyle, theta: number, y: number): number {
  const a = Math.abs(theta);
  const signed = theta * Math.sign(style.part || 1);
  const lift = style.part === 0 ? 0 : 0.07 * ramp(0.9, 0, Math.abs(signed - 0.4));
  const corner = style.recede * 0.2 * Math.exp(-(((a - 0.62) / 0.24) ** 2));
  const sweep = style.part === 0 || style.front < 0.5 ? 0 : -0.16 * ramp(0.35, -0.75, signed);
  const front = style.front + lift + corner + sweep - 0.05 * ramp(0.3, 0.9, a);
  if (style.hangs) return hangingEdge(style, a, y, front);
  // Beside the face: down the sideburn, up around the ear, down to the nape.
  const burn = mix(front, style.tip, ramp(0.8, 1.12, a));
  const ear = mix(burn, 0.13, ramp(1.3, 1.4, a) * ramp(1.95, 1.85, a));
  const line = mix(ear, NAPE_Y, ramp(1.85, 2.1, a));
  const bare = style.cut === 'bald' ? 0.28 + 0.5 * ramp(2.4, 1.2, a) : 9;
  return style.cut === 'bald' ? Math.min(y - Math.min(line, 0.1), a < 1.15 ? -1 : bare - y) : y - line;
}

function hangingEdge(style: HairStyle, a: number, y: number, front: number): number {
  const open = style.open + 0.1 * ramp(-0.2, -1, y) - (style.front < 0.5 ? 0.08 : 0);
  const beside = (a - open) * 0.7;
  const above = y - front;
  const inside = Math.max(above, beside);
  return Math.min(inside, y - style.tip);
}

function raggedness(style: HairStyle, theta: number, y: number, shift: number): number {
  const strands = noise(theta * 70 + shift, y * 5) - 0.5 + 0.6 * (noise(theta * 23 + shift, y * 2) - 0.5);
  const curls = style.curl * (noise(theta * 26, y * 26 + shift) - 0.5);
  const fringe = style.front < 0.5 ? 0.9 * ramp(1.1, 0.7, Math.abs(theta)) : 0;
  return style.rough * ((0.05 + 0.07 * fringe) * strands + 0.05 * curls);
}
