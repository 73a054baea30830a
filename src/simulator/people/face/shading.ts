/** Light on colours: a wide lamp, light from all around, skin that lets red light through. */
import { type Paint, rgb, scaled } from './colour.ts';
import { cloud, mix, noise } from './field.ts';
import type { FaceIdentity } from './identity.ts';
import { makeShadeMap, type ShadeMap, shadeAt } from './occlusion.ts';
import { paintCloth, paintEar, paintFrame, paintHair, paintNeck } from './paint-others.ts';
import { paintSkin } from './paint-skin.ts';
import type { Canvas } from './rasteriser.ts';
import type { Relief } from './relief.ts';
import { SUBSTANCES } from './surface.ts';
import type { FaceView } from './view.ts';

/** Samples to a picture element along each side. */
export const SAMPLES = 2;

const BACKGROUND = rgb(206, 212, 216);
const AMBIENT = 0.63;
/** How far light wraps around skin, by channel: red travels furthest in it. */
const WRAP_SKIN = [0.5, 0.34, 0.28] as const;
const WRAP_MATTER = [0.2, 0.2, 0.2] as const;

interface Lamp {
  readonly direction: readonly [number, number, number];
  readonly half: readonly [number, number, number];
}

export interface Shaded {
  /** Linear light, three to a sample. */
  readonly light: Float32Array;
  readonly canvas: Canvas;
}

export function shade(canvas: Canvas, face: FaceIdentity, relief: Relief, view: FaceView): Shaded {
  const lamp = makeLamp(view.light);
  const map = makeShadeMap(canvas, lamp.direction, 2 * SAMPLES);
  const light = new Float32Array(canvas.width * canvas.height * 3);
  const paint: Paint = [0, 0, 0];
  for (let y = 0, k = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, k++) {
      const gloss = paintAt(paint, canvas, k, face, relief, view, y);
      if (canvas.substance[k] === 0) emit(light, k, paint, 1);
      else illuminate(light, k, paint, canvas, map, lamp, view, gloss, x, y);
    }
  }
  return { light, canvas };
}

function makeLamp(light: FaceView['light']): Lamp {
  const direction = unit(light);
  return { direction, half: unit([direction[0], direction[1], direction[2] + 1]) };
}

function unit(a: readonly [number, number, number]): readonly [number, number, number] {
  const l = Math.hypot(a[0], a[1], a[2]) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
}

function paintAt(
  paint: Paint,
  canvas: Canvas,
  k: number,
  face: FaceIdentity,
  relief: Relief,
  view: FaceView,
  row: number,
): number {
  const [a, b, c] = [canvas.marks[k * 3]!, canvas.marks[k * 3 + 1]!, canvas.marks[k * 3 + 2]!];
  switch (SUBSTANCES[canvas.substance[k]!]!) {
    case 'background': {
      const wall = scaled(BACKGROUND, 1.02 - 0.1 * (row / canvas.height));
      paint[0] = wall[0];
      paint[1] = wall[1];
      paint[2] = wall[2];
      return 0;
    }
    case 'skin':
      return paintSkin(paint, face, relief, view, a, b, c);
    case 'hair':
      paintHair(paint, face, a, b, c);
      return 0;
    case 'ear':
      paintEar(paint, face, a, b);
      return 0.2;
    case 'neck':
      paintNeck(paint, face, a, b);
      return 0.15;
    case 'cloth':
      paintCloth(paint, face, a, b, c);
      return 0;
    case 'frame':
      paintFrame(paint, face);
      return 0.4;
  }
}

const linear = (v: number) => (v <= 0 ? 0 : v * v * (0.8 * v + 0.2));

function emit(light: Float32Array, k: number, paint: Paint, amount: number): void {
  for (let i = 0; i < 3; i++) light[k * 3 + i] = linear(paint[i]!) * amount;
}

function illuminate(
  light: Float32Array,
  k: number,
  paint: Paint,
  canvas: Canvas,
  map: ShadeMap,
  lamp: Lamp,
  view: FaceView,
  gloss: number,
  x: number,
  y: number,
): void {
  const n = canvas.normals;
  let [nx, ny, nz] = [n[k * 3]!, n[k * 3 + 1]!, n[k * 3 + 2]!];
  // Hair and cloth are seen from both sides.
  const inner = nz < 0 ? 0.55 : 1;
  if (nz < 0) [nx, ny, nz] = [-nx, -ny, -nz];
  const kind = SUBSTANCES[canvas.substance[k]!]!;
  const flesh = kind === 'skin' || kind === 'ear' || kind === 'neck';
  const open = shadeAt(map, map.ambient, x, y);
  const reached = mix(0.35, 1, shadeAt(map, map.direct, x, y));
  const facing = nx * lamp.direction[0] + ny * lamp.direction[1] + nz * lamp.direction[2];
  const sky = 0.88 + 0.16 * ny;
  const shine = highlight(
    kind === 'hair',
    nx,
    ny,
    nz,
    lamp,
    canvas.marks[k * 3]!,
    canvas.marks[k * 3 + 1]!,
    gloss,
  );
  for (let i = 0; i < 3; i++) {
    const wrap = flesh ? WRAP_SKIN[i]! : WRAP_MATTER[i]!;
    const diffuse = Math.max(0, (facing + wrap) / (1 + wrap));
    // Light bounced inside a crease of skin comes out red.
    const ambient = AMBIENT * sky * (flesh ? open ** (0.8 + 0.18 * i) : open ** 1.2);
    const total = (ambient + view.key * diffuse * reached) * inner;
    light[k * 3 + i] = linear(paint[i]!) * total + shine * view.key * reached * open;
  }
}

/** Skin shines where it faces half-way to the lamp; hair shines in a band across its strands. */
function highlight(
  hair: boolean,
  nx: number,
  ny: number,
  nz: number,
  lamp: Lamp,
  theta: number,
  y: number,
  gloss: number,
): number {
  const facing = Math.max(0, nx * lamp.half[0] + ny * lamp.half[1] + nz * lamp.half[2]);
  if (!hair) return gloss * (0.1 * facing ** 14 + 0.12 * facing ** 60);
  // The strand's direction: straight down, laid along the surface.
  const [tx, ty, tz] = unit([ny * nx, ny * ny - 1, ny * nz]);
  const jitter = 0.5 * (noise(theta * 60, y * 3) - 0.5) + 0.25 * (cloud(theta * 9, y * 2) - 0.5);
  const along = tx * lamp.half[0] + ty * lamp.half[1] + tz * lamp.half[2] + jitter + 0.1;
  return 0.075 * Math.max(0, 1 - along * along) ** 18 * Math.max(0, facing) ** 2;
}
