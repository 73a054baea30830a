/** Linear light to a picture: samples averaged, exposed, toned, with the sensor's noise, and a mask of the person. */
import { seededRandom } from '../../../kernel/index.ts';
import { clamp } from './field.ts';
import { SAMPLES, type Shaded } from './shading.ts';
import type { FaceView } from './view.ts';

/** Colour and mask: four bytes a picture element, the fourth 255 where the person covers it wholly. */
export interface Portrait {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export function develop({ light, canvas }: Shaded, view: FaceView, seed: number): Portrait {
  const [width, height] = [canvas.width / SAMPLES, canvas.height / SAMPLES];
  const rgba = new Uint8Array(width * height * 4);
  const random = seededRandom(seed).fork(`noise-${view.noiseSeed}`);
  for (let y = 0, o = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 4) {
      const sum = [0, 0, 0, 0];
      for (let j = 0; j < SAMPLES; j++) {
        for (let i = 0; i < SAMPLES; i++) {
          const k = (y * SAMPLES + j) * canvas.width + x * SAMPLES + i;
          // Toned before averaging: bright samples would otherwise eat the edges of dark ones.
          for (let c = 0; c < 3; c++) sum[c]! += tone(light[k * 3 + c]! * view.gain);
          sum[3]! += canvas.substance[k] === 0 ? 0 : 1;
        }
      }
      const grain = view.noise * random.gauss();
      for (let c = 0; c < 3; c++)
        rgba[o + c] = Math.round(clamp((sum[c]! / SAMPLES ** 2) * 255 + grain, 0, 255));
      rgba[o + 3] = Math.round((sum[3]! / SAMPLES ** 2) * 255);
    }
  }
  return { width, height, rgba };
}

/** Display value of linear light: the inverse of the painting curve, with a shoulder that keeps highlights soft. */
function displayed(light: number): number {
  const soft = light > 0.7 ? 0.7 + (light - 0.7) / (1 + (light - 0.7) * 1.6) : light;
  return clamp(soft) ** (1 / 2.35);
}

/** The curve sampled once; a power for each sample would cost a third of the whole picture. */
const STEPS = 4096;
const BRIGHTEST = 2;
const TONES = Float32Array.from({ length: STEPS + 1 }, (_, i) => displayed((i / STEPS) ** 2 * BRIGHTEST));

// Square-root spacing: dark tones need the finest steps.
const tone = (light: number): number =>
  TONES[Math.min(STEPS, Math.round(Math.sqrt(light / BRIGHTEST) * STEPS))]!;
