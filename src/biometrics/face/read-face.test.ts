import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModels } from '../../../tools/models/build.ts';
import { type Frame, systemClock } from '../../kernel/index.ts';
import { decodeImage } from '../imaging/decode.ts';
import { openBundledPad, openFaceEngine, openFaceWorker } from './engine.ts';
import type { FaceEngine, FacePurpose, FaceReading } from './reading.ts';
import { fuseReadings, type GoodReading, similarity, verifyFace } from './template.ts';
import { DEFAULT_FACE_THRESHOLDS } from './thresholds.ts';

const WIDTH = 960;
const HEIGHT = 540;
/** What transparent parts of a picture are laid on. */
const BACKGROUND = 128;

/** Synthetic people, 360 x 432 pixels. */
const picture = (name: string): Promise<Frame> =>
  decodeImage(readFileSync(new URL(`../../../assets/people/${name}.webp`, import.meta.url)));

interface Placed {
  readonly portrait: Frame;
  /** Left edge in the frame. */
  readonly left: number;
  /** Every how many pixels are taken: 2 is half as large. */
  readonly step?: number;
}

/** A hall with people in it; the whole light dimmed or raised by `gain`. */
function scene(people: readonly Placed[], gain = 1): Frame {
  const frame = new Uint8Array(WIDTH * HEIGHT * 3).fill(BACKGROUND);
  for (const { portrait, left, step = 1 } of people) {
    const { width, height, data } = portrait;
    for (let y = 0; y < height / step; y++) {
      for (let x = 0; x < width / step; x++) {
        if (x + left < 0 || x + left >= WIDTH) continue;
        const from = (y * step * width + x * step) * 3;
        frame.set(data.subarray(from, from + 3), ((y + 80) * WIDTH + x + left) * 3);
      }
    }
  }
  return { width: WIDTH, height: HEIGHT, data: frame.map((value) => Math.min(255, gain * value)) };
}

let modelsDir = '';
let engine: FaceEngine;
let first: Frame;
let firstAgain: Frame;
let second: Frame;
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'kouan-read-'));
  buildModels(modelsDir);
  engine = await openFaceEngine({ modelsDir, clock: systemClock });
  first = await picture('p01/face-enrol-1');
  firstAgain = await picture('p01/face-lane-2');
  second = await picture('p02/face-enrol-1');
});
afterAll(async () => {
  await engine.close();
  rmSync(modelsDir, { recursive: true, force: true });
});

const middle = (WIDTH - 360) / 2;
const read = (people: readonly Placed[], gain = 1, purpose: FacePurpose = 'enrol'): Promise<FaceReading> =>
  engine.read(scene(people, gain), purpose);

async function good(shown: Frame): Promise<GoodReading> {
  const reading = await read([{ portrait: shown, left: middle }]);
  if (reading.outcome !== 'ok')
    throw new Error(`The reading is ${reading.outcome}: ${reading.guidance.join(', ')}`);
  return reading;
}

describe('reading a face', () => {
  it('gives features of unit length, the box, the quality and the time of each step', async () => {
    const reading = await good(first);
    expect(reading.features).toHaveLength(128);
    expect(Math.hypot(...reading.features)).toBeCloseTo(1, 4);
    expect(reading.model).toBe(engine.model.sha256);
    expect(reading.box.x + reading.box.width / 2).toBeGreaterThan(WIDTH / 2 - 50);
    expect(reading.box.x + reading.box.width / 2).toBeLessThan(WIDTH / 2 + 50);
    expect(reading.quality.overall).toBeGreaterThan(40);
    for (const ms of Object.values(reading.ms)) expect(ms).toBeGreaterThan(0);
  });

  it('is the same each time, here and on a thread of its own', async () => {
    const frame = scene([{ portrait: first, left: middle }]);
    const worker = await openFaceWorker({ modelsDir, clock: systemClock });
    const [here, there] = [await engine.read(frame, 'enrol'), await worker.read(frame, 'enrol')];
    await worker.close();
    expect(there).toEqual({ ...here, ms: there.ms });
  });

  it('is alike for two views of one person and less so for two people', async () => {
    const [one, same, other] = [await good(first), await good(firstAgain), await good(second)].map(
      (reading) => fuseReadings([reading]),
    );
    expect(similarity(one!, same!)).toBeGreaterThan(similarity(one!, other!) + 0.02);
  });

  it('separates synthetic people by the thresholds of a lane: three enrolled pictures, two as probe', async () => {
    const fused = async (person: string, ...views: string[]) =>
      fuseReadings(
        await Promise.all(views.map(async (view) => good(await picture(`${person}/face-${view}`)))),
      );
    const enrolled = await fused('p01', 'enrol-1', 'enrol-2', 'enrol-3');
    const same = await fused('p01', 'lane-1', 'lane-2');
    const other = await fused('p02', 'lane-1', 'lane-2');
    const rows = DEFAULT_FACE_THRESHOLDS.filter(
      ({ enrolFrames, probeFrames }) => enrolFrames === 3 && probeFrames === 2,
    );
    expect(rows).toHaveLength(3);
    for (const { value } of rows) {
      expect(similarity(same, enrolled)).toBeGreaterThan(value + 0.02);
      expect(similarity(other, enrolled)).toBeLessThan(value);
    }
    expect(verifyFace(same, enrolled, DEFAULT_FACE_THRESHOLDS).outcome).toBe('match');
    expect(verifyFace(other, enrolled, DEFAULT_FACE_THRESHOLDS).outcome).toBe('no-match');
  });

  it('asks for one face only when two people stand alike', async () => {
    const both = [
      { portrait: first, left: 80 },
      { portrait: second, left: 520 },
    ];
    const reading = await read(both);
    expect(reading).toMatchObject({ outcome: 'several-faces', count: 2, guidance: ['one-face-only'] });
    // A collection of pictures is measured by whoever is most prominent.
    expect((await read(both, 1, 'evaluate')).outcome).toBe('ok');
  });

  it('is not disturbed by a passer-by far behind', async () => {
    const reading = await read([
      { portrait: first, left: middle },
      { portrait: second, left: 40, step: 4 },
    ]);
    expect(reading.outcome).toBe('ok');
  });

  it('guides: to the middle, closer, into the light, straight ahead', async () => {
    const guidance = async (people: readonly Placed[], gain = 1) => {
      const reading = await read(people, gain);
      return reading.outcome === 'ok' ? [] : reading.guidance;
    };
    expect(await guidance([{ portrait: first, left: -92 }])).toContain('move-left');
    expect(await guidance([{ portrait: first, left: WIDTH - 268 }])).toContain('move-right');
    expect(await guidance([{ portrait: first, left: middle + 135, step: 4 }])).toContain('closer');
    expect(await guidance([{ portrait: first, left: middle }], 0.15)).toContain('more-light');
    expect(await guidance([{ portrait: await picture('p01/face-away'), left: middle }])).toContain(
      'look-straight',
    );
  });
});

describe('the bundled attack detection', () => {
  it('gives a score between 0 and 1, and says that it is only advice', async () => {
    const pad = await openBundledPad(modelsDir);
    const result = await pad.evaluate([scene([{ portrait: first, left: middle }])]);
    expect(result).toMatchObject({ evaluated: true, advisory: true });
    expect(result.evaluated && result.score >= 0 && result.score <= 1).toBe(true);
    await pad.close();
  });
});
