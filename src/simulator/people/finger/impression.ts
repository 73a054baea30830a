/** One touch of a finger on a reader: where and how it was laid, how hard, how dry, what the sensor added. */
import { type GreyImage, type Random, seededRandom } from '../../../kernel/index.ts';
import { smoothField } from './smooth-field.ts';

export const IMPRESSION_WIDTH = 320;
export const IMPRESSION_HEIGHT = 384;

export interface Touch {
  readonly seed: number;
  /** How ill it was laid, 0 (careful) to 1 (hasty). */
  readonly haste: number;
  /** 0 fresh to 1 worn smooth, as by years of work with the hands. */
  readonly wear: number;
  /** Part of the finger that touched, 0.4 to 1. */
  readonly contact: number;
}

export const CAREFUL: Touch = { seed: 1, haste: 0.25, wear: 0, contact: 1 };

/** Grey picture at 500 dpi, dark ridges on light, from a master; the same touch gives the same picture. */
export function makeImpression(master: GreyImage, touch: Touch): GreyImage {
  const random = seededRandom(touch.seed);
  const skin = layFinger(random.fork('placing'), touch);
  const sensed = pressInk(master, skin, random.fork('skin'), touch);
  return { width: IMPRESSION_WIDTH, height: IMPRESSION_HEIGHT, data: blur(sensed), dpi: 500 };
}

/** Where on the master each picture element of the reader lies, and how surely the skin touches there. */
interface LaidFinger {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 0 no contact to 1. */
  readonly contact: Float32Array;
}

const COUNT = IMPRESSION_WIDTH * IMPRESSION_HEIGHT;
const MASTER_MIDDLE = { x: 170, y: 230 } as const;

function layFinger(r: Random, { haste, contact }: Touch): LaidFinger {
  const turn = (r.gauss() * (4 + 9 * haste) * Math.PI) / 180;
  const [dx, dy] = [r.gauss() * (5 + 14 * haste), r.gauss() * (6 + 16 * haste)];
  const stretch = 2 + 4.5 * haste;
  const [sx, sy] = [
    smoothField(r, IMPRESSION_WIDTH, IMPRESSION_HEIGHT, 120),
    smoothField(r, IMPRESSION_WIDTH, IMPRESSION_HEIGHT, 120),
  ];
  const edge = smoothField(r, IMPRESSION_WIDTH, IMPRESSION_HEIGHT, 18);
  const [rx, ry] = [r.between(120, 134) * Math.sqrt(contact), r.between(152, 172) * contact];
  const [ox, oy] = [r.gauss() * 8 * haste, r.gauss() * 10 * haste + (1 - contact) * 60];
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const laid = { x: new Float32Array(COUNT), y: new Float32Array(COUNT), contact: new Float32Array(COUNT) };
  for (let k = 0; k < COUNT; k++) {
    const [px, py] = [
      (k % IMPRESSION_WIDTH) - IMPRESSION_WIDTH / 2,
      Math.floor(k / IMPRESSION_WIDTH) - IMPRESSION_HEIGHT / 2,
    ];
    const [ux, uy] = [px + stretch * sx[k]!, py + stretch * sy[k]!];
    laid.x[k] = MASTER_MIDDLE.x + c * ux - s * uy + dx;
    laid.y[k] = MASTER_MIDDLE.y + s * ux + c * uy + dy;
    const reach = ((px - ox) / rx) ** 2 + ((py - oy) / ry) ** 2 + 0.06 * edge[k]!;
    laid.contact[k] = Math.max(0, Math.min(1, (1.05 - reach) * 6));
  }
  return laid;
}

function pressInk(master: GreyImage, laid: LaidFinger, r: Random, { haste, wear }: Touch): Uint8Array {
  const field = (cell: number) => smoothField(r, IMPRESSION_WIDTH, IMPRESSION_HEIGHT, cell);
  const [blots, grain, sensor, pressure] = [field(26), field(3), field(2), field(60)];
  const pressed = r.gauss() * 0.22 * (0.4 + haste);
  const dry = Math.max(0, r.gauss() * 0.3 * haste) + 0.5 * wear;
  const paper = 245 + r.gauss() * 4;
  const blotFrom = 1.15 - 0.4 * haste - 0.6 * wear;
  const out = new Uint8Array(COUNT);
  for (let k = 0; k < COUNT; k++) {
    let level = paper + sensor[k]! * 2;
    if (laid.contact[k]! > 0) {
      const height = heightAt(master, laid.x[k]!, laid.y[k]!) * (1 - 0.45 * wear);
      const blot = Math.max(0, blots[k]! - blotFrom) * (0.8 + dry * 2);
      const touch =
        height +
        pressed +
        pressure[k]! * (0.08 + 0.18 * haste) +
        grain[k]! * (0.14 + 0.22 * haste + 0.5 * wear) -
        blot -
        dry * (0.6 + 0.5 * grain[k]!);
      level = paper - laid.contact[k]! * (92 + 92 * Math.tanh(1.7 * touch)) - sensor[k]! * 5;
    }
    out[k] = Math.max(0, Math.min(255, level));
  }
  scratch(out, laid, r, Math.round(r.between(0, 6 * haste) + 8 * wear), paper);
  return out;
}

/** Ridge height, -1 to 1, between the master's picture elements; a valley beyond its edge. */
function heightAt(master: GreyImage, x: number, y: number): number {
  if (x < 1 || y < 1 || x >= master.width - 2 || y >= master.height - 2) return -1;
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [s, t] = [x - i, y - j];
  const k = j * master.width + i;
  const d = master.data;
  const above = d[k]! * (1 - s) + d[k + 1]! * s;
  const below = d[k + master.width]! * (1 - s) + d[k + master.width + 1]! * s;
  return (above * (1 - t) + below * t) / 127.5 - 1;
}

/** Creases: thin light lines across the ridges. */
function scratch(out: Uint8Array, laid: LaidFinger, r: Random, count: number, paper: number): void {
  for (let n = 0; n < count; n++) {
    const [x0, y0, angle] = [
      r.between(0, IMPRESSION_WIDTH),
      r.between(0, IMPRESSION_HEIGHT),
      r.between(0, Math.PI),
    ];
    const [half, length] = [r.between(0.6, 1.8), r.between(30, 120)];
    for (let along = -length; along <= length; along += 0.5) {
      for (let across = -half; across <= half; across += 0.5) {
        const x = Math.round(x0 + along * Math.cos(angle) - across * Math.sin(angle));
        const y = Math.round(y0 + along * Math.sin(angle) + across * Math.cos(angle));
        const k = y * IMPRESSION_WIDTH + x;
        if (x < 0 || y < 0 || x >= IMPRESSION_WIDTH || y >= IMPRESSION_HEIGHT || laid.contact[k]! === 0)
          continue;
        out[k] = Math.max(out[k]!, paper - 35);
      }
    }
  }
}

/** The sensor's own softness: 1-2-1 in both directions. */
function blur(from: Uint8Array): Uint8Array {
  const [w, h] = [IMPRESSION_WIDTH, IMPRESSION_HEIGHT];
  const across = Uint16Array.from(from, (v, k) => {
    const x = k % w;
    return (x > 0 ? from[k - 1]! : v) + 2 * v + (x < w - 1 ? from[k + 1]! : v);
  });
  return Uint8Array.from(across, (v, k) => {
    const above = k >= w ? across[k - w]! : v;
    const below = k < w * (h - 1) ? across[k + w]! : v;
    return (above + 2 * v + below + 8) >> 4;
  });
}
