import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import { chachaBlock } from './key-stream.ts';
import { portRotation } from './rotation.ts';

const keyOf = (seed: number) => {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: 32 }, () => random.int(0, 255));
};

/** Faces with what all have in common, as real descriptors do: their cosines lie near 0.8. */
function faces(count: number, dims: number, seed: number): Float32Array[] {
  const random = seededRandom(seed);
  const common = Float32Array.from({ length: dims }, () => random.gauss() * 2);
  return Array.from({ length: count }, () => common.map((value) => value + random.gauss()));
}

const recapture = (face: Float32Array, seed: number) => {
  const random = seededRandom(seed);
  return face.map((value) => value + random.gauss() * 0.2);
};

function cosine(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** How often a mated pair scores above a non-mated one: 0.5 is chance, 1 is certainty. */
function separation(mated: readonly number[], nonMated: readonly number[]): number {
  const wins = mated.flatMap((m) => nonMated.map((n) => (m > n ? 1 : m === n ? 0.5 : 0) as number));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function crossMatch(
  one: (f: Float32Array) => Float32Array,
  other: (f: Float32Array) => Float32Array,
): number {
  const people = faces(60, 128, 1);
  const [here, there] = [people.map(one), people.map((face, i) => other(recapture(face, i)))];
  const pairs = here.flatMap((a, i) => there.map((b, j) => ({ mated: i === j, score: cosine(a, b) })));
  const scores = (mated: boolean) => pairs.filter((pair) => pair.mated === mated).map(({ score }) => score);
  return separation(scores(true), scores(false));
}

describe('the rotation of a port', () => {
  it.each([128, 144, 512, 720, 1024])('keeps cosines to 1e-5 at %i dimensions', (dims) => {
    const rotate = portRotation(keyOf(1), dims);
    const [first, ...others] = faces(20, dims, dims);
    for (const other of others) {
      expect(Math.abs(cosine(rotate(first!), rotate(other)) - cosine(first!, other))).toBeLessThan(1e-5);
    }
  });

  it('is the same for the same key, and leaves what it was given as it was', () => {
    const [face] = faces(1, 128, 4);
    const before = face!.slice();
    expect(portRotation(keyOf(2), 128)(face!)).toEqual(portRotation(keyOf(2), 128)(face!));
    expect(face).toEqual(before);
  });

  it('matches across two ports no better than chance, and within one port with certainty', () => {
    const [port, other] = [portRotation(keyOf(1), 128), portRotation(keyOf(2), 128)];
    expect(crossMatch(port, port)).toBeGreaterThan(0.99);
    const chance = crossMatch(port, other);
    expect(chance).toBeGreaterThan(0.42);
    expect(chance).toBeLessThan(0.58);
  });

  it('takes one flipped bit of the key for another port', () => {
    const key = keyOf(1);
    const flipped = key.with(31, key[31]! ^ 1);
    expect(crossMatch(portRotation(key, 128), portRotation(flipped, 128))).toBeLessThan(0.58);
  });

  it.each([128, 144])('spreads one value over all others at %i dimensions', (dims) => {
    const single = new Float32Array(dims);
    single[0] = 1;
    const rotated = portRotation(keyOf(3), dims)(single);
    expect(Math.max(...rotated.map(Math.abs))).toBeLessThan(0.5);
  });

  it('refuses a key that is too short, and features of another size', () => {
    const invalid = expect.objectContaining({ code: 'FIELD_INVALID' });
    expect(() => portRotation(new Uint8Array(31), 128)).toThrow(invalid);
    expect(() => portRotation(keyOf(1), 128)(new Float32Array(127))).toThrow(invalid);
  });
});

it('draws its words as RFC 8439 section 2.3.2 has them', () => {
  const words = (hex: string) => Uint32Array.from(hex.split(' '), (word) => Number.parseInt(word, 16));
  const key = '03020100 07060504 0b0a0908 0f0e0d0c 13121110 17161514 1b1a1918 1f1e1d1c';
  const input = words(`61707865 3320646e 79622d32 6b206574 ${key} 00000001 09000000 4a000000 00000000`);
  expect(chachaBlock(input)).toEqual(
    words(
      'e4e7f110 15593bd1 1fdd0f50 c47120a3 c7f4d1c7 0368c033 9aaa2204 4e6cd4c3 466482d2 09aa9f07 05d7c214 a2028bd9 d19c12b5 b94e16de e883d0cb 4e3c50a2',
    ),
  );
});
