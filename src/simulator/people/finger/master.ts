/**
 * A finger without the accidents of one touch: noise grown into ridges by filters that follow the ridge flow
 * (Cappelli's SFinGe idea). Takes seconds, so masters are made ahead and kept as pictures.
 */
import { type GreyImage, seededRandom } from '../../../kernel/index.ts';
import { MASTER_HEIGHT, MASTER_WIDTH, makeRidgeFlow, type Pattern, type RidgeFlow } from './ridge-flow.ts';

/** 500 dpi; 255 is the top of a ridge, 0 the bottom of a valley. */
export interface FingerMaster extends GreyImage {
  readonly pattern?: Pattern;
}

const ORIENTATIONS = 36;
const PERIODS = [7.6, 8.3, 9, 9.8, 10.7] as const;
const REACH = 9;
const SIDE = 2 * REACH + 1;
const ROUNDS = 11;

export function growMaster(seed: number): FingerMaster {
  const random = seededRandom(seed);
  const flow = makeRidgeFlow(random.fork('flow'));
  const kernels = makeKernels();
  const chosen = chooseKernels(flow);
  const noise = random.fork('growth');
  let ridges = Float32Array.from({ length: MASTER_WIDTH * MASTER_HEIGHT }, () => noise.gauss() * 0.6);
  for (let round = 0; round < ROUNDS; round++) ridges = grow(ridges, kernels, chosen, round < 2 ? 9 : 5);
  const data = Uint8Array.from(ridges, (v) => Math.round((v + 1) * 127.5));
  return { width: MASTER_WIDTH, height: MASTER_HEIGHT, data, dpi: 500, pattern: flow.pattern };
}

/** Gabor kernels without a mean, one for each orientation and period. */
function makeKernels(): Float32Array[] {
  const kernels: Float32Array[] = [];
  for (let o = 0; o < ORIENTATIONS; o++) {
    for (const period of PERIODS) kernels.push(gabor((o * Math.PI) / ORIENTATIONS, period));
  }
  return kernels;
}

function gabor(angle: number, period: number): Float32Array {
  const sigma = period * 0.42;
  const envelope = new Float32Array(SIDE * SIDE);
  const kernel = envelope.map((_, i) => {
    const [x, y] = [(i % SIDE) - REACH, Math.floor(i / SIDE) - REACH];
    envelope[i] = Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
    const across = -x * Math.sin(angle) + y * Math.cos(angle);
    return envelope[i]! * Math.cos((2 * Math.PI * across) / period);
  });
  const mean = total(kernel) / total(envelope);
  const centred = kernel.map((v, i) => v - mean * envelope[i]!);
  const size = total(centred.map(Math.abs));
  return centred.map((v) => v / size);
}

const total = (values: Float32Array) => values.reduce((sum, v) => sum + v, 0);

function chooseKernels(flow: RidgeFlow): Uint16Array {
  return Uint16Array.from(flow.angle, (angle, k) => {
    const turn = Math.round((angle * ORIENTATIONS) / Math.PI) % ORIENTATIONS;
    const period = flow.period[k]!;
    let best = 0;
    for (let i = 1; i < PERIODS.length; i++) {
      if (Math.abs(PERIODS[i]! - period) < Math.abs(PERIODS[best]! - period)) best = i;
    }
    return ((turn + ORIENTATIONS) % ORIENTATIONS) * PERIODS.length + best;
  });
}

function grow(
  from: Float32Array,
  kernels: readonly Float32Array[],
  chosen: Uint16Array,
  gain: number,
): Float32Array<ArrayBuffer> {
  const to = new Float32Array(from.length);
  for (let y = 0, k = 0; y < MASTER_HEIGHT; y++) {
    const inside = y >= REACH && y < MASTER_HEIGHT - REACH;
    for (let x = 0; x < MASTER_WIDTH; x++, k++) {
      const kernel = kernels[chosen[k]!]!;
      const whole = inside && x >= REACH && x < MASTER_WIDTH - REACH;
      to[k] = Math.tanh(gain * (whole ? convolve(from, kernel, k) : convolveEdge(from, kernel, x, y)));
    }
  }
  return to;
}

function convolve(from: Float32Array, kernel: Float32Array, k: number): number {
  let sum = 0;
  for (let v = 0, i = 0; v < SIDE; v++) {
    let p = k + (v - REACH) * MASTER_WIDTH - REACH;
    for (let u = 0; u < SIDE; u++) sum += kernel[i++]! * from[p++]!;
  }
  return sum;
}

function convolveEdge(from: Float32Array, kernel: Float32Array, x: number, y: number): number {
  let sum = 0;
  for (let v = -REACH, i = 0; v <= REACH; v++) {
    const row = Math.min(MASTER_HEIGHT - 1, Math.max(0, y + v)) * MASTER_WIDTH;
    for (let u = -REACH; u <= REACH; u++)
      sum += kernel[i++]! * from[row + Math.min(MASTER_WIDTH - 1, Math.max(0, x + u))]!;
  }
  return sum;
}
