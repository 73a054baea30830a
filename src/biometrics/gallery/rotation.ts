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
  /** 1 or −1. */
  readonly signs: Int8Array;
  readonly permutation: Uint16Array;
}

/** Uniform in 0..count − 1: draws beyond the last whole multiple are thrown away. */
function drawBelow(count: number, draw: () => number): number {
  const fair = 4_294_967_296 - (4_294_967_296 % count);
  let word = draw();
  while (word >= fair) word = draw();
  return word % count;
}

function drawRound(dims: number, draw: () => number): Round {
  const signs = Int8Array.from({ length: dims }, () => (draw() & 1 ? 1 : -1));
  const permutation = Uint16Array.from({ length: dims }, (_, i) => i);
  for (let i = dims - 1; i > 0; i--) {
    const other = drawBelow(i + 1, draw);
    [permutation[i], permutation[other]] = [permutation[other]!, permutation[i]!];
  }
  return { signs, permutation };
}

/** Walsh-Hadamard, orthonormal, in place; the length is a power of two. */
function hadamard(values: Float64Array): void {
  for (let half = 1; half < values.length; half *= 2) {
    for (let start = 0; start < values.length; start += half * 2) {
      for (let i = start; i < start + half; i++) {
        const [a, b] = [values[i]!, values[i + half]!];
        values[i] = a + b;
        values[i + half] = a - b;
      }
    }
  }
  const scale = 1 / Math.sqrt(values.length);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
}

/** The rotation of a port; `dims` 2 to 4096. @throws RoomError FIELD_INVALID */
export function portRotation(key: Uint8Array, dims: number): Rotation {
  if (key.length !== ROTATION_KEY_BYTES) {
    throw fieldInvalid('key.length', key.length, `a key of ${ROTATION_KEY_BYTES} bytes`);
  }
  if (!Number.isInteger(dims) || dims < 2 || dims > 4096) throw fieldInvalid('dims', dims, '2 to 4096');
  const draw = keyStream(key);
  const rounds = Array.from({ length: ROUNDS }, () => drawRound(dims, draw));
  const window = 2 ** Math.floor(Math.log2(dims));
  return (features) => {
    if (features.length !== dims) throw fieldInvalid('features.length', features.length, `${dims} values`);
    let values = Float64Array.from(features);
    for (const { signs, permutation } of rounds) {
      const next = new Float64Array(dims);
      for (let i = 0; i < dims; i++) next[permutation[i]!] = values[i]! * signs[i]!;
      values.fill(0);
      values = next;
      // Two windows that overlap reach every place where the size is no power of two.
      hadamard(values.subarray(0, window));
      if (window < dims) hadamard(values.subarray(dims - window));
    }
    const rotated = Float32Array.from(values);
    values.fill(0);
    return rotated;
  };
}
