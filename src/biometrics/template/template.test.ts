import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoomError, seededRandom } from '../../kernel/index.ts';
import { crc32 } from './crc32.ts';
import {
  decodeTemplate,
  encodeTemplate,
  type StoredFinger,
  searchForm,
  storedFace,
  templateAad,
  workingFace,
} from './index.ts';

const model = 'ab'.repeat(32);

function unitVector(dims: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: dims }, () => random.gauss());
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

const face = (dims = 128, seed = 1) =>
  storedFace({ model, dims, frames: 3, features: unitVector(dims, seed) });
const finger: StoredFinger = {
  kind: 'finger',
  extractor: 'kouan-finger/1',
  frames: 2,
  position: 2,
  body: Uint8Array.of(1, 2, 3),
};

/** The only two ways in which reading may end. */
function reads(bytes: Uint8Array): boolean {
  try {
    // What is accepted has only this one form.
    expect(Buffer.compare(encodeTemplate(decodeTemplate(bytes)), bytes)).toBe(0);
    return true;
  } catch (error) {
    if (!isRoomError(error) || error.code !== 'TEMPLATE_INVALID') throw error;
    return false;
  }
}

/** At its quickest of three, for a test may be put to sleep by the machine at any moment. */
function milliseconds(call: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Reads, and again with the clock when that took long. */
function readsInTime(bytes: Uint8Array): void {
  const start = performance.now();
  reads(bytes);
  if (performance.now() - start > 100) expect(milliseconds(() => void reads(bytes))).toBeLessThan(100);
}

/** Mends the checksum, so that what lies behind it is reached. */
function resealed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (bytes.length >= 4) view.setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)), true);
  return bytes;
}

describe('the stored form', () => {
  it('gives back a face to the last bit', () => {
    const features = unitVector(512, 7);
    const bytes = encodeTemplate(storedFace({ model, dims: 512, frames: 3, features }));
    const stored = decodeTemplate(bytes);
    bytes.fill(0);
    expect(stored.kind === 'face' && workingFace(stored)).toEqual({ model, dims: 512, frames: 3, features });
  });

  it('gives back any finger', () => {
    const extractor = fc.stringMatching(/^[!-~]{1,64}$/);
    const body = fc.uint8Array({ minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(
        extractor,
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom(1, 5, 10),
        body,
        (name, frames, position, bytes) => {
          const stored = { ...finger, extractor: name, frames, position: position as 1, body: bytes };
          expect(decodeTemplate(encodeTemplate(stored))).toEqual(stored);
        },
      ),
    );
  });

  it('refuses every single flipped bit', () => {
    const bytes = encodeTemplate(finger);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(reads(flipped)).toBe(false);
    }
    expect(reads(bytes)).toBe(true);
  });

  it('answers arbitrary bytes with TEMPLATE_INVALID or a template, 20,000 times', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => readsInTime(bytes)),
      { numRuns: 10_000 },
    );
    const change = fc.tuple(fc.nat({ max: 700 }), fc.integer({ min: 0, max: 255 }));
    const originals = [encodeTemplate(face()), encodeTemplate(finger)];
    const edits = fc.tuple(
      fc.constantFrom(...originals),
      fc.array(change, { maxLength: 4 }),
      fc.nat({ max: 3 }),
    );
    fc.assert(
      fc.property(edits, ([original, changes, cut]) => {
        const bytes = original.slice(0, original.length - cut);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        readsInTime(resealed(bytes));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['frames', { ...finger, frames: 0 }],
    ['frames', { ...finger, frames: 256 }],
    ['extractor', { ...finger, extractor: '' }],
    ['extractor', { ...finger, extractor: 'x'.repeat(65) }],
    ['position', { ...finger, position: 11 as 1 }],
    ['body', { ...finger, body: new Uint8Array(0) }],
    ['body', { ...finger, body: new Uint8Array(65_537) }],
    ['modelSha256', { ...face(), modelSha256: 'AB'.repeat(32) }],
    ['dims', { ...face(), dims: 0 }],
    ['body', { ...face(), dims: 127 }],
    ['body', { ...face(), body: new Uint8Array(512) }],
    ['body', { ...face(), body: new Uint8Array(512).fill(255) }],
  ])('does not write a template whose %s is out of range', (field, template) => {
    expect(() => encodeTemplate(template)).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_INVALID', facts: expect.objectContaining({ field }) }),
    );
  });

  it('says nothing of the values when it refuses them', () => {
    const features = unitVector(128, 3).map((value) => value * 2);
    expect(() => storedFace({ model, dims: 128, frames: 1, features })).toThrow(
      /should be of unit length\.$/,
    );
  });
});

describe('associated data', () => {
  const binding = { person: 'T-1', purpose: 'border-inspection', modality: 'face', model };

  it('is canonical, and differs with each of its fields', () => {
    const text = new TextDecoder().decode(templateAad(binding));
    expect(text).toBe(`{"modality":"face","model":"${model}","person":"T-1","purpose":"border-inspection"}`);
    for (const field of ['person', 'purpose', 'modality', 'model']) {
      expect(new TextDecoder().decode(templateAad({ ...binding, [field]: 'other' }))).not.toBe(text);
    }
  });

  it('does not bind to an empty field', () => {
    expect(() => templateAad({ ...binding, person: '' })).toThrow(
      expect.objectContaining({ code: 'FIELD_INVALID' }),
    );
  });
});

describe('the search form', () => {
  const same = (features: Float32Array) => features.slice();

  it('keeps the cosine of two vectors to 0.005', () => {
    const [a, b] = [unitVector(128, 1), unitVector(128, 2)];
    const near = a.map((value, i) => 0.9 * value + 0.3 * b[i]!);
    const cosine = (x: ArrayLike<number>, y: ArrayLike<number>) => {
      let [xy, xx, yy] = [0, 0, 0];
      for (let i = 0; i < x.length; i++) {
        xy += x[i]! * y[i]!;
        xx += x[i]! ** 2;
        yy += y[i]! ** 2;
      }
      return xy / Math.sqrt(xx * yy);
    };
    const difference = cosine(searchForm(a, same), searchForm(near, same)) - cosine(a, near);
    expect(Math.abs(difference)).toBeLessThan(0.005);
  });

  it('uses the whole range, and never -128', () => {
    const search = searchForm(unitVector(128, 4), same);
    expect(Math.max(...search.map(Math.abs))).toBe(127);
    expect(search).not.toContain(-128);
  });

  it.each([
    [new Float32Array(128)],
    [new Float32Array(128).fill(Number.NaN)],
    [new Float32Array(128).fill(Infinity)],
  ])('refuses features without a direction', (features) => {
    expect(() => searchForm(features, same)).toThrow(expect.objectContaining({ code: 'TEMPLATE_INVALID' }));
  });
});
