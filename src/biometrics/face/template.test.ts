import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../kernel/index.ts';
import { frontal, perfectQuality, somewhere } from './template.fixture.ts';
import {
  cosine,
  type FaceTemplate,
  fuseReadings,
  type GoodReading,
  quantise,
  similarity,
  toUnit,
  verifyFace,
} from './template.ts';
import { DEFAULT_FACE_THRESHOLDS, thresholdFor } from './thresholds.ts';

const reading = (features: readonly number[], overall = 100, model = 'a'.repeat(64)): GoodReading => ({
  outcome: 'ok',
  quality: { ...perfectQuality, overall },
  attitude: frontal,
  ...somewhere,
  model,
  features: toUnit(Float32Array.from(features)),
  ms: { detect: 0, mesh: 0, describe: 0 },
});

const template = (features: readonly number[], frames = 1): FaceTemplate => ({
  ...fuseReadings([reading(features)]),
  frames,
});

/** Two directions whose cosine is as wanted. */
const apart = (wanted: number): [number[], number[]] => [
  [1, 0, 0],
  [wanted, Math.sqrt(1 - wanted ** 2), 0],
];

describe('fusing readings', () => {
  it('gives a template of unit length that counts its frames and is bound to the model', () => {
    const fused = fuseReadings([reading([1, 0, 0]), reading([0, 1, 0]), reading([0, 1, 0])]);
    expect([fused.frames, fused.dims, fused.model]).toEqual([3, 3, 'a'.repeat(64)]);
    expect(cosine(fused.features, fused.features)).toBeCloseTo(1, 6);
    expect(fused.features[1]! / fused.features[0]!).toBeCloseTo(2, 5);
  });

  it('weighs by quality, but leaves even the poorest reading some weight', () => {
    const fused = fuseReadings([reading([1, 0], 90), reading([0, 1], 30)]);
    expect(fused.features[0]! / fused.features[1]!).toBeCloseTo(3, 5);
    expect(fuseReadings([reading([1, 0], 0)]).features[0]).toBe(1);
  });

  it('refuses none, too many, and readings of two models', () => {
    expect(() => fuseReadings([])).toThrow(/readings/);
    expect(fuseReadings(new Array(32).fill(reading([1, 0]))).frames).toBe(32);
    expect(() => fuseReadings(new Array(33).fill(reading([1, 0])))).toThrow(/readings/);
    expect(() => fuseReadings([reading([1, 0]), reading([1, 0], 100, 'b'.repeat(64))])).toThrow(
      /enrol the person again/,
    );
  });

  it('refuses readings that cancel each other out', () => {
    expect(() => fuseReadings([reading([1, 0]), reading([-1, 0])])).toThrow(/direction/);
  });
});

describe('comparing one with one', () => {
  it('matches at the threshold and above, and not below', () => {
    const { value } = DEFAULT_FACE_THRESHOLDS.find(({ id }) => id === 'face-1:1-1+1')!;
    const compare = (score: number) => {
      const [a, b] = apart(score);
      return verifyFace(template(a), template(b), DEFAULT_FACE_THRESHOLDS);
    };
    expect(compare(value + 1e-4)).toEqual({ outcome: 'match', threshold: 'face-1:1-1+1' });
    expect(compare(value - 1e-4)).toEqual({ outcome: 'no-match', threshold: 'face-1:1-1+1' });
  });

  it('uses the row for the number of frames', () => {
    const [a, b] = apart(0.94);
    expect(verifyFace(template(a), template(b), DEFAULT_FACE_THRESHOLDS).outcome).toBe('match');
    const fused = verifyFace(template(a, 2), template(b, 3), DEFAULT_FACE_THRESHOLDS);
    expect(fused).toEqual({ outcome: 'no-match', threshold: 'face-1:1-3+2' });
  });

  it('lets no score out', () => {
    const result = verifyFace(template([1, 0]), template([1, 0]), DEFAULT_FACE_THRESHOLDS);
    expect(Object.keys(result).sort()).toEqual(['outcome', 'threshold']);
  });

  it('refuses templates of two models, damaged ones, and a table without 1:1', () => {
    const other = { ...template([1, 0]), model: 'b'.repeat(64) };
    expect(() => similarity(template([1, 0]), other)).toThrow(/different models/);
    const damaged = { ...template([1, 0]), features: Float32Array.from([2, 0]) };
    expect(() => verifyFace(damaged, template([1, 0]), DEFAULT_FACE_THRESHOLDS)).toThrow(/damaged/);
    expect(() => verifyFace(template([1, 0]), template([1, 0]), [])).toThrow(/No threshold/);
  });
});

describe('eight bits a dimension', () => {
  const cosineOf = (p: Int8Array, q: Int8Array) =>
    p.reduce((sum, value, i) => sum + value * q[i]!, 0) / 127 ** 2;

  it('keep the cosine to within .015 for vectors as models give them', () => {
    const random = seededRandom(3);
    for (let i = 0; i < 200; i++) {
      const [a, b] = [0, 1].map(() => template(Array.from({ length: 128 }, () => random.gauss())));
      expect(Math.abs(cosineOf(quantise(a!), quantise(b!)) - similarity(a!, b!))).toBeLessThan(0.015);
    }
  });

  it('keep it to within .06 at the worst, when all numbers round the same way', () => {
    const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 128, maxLength: 128 });
    const usable = vector.filter((values) => Math.hypot(...values) > 0.1);
    fc.assert(
      fc.property(usable, usable, (a, b) => {
        const [one, other] = [template(a), template(b)];
        expect(Math.abs(cosineOf(quantise(one), quantise(other)) - similarity(one, other))).toBeLessThan(
          0.06,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('span −127 to 127', () => {
    expect([...quantise(template([1, 0]))]).toEqual([127, 0]);
    expect([...quantise(template([0, -1]))]).toEqual([0, -127]);
  });
});

describe('the threshold for a comparison', () => {
  const rows = DEFAULT_FACE_THRESHOLDS;
  const search = (galleryCount: number, enrolFrames = 3, probeFrames = 2) =>
    thresholdFor(rows, { task: '1:N', enrolFrames, probeFrames, galleryCount })?.id;

  it('is that of the smallest gallery that is large enough', () => {
    expect([1, 100, 101, 200].map((n) => search(n))).toEqual([
      'face-1:N-3+2-100',
      'face-1:N-3+2-100',
      'face-1:N-3+2-200',
      'face-1:N-3+2-200',
    ]);
  });

  it('is none beyond the largest gallery that was calibrated: nothing is guessed', () => {
    expect(search(201)).toBeUndefined();
  });

  it('is the strictest for frames that were not calibrated', () => {
    expect(search(50, 3, 1)).toBe('face-1:N-3+2-100');
    expect(thresholdFor(rows, { task: '1:1', enrolFrames: 2, probeFrames: 7 })?.id).toBe('face-1:1-3+2');
  });

  it('is only one of the same model where the row names a model', () => {
    const bound = rows.map((row) => ({ ...row, modelSha: 'x' }));
    const wanted = { task: '1:1', enrolFrames: 1, probeFrames: 1 } as const;
    expect(thresholdFor(bound, { ...wanted, modelSha: 'x' })?.id).toBe('face-1:1-1+1');
    expect(thresholdFor(bound, { ...wanted, modelSha: 'y' })).toBeUndefined();
  });

  it('rows state what they promise, once each', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.task === '1:1' ? row.fmr : row.fpir && row.nMax).toBeGreaterThan(0);
      expect(row.value).toBeGreaterThan(0.9);
      expect(row.value).toBeLessThan(1);
    }
  });
});
