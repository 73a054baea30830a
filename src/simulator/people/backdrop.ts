/** The empty lane as its camera sees it, drawn by seed: wall, glass flanks, floor, a strip of light. */
import { type Frame, seededRandom } from '../../kernel/index.ts';
import { clamp, cloud, mix, ramp } from './face/field.ts';

interface BackdropSize {
  readonly width: number;
  readonly height: number;
}

export function drawBackdrop(seed: number, { width, height }: BackdropSize): Frame {
  const random = seededRandom(seed).fork('backdrop');
  const look = {
    wall: [random.between(0.66, 0.76), random.between(0.7, 0.78), random.between(0.72, 0.82)] as const,
    floor: random.between(0.38, 0.48),
    horizon: random.between(0.72, 0.8),
    door: random.between(0.3, 0.36),
    shift: random.int(0, 999),
  };
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, k = 0; y < height; y++) {
    for (let x = 0; x < width; x++, k += 3) {
      const light = lightAt(x / width, y / height, look);
      const blue = light.glass * 0.03;
      data[k] = 255 * clamp(look.wall[0] * light.level - blue);
      data[k + 1] = 255 * clamp(look.wall[1] * light.level);
      data[k + 2] = 255 * clamp(look.wall[2] * light.level + blue);
    }
  }
  return { width, height, data };
}

interface Look {
  readonly floor: number;
  readonly horizon: number;
  readonly door: number;
  readonly shift: number;
}

function lightAt(u: number, v: number, look: Look): { level: number; glass: number } {
  const aside = Math.abs(u - 0.5);
  const glass = ramp(look.door, look.door + 0.01, aside);
  // The flanks run toward the camera: their foot falls to either side.
  const foot = look.horizon + glass * (aside - look.door) * 0.9;
  const wall = mix(1.12, 0.95, v) - 0.16 * glass + 0.03 * cloud(u * 9 + look.shift, v * 9);
  const seam = Math.abs(aside - look.door - 0.004) < 0.003 ? -0.18 : 0;
  const lamp = v < 0.05 && aside < look.door ? 0.25 * ramp(0.05, 0.03, v) : 0;
  const ground =
    look.floor * (1.2 + 0.5 * (v - look.horizon)) * (1 - 0.25 * ramp(0.1, 0.3, aside)) +
    0.02 * cloud(u * 60, v * 90);
  return { level: mix(wall + seam + lamp, ground, ramp(foot - 0.004, foot + 0.004, v)), glass };
}
