/** Which way the ridges of a synthetic finger run: singular points after Sherlock and Monro, 1993, a little perturbed. */
import type { Random } from '../../../kernel/index.ts';
import { smoothField } from './smooth-field.ts';

/** Picture elements at 500 dpi. */
export const MASTER_WIDTH = 340;
export const MASTER_HEIGHT = 460;

export const PATTERNS = ['arch', 'left-loop', 'right-loop', 'whorl'] as const;
export type Pattern = (typeof PATTERNS)[number];

export interface RidgeFlow {
  readonly pattern: Pattern;
  /** Ridge direction at each picture element, radians. */
  readonly angle: Float32Array;
  /** Distance from ridge to ridge, picture elements. */
  readonly period: Float32Array;
}

interface Singularity {
  readonly x: number;
  readonly y: number;
  /** 1 is a core, -1 a delta. */
  readonly charge: 1 | -1;
  readonly bend: number;
  readonly phase: number;
}

export function makeRidgeFlow(random: Random): RidgeFlow {
  const pattern = drawPattern(random);
  const centre = { x: MASTER_WIDTH / 2 + random.gauss() * 8, y: MASTER_HEIGHT * 0.42 + random.gauss() * 12 };
  const singular = placeSingularities(random, pattern, centre);
  const angle = new Float32Array(MASTER_WIDTH * MASTER_HEIGHT);
  const sway = smoothField(random, MASTER_WIDTH, MASTER_HEIGHT, 95);
  const [swayShare, archHeight] = [random.between(0.09, 0.16), random.between(0.8, 1.3)];
  for (let y = 0, k = 0; y < MASTER_HEIGHT; y++) {
    for (let x = 0; x < MASTER_WIDTH; x++, k++) {
      const turn = pattern === 'arch' ? archAngle(x, y, centre, archHeight) : singularAngle(singular, x, y);
      angle[k] = -turn + swayShare * sway[k]!;
    }
  }
  return { pattern, angle, period: drawPeriods(random, centre.y) };
}

/** Shares among index fingers, rounded from the literature on fingerprint classes. */
function drawPattern(random: Random): Pattern {
  const share = random.next();
  return share < 0.07 ? 'arch' : share < 0.38 ? 'left-loop' : share < 0.68 ? 'right-loop' : 'whorl';
}

function placeSingularities(
  random: Random,
  pattern: Pattern,
  { x, y }: { x: number; y: number },
): Singularity[] {
  const bent = (px: number, py: number, charge: 1 | -1) => ({
    x: px,
    y: py,
    charge,
    bend: random.between(0, 0.21),
    phase: random.between(0, 2 * Math.PI),
  });
  if (pattern === 'arch') return [];
  if (pattern !== 'whorl') {
    const side = pattern === 'left-loop' ? 1 : -1;
    return [bent(x, y, 1), bent(x + side * random.between(75, 100), y + random.between(110, 145), -1)];
  }
  const [gap, skew] = [random.between(10, 45), random.between(-8, 8)];
  return [
    bent(x - skew, y - gap / 2, 1),
    bent(x + skew, y + gap / 2, 1),
    bent(x - random.between(95, 120), y + random.between(115, 140), -1),
    bent(x + random.between(95, 120), y + random.between(115, 140), -1),
  ];
}

function singularAngle(singular: readonly Singularity[], x: number, y: number): number {
  let turn = 0;
  for (const s of singular) {
    const a = Math.atan2(s.y - y, x - s.x);
    turn += s.charge * 0.5 * (a + s.bend * Math.sin(a + s.phase));
  }
  return turn;
}

function archAngle(x: number, y: number, centre: { x: number; y: number }, height: number): number {
  const strength = Math.max(0, height - (height * Math.abs(y - centre.y - 60)) / (MASTER_HEIGHT * 0.45));
  return Math.atan(1.6 * strength * -Math.cos((Math.PI * (x - centre.x)) / MASTER_WIDTH + Math.PI / 2));
}

function drawPeriods(random: Random, centreY: number): Float32Array {
  const sway = smoothField(random, MASTER_WIDTH, MASTER_HEIGHT, 110);
  const mean = 9.2 + random.gauss() * 0.25;
  return sway.map(
    (s, k) => mean + 0.5 * s + ((Math.floor(k / MASTER_WIDTH) - centreY) / MASTER_HEIGHT) * 1.2,
  );
}
