import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, ManualClock, seededRandom } from '../../kernel/index.ts';
import { calibrateFaces, type FaceCalibrationOptions, peopleToPromise } from './calibrate.ts';
import type { FaceEngine } from './reading.ts';
import { remainingToReenrol } from './reenrolment.ts';
import { frontal, perfectQuality, somewhere } from './template.fixture.ts';
import { toUnit } from './template.ts';
import { DEFAULT_FACE_THRESHOLDS, thresholdFor, thresholdsOf } from './thresholds.ts';
import { formatThresholds, loadThresholds, parseThresholds } from './thresholds-file.ts';

const PEOPLE = 30;
const PICTURES = 3;
const MODEL = { name: 'colours', sha256: 'c'.repeat(64), dims: 16 };

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-calibrate-'));
  for (let person = 0; person < PEOPLE; person++) {
    const own = join(folder, 'people', String(person).padStart(3, '0'));
    mkdirSync(own, { recursive: true });
    for (let picture = 0; picture < PICTURES; picture++) {
      const data = Buffer.alloc(16 * 16 * 3, Buffer.from([person, picture, 0]));
      const raw = { width: 16, height: 16, channels: 3 } as const;
      writeFileSync(join(own, `${picture}.png`), await sharp(data, { raw }).png().toBuffer());
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each person is a direction of their own, each picture a little beside it. */
const engine: FaceEngine = {
  model: MODEL,
  read: async ({ data }) => {
    const random = seededRandom(data[0]!);
    const features = Float32Array.from({ length: MODEL.dims }, () => random.gauss());
    features[data[1]!]! += 0.3;
    const ms = { detect: 0, mesh: 0, describe: 0 };
    const read = { quality: perfectQuality, attitude: frontal, ...somewhere, model: MODEL.sha256 };
    return { outcome: 'ok', ...read, features: toUnit(features), ms };
  },
  close: async () => {},
};

const calibrate = (more: Partial<FaceCalibrationOptions> = {}) =>
  calibrateFaces(join(folder, 'people'), {
    engine,
    clock: new ManualClock(instantOf(0)),
    random: seededRandom(1),
    goals: [{ task: '1:1', fmr: 0.01 }],
    frames: [{ enrolFrames: 1, probeFrames: 1 }],
    calibratedOn: 'made-up colours',
    replicates: 40,
    ...more,
  });

describe('calibration', () => {
  it('finds a threshold that keeps the rate it promises, and says from what', async () => {
    const { thresholds, refused, people, pictures, fta } = await calibrate();
    expect([refused, people, pictures, fta]).toEqual([[], PEOPLE, PEOPLE * PICTURES, 0]);
    const [{ threshold, fnmr } = { threshold: undefined, fnmr: 1 }] = thresholds;
    expect(threshold).toMatchObject({
      id: 'own-1:1-1+1-fmr-0.01',
      engine: 'colours',
      modelSha: MODEL.sha256,
      fmr: 0.01,
      people: PEOPLE,
      comparisons: PEOPLE * 2 * (PEOPLE - 1),
    });
    expect(threshold?.rate).toBeLessThanOrEqual(0.01);
    expect(threshold?.interval?.[1]).toBeGreaterThan(threshold?.rate ?? 1);
    expect(fnmr).toBeLessThan(0.1);
  });

  it('promises more for a search than for a comparison at the same rate', async () => {
    const goals = [{ task: '1:1', fmr: 0.1 } as const, { task: '1:N', fpir: 0.1, n: 25 } as const];
    const [one, many] = (await calibrate({ goals })).thresholds;
    expect(many?.threshold).toMatchObject({ task: '1:N', nMax: 25, fpir: 0.1, comparisons: PEOPLE * 2 });
    expect(many?.threshold.value).toBeGreaterThan(one?.threshold.value ?? 1);
  });

  it('refuses what so few people cannot support, and says how many could', async () => {
    const goals = [
      { task: '1:1', fmr: 1e-3 } as const,
      { task: '1:N', fpir: 0.1, n: PEOPLE } as const,
      { task: '1:N', fpir: 0.1, n: PEOPLE - 1 } as const,
    ];
    const { refused, thresholds } = await calibrate({ goals });
    expect(refused.map(({ people, peopleNeeded }) => [people, peopleNeeded])).toEqual([
      [PEOPLE, 78],
      [PEOPLE, PEOPLE + 1],
    ]);
    expect(thresholds).toHaveLength(1);
  });

  it('knows the rule of three: 78 people have 3,003 pairs, 77 have 2,926', () => {
    expect(peopleToPromise({ task: '1:1', fmr: 1e-3 })).toBe(78);
    expect(peopleToPromise({ task: '1:N', fpir: 1e-2, n: 100 })).toBe(300);
    expect(peopleToPromise({ task: '1:N', fpir: 1e-2, n: 300 })).toBe(301);
  });

  it('leaves out who has too few pictures, and promises nothing when it is broken off', async () => {
    const { refused } = await calibrate({ frames: [{ enrolFrames: 3, probeFrames: 1 }] });
    expect(refused[0]).toMatchObject({ people: 0, goal: { enrolFrames: 3, probeFrames: 1 } });
    const { interrupted, thresholds } = await calibrate({ signal: AbortSignal.abort() });
    expect([interrupted, thresholds]).toEqual([true, []]);
  });

  it.each([0, 1, Number.NaN])('refuses a rate of %d', async (fmr) => {
    await expect(calibrate({ goals: [{ task: '1:1', fmr }] })).rejects.toThrow(/rate/);
  });
});

describe('the file of thresholds', () => {
  const written = async () =>
    formatThresholds(
      MODEL,
      (await calibrate()).thresholds.map((row) => row.threshold),
    );

  it('is read as it was written, for the model that was calibrated', async () => {
    const path = join(folder, 'thresholds.json');
    writeFileSync(path, await written());
    const rows = await loadThresholds(path, MODEL);
    expect(rows).toEqual((await calibrate()).thresholds.map(({ threshold }) => threshold));
    const other = { ...MODEL, sha256: 'd'.repeat(64) };
    await expect(loadThresholds(path, other)).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
    await expect(loadThresholds(`${path}.none`, MODEL)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each<[string, string, string]>([
    ['"fmr": 0.01', '"fmr": 0.001', 'thresholds.0.fmr'],
    ['"people": 30', '"people": 10', 'thresholds.0.fmr'],
    ['"task": "1:1"', '"task": "1:N"', 'thresholds.0'],
    ['"modelSha": "c', '"modelSha": "C', 'modelSha'],
    ['"value": ', '"value": 7', 'thresholds.0.value'],
    ['"form"', '"from"', 'form'],
  ])('with %s made %s is refused by name', async (from, to, field) => {
    const changed = (await written()).replace(from, to);
    expect(() => parseThresholds(changed, 'file')).toThrow(`file: ${field}`);
  });

  it('is refused when it is no JSON or has an id twice', async () => {
    expect(() => parseThresholds('{', 'file')).toThrow(/not JSON/);
    const rows = (await calibrate()).thresholds.map(({ threshold }) => threshold);
    expect(() => parseThresholds(formatThresholds(MODEL, [...rows, ...rows]), 'file')).toThrow(/twice/);
  });
});

describe('the thresholds of an engine', () => {
  const bundled = { name: 'dlib-resnet-128', sha256: 'a'.repeat(64), dims: 128 };

  it('are the default rows for the bundled model, and none for another until it is calibrated', () => {
    expect(thresholdsOf(bundled)).toBe(DEFAULT_FACE_THRESHOLDS);
    expect(() => thresholdsOf(MODEL)).toThrow(/kouan face calibrate/);
  });

  it('are not applied to more frames than were calibrated', () => {
    const single = DEFAULT_FACE_THRESHOLDS.filter(({ id }) => id === 'face-1:1-1+1');
    expect(thresholdFor(single, { task: '1:1', enrolFrames: 1, probeFrames: 1 })).toBeDefined();
    expect(thresholdFor(single, { task: '1:1', enrolFrames: 3, probeFrames: 2 })).toBeUndefined();
  });
});

describe('after a change of model', () => {
  it('counts people who have no template of the new one, each once', () => {
    const templates = [
      { person: 'a', model: 'old' },
      { person: 'a', model: 'new' },
      { person: 'b', model: 'old' },
      { person: 'b', model: 'older' },
      { person: 'c', model: 'new' },
      { person: 'c', model: 'old' },
    ];
    expect(remainingToReenrol(templates, { sha256: 'new' })).toEqual({ current: 2, remaining: 1 });
    expect(remainingToReenrol([], { sha256: 'new' })).toEqual({ current: 0, remaining: 0 });
  });
});
