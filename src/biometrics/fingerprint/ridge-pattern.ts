/**
 * Ridge patterns with minutiae in known places, for the tests of this room: a plane wave, bent a little, into which
 * each minutia puts one turn of phase. Far easier than real fingers: never quote them as accuracy.
 */
import { type GreyImage, seededRandom } from '../../kernel/index.ts';

interface PatternMinutia {
  readonly x: number;
  readonly y: number;
  /** +1: the extra ridge lies to the right of an upright pattern of level ridges, -1: to the left. */
  readonly turn: 1 | -1;
}

export interface RidgePattern {
  readonly width: number;
  readonly height: number;
  /** Direction of the ridges in radians, x towards y. */
  readonly angle: number;
  readonly periodPx: number;
  readonly minutiae: readonly PatternMinutia[];
  /** How far the ridges swing aside, pixels, and where along them the swing begins, radians. */
  readonly bendPx?: number;
  readonly bendPhase?: number;
  /** Phase of the wave at the origin, radians: decides whether a minutia is an ending or a bifurcation. */
  readonly phase?: number;
}

/** How the finger was put on the glass: turned about the picture's middle, then moved; noise in grey values. */
export interface Touch {
  readonly turn?: number;
  readonly x?: number;
  readonly y?: number;
  readonly noise?: number;
  readonly seed?: number;
  /** False: ridges fill the whole picture; true: a round finger tip on white. */
  readonly isRound?: boolean;
}

export function renderPattern(pattern: RidgePattern, touch: Touch = {}): GreyImage {
  const { width, height } = pattern;
  const random = seededRandom(touch.seed ?? 1);
  const data = new Uint8Array(width * height);
  const turn = touch.turn ?? 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dx = x - width / 2 - (touch.x ?? 0);
      const dy = y - height / 2 - (touch.y ?? 0);
      const px = Math.cos(turn) * dx + Math.sin(turn) * dy + width / 2;
      const py = Math.cos(turn) * dy - Math.sin(turn) * dx + height / 2;
      const isOn = !touch.isRound || ((px / width - 0.5) / 0.4) ** 2 + ((py / height - 0.5) / 0.42) ** 2 <= 1;
      const value = isOn ? 128 - 100 * Math.cos(phaseAt(pattern, px, py)) : 250;
      data[y * width + x] = Math.min(255, Math.max(0, value + (touch.noise ?? 0) * random.gauss()));
    }
  }
  return { width, height, data };
}

function phaseAt(pattern: RidgePattern, x: number, y: number): number {
  const along = x * Math.cos(pattern.angle) + y * Math.sin(pattern.angle);
  const across = y * Math.cos(pattern.angle) - x * Math.sin(pattern.angle);
  const bent = across + (pattern.bendPx ?? 0) * Math.cos(along / 60 + (pattern.bendPhase ?? 0));
  let phase = (2 * Math.PI * bent) / pattern.periodPx + (pattern.phase ?? 0);
  for (const minutia of pattern.minutiae) phase += minutia.turn * Math.atan2(y - minutia.y, x - minutia.x);
  return phase;
}

/** A finger of its own for each seed: bend, period and some 25 minutiae at least 22 pixels apart. */
export function patternOf(seed: number, width = 260, height = 300): RidgePattern {
  const random = seededRandom(seed);
  const minutiae: PatternMinutia[] = [];
  for (let trial = 0; trial < 400 && minutiae.length < 26; trial++) {
    const x = random.between(0.18, 0.82) * width;
    const y = random.between(0.16, 0.84) * height;
    if (minutiae.some((other) => Math.hypot(other.x - x, other.y - y) < 22)) continue;
    // Turns alternate, so that they cancel out and the ridges keep their spacing from top to bottom.
    minutiae.push({ x, y, turn: minutiae.length % 2 === 0 ? 1 : -1 });
  }
  return {
    width,
    height,
    angle: random.between(-0.4, 0.4),
    periodPx: random.between(8, 10),
    minutiae,
    bendPx: random.between(8, 26),
    bendPhase: random.between(0, 6),
    phase: random.between(0, 6),
  };
}
