/** Reads the weights of a TensorFlow.js model: a manifest and its binary shards, restored to full precision. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

export type Weights = ReadonlyMap<string, Weight>;

interface Quantization {
  readonly dtype: 'float16' | 'uint8' | 'uint16';
  readonly scale?: number;
  readonly min?: number;
}

interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?: Quantization;
}

export interface WeightGroup {
  readonly paths: readonly string[];
  readonly weights: readonly WeightEntry[];
}

type Encoding = Quantization['dtype'] | WeightEntry['dtype'];
type ReadElement = (bytes: Buffer, at: number, scale: number, min: number) => number;

/** How one element of each stored form becomes a number. */
const ENCODINGS: Readonly<Record<Encoding, { size: number; read: ReadElement }>> = {
  float16: { size: 2, read: (bytes, at) => halfToNumber(bytes.readUInt16LE(at)) },
  uint8: { size: 1, read: (bytes, at, scale, min) => bytes[at]! * scale + min },
  uint16: { size: 2, read: (bytes, at, scale, min) => bytes.readUInt16LE(at) * scale + min },
  int32: { size: 4, read: (bytes, at) => bytes.readInt32LE(at) },
  float32: { size: 4, read: (bytes, at) => bytes.readFloatLE(at) },
};

/** IEEE 754 binary16. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The shards lie beside the manifest; all of their bytes must be used up, or the manifest is of another model. */
export function readWeights(groups: readonly WeightGroup[], manifestPath: string): Weights {
  const folder = dirname(manifestPath);
  const bytes = Buffer.concat(
    groups.flatMap((group) => group.paths).map((path) => readFileSync(join(folder, path))),
  );
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const entry of groups.flatMap((group) => group.weights)) {
    const weight = decodeWeight(entry, bytes, offset);
    weights.set(entry.name, weight.decoded);
    offset += weight.size;
  }
  if (offset !== bytes.length) {
    throw new Error(`${manifestPath} describes ${offset} bytes of weights, its shards hold ${bytes.length}.`);
  }
  return weights;
}

function decodeWeight(entry: WeightEntry, bytes: Buffer, offset: number): { decoded: Weight; size: number } {
  const { size, read } = ENCODINGS[entry.quantization?.dtype ?? entry.dtype];
  const count = entry.shape.reduce((product, axis) => product * axis, 1);
  const values = entry.dtype === 'int32' ? new Int32Array(count) : new Float32Array(count);
  const { scale = 1, min = 0 } = entry.quantization ?? {};
  for (let i = 0; i < count; i++) values[i] = read(bytes, offset + i * size, scale, min);
  return { decoded: { shape: entry.shape, values }, size: count * size };
}

export function weightOf(weights: Weights, name: string): Weight {
  const weight = weights.get(name);
  if (!weight) throw new Error(`The model has no weight named ${name}.`);
  return weight;
}
