/**
 * A secret rotation for each port: every cosine stays as it was, while templates of two ports can no longer be
 * joined (ISO/IEC 24745, unlinkability). Rounds of secret signs, a secret permutation and a Walsh-Hadamard
 * transform, each orthogonal. It protects stolen galleries, not a gallery stolen together with its key, nor one
 * of which an attacker knows some hundred originals; a key is renewed each year and after an incident.
 */
import { fieldInvalid } from '../../kernel/index.ts';
import { keyStream } from './key-stream.ts';

export const ROTATION_KEY_BYTES = 32;
/** After three rounds of a power of two every value depends on every other; other sizes need one more. */
const ROUNDS = 4;

export type Rotation = (features: Float32Array) => Float32Array;

interface Round {
  /** Where each value comes from, and with which sign: 1 or −1. */
  readonly sources: Uint16Array;
  readonly signs: Float64Array;
}

/** Uniform in 0..count − 1: draws beyond the last whole multiple are thrown away. */
function drawBelow(count: number, draw: () => number): number {
  const fair = 4_294_967_296 - (4_294_967_296 % count);
  let word = draw();
  while (word >= fair) word = draw();
  return word % count;
}

function drawRound(dims: number, draw: () => number): Round {
  const signs = Float64Array.from({ length: dims }, () => (draw() & 1 ? 1 : -1));
  const sources = Uint16Array.from({ length: dims }, (_, i) => i);
  for (let i = dims - 1; i > 0; i--) {
    const other = drawBelow(i + 1, draw);
    [sources[i], sources[other]] = [sources[other]!, sources[i]!];
  }
  return { signs, sources };
}

/** Walsh-Hadamard, orthonormal, in place, over `count` values (a power of two) from `first` on. */
function hadamard(values: Float64Array, first: number, count: number): void {
  const end = first + count;
  for (let half = 1; half < count; half *= 2) {
    for (let start = first; start < end; start += half * 2) {
      const middle = start + half;
      for (let i = start; i < middle; i++) {
        const a = values[i]!;
        const b = values[i + half]!;
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
  const scale = 1 / Math.sqrt(count);
  for (let i = first; i < end; i++) values[i]! *= scale;
}

/** The rotation of a port; `dims` 2 to 4096. A gallery of a million goes through it at a start: no memory is taken for a call but its result. @throws RoomError FIELD_INVALID */
export function portRotation(key: Uint8Array, dims: number): Rotation {
  if (key.length !== ROTATION_KEY_BYTES) {
    throw fieldInvalid('key.length', key.length, `a key of ${ROTATION_KEY_BYTES} bytes`);
  }
  if (!Number.isInteger(dims) || dims < 2 || dims > 4096) throw fieldInvalid('dims', dims, '2 to 4096');
  const draw = keyStream(key);
  const rounds = Array.from({ length: ROUNDS }, () => drawRound(dims, draw));
  const window = 2 ** Math.floor(Math.log2(dims));
  const [scratch, other] = [new Float64Array(dims), new Float64Array(dims)];
  return (features) => {
    if (features.length !== dims) throw fieldInvalid('features.length', features.length, `${dims} values`);
    scratch.set(features);
    let [values, next] = [scratch, other];
    for (const round of rounds) {
      mix(values, next, round);
      // Two windows that overlap reach every place where the size is no power of two.
      hadamard(next, 0, window);
      if (window < dims) hadamard(next, dims - window, window);
      [values, next] = [next, values];
    }
    const rotated = new Float32Array(values);
    scratch.fill(0);
    other.fill(0);
    return rotated;
  };
}

function mix(values: Float64Array, next: Float64Array, { sources, signs }: Round): void {
  for (let i = 0; i < next.length; i++) next[i] = values[sources[i]!]! * signs[i]!;
}
