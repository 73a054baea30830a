/** Quality on pictures whose truth is known: synthetic people, rendered so or changed by a known amount. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModels } from '../../../tools/models/build.ts';
import { type Frame, systemClock } from '../../kernel/index.ts';
import { decodeImage } from '../imaging/decode.ts';
import { type Challenge, judgeChallenge } from './challenge.ts';
import { openFaceEngine } from './engine.ts';
import type { FaceEngine, FaceReading } from './reading.ts';

const PEOPLE = ['p01', 'p02', 'p08'];

type Judged = Extract<FaceReading, { outcome: 'ok' | 'poor' }>;

let modelsDir = '';
let engine: FaceEngine;
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'kouan-truth-'));
  buildModels(modelsDir);
  engine = await openFaceEngine({ modelsDir, clock: systemClock });
});
afterAll(async () => {
  await engine.close();
  rmSync(modelsDir, { recursive: true, force: true });
});

const picture = (person: string, view: string): Promise<Frame> =>
  decodeImage(readFileSync(new URL(`../../../assets/people/${person}/face-${view}.webp`, import.meta.url)));

type Change = (frame: Frame) => Promise<Frame> | Frame;

async function judge(person: string, view: string, change: Change = (frame) => frame): Promise<Judged> {
  const reading = await engine.read(await change(await picture(person, view)), 'enrol');
  if (!('quality' in reading)) throw new Error(`${person} ${view}: ${reading.outcome}`);
  return reading;
}

/** The component of each person's picture, changed step by step: the truth falls, so must the measure. */
async function steps(component: keyof Judged['quality'], changes: readonly Change[]): Promise<number[][]> {
  const rows: number[][] = [];
  for (const person of PEOPLE) {
    const row: number[] = [];
    for (const change of changes) row.push((await judge(person, 'enrol-1', change)).quality[component]);
    rows.push(row);
  }
  return rows;
}

const isFalling = (row: readonly number[]): boolean =>
  row.every((value, i) => i === 0 || value <= row[i - 1]!);

function throughSharp(work: (image: Sharp) => Sharp): Change {
  return async ({ width, height, data }) => {
    const image = sharp(data, { raw: { width, height, channels: 3 } });
    const { data: changed, info } = await work(image).raw().toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: new Uint8Array(changed) };
  };
}

const asIs: Change = (frame) => frame;
const blurred = (sigma: number) => throughSharp((image) => image.blur(sigma));
const shrunk = (share: number) => throughSharp((image) => image.resize(Math.round(360 * share)));
const rotated = (degrees: number) =>
  throughSharp((image) => image.rotate(degrees, { background: '#808080' }));
const lit =
  (gain: number): Change =>
  ({ width, height, data }) => ({
    width,
    height,
    data: data.map((value) => Math.min(255, gain * value)),
  });

describe('quality on pictures of known truth', () => {
  it('sharpness falls with blur, and a blur of 3 pixels is refused', async () => {
    const rows = await steps('sharpness', [asIs, blurred(1), blurred(2), blurred(3), blurred(4)]);
    for (const row of rows) {
      expect(isFalling(row)).toBe(true);
      expect(row[0]).toBe(100);
      expect(row.at(-1)).toBeLessThan(20);
    }
  });

  it('the distance of the eyes falls with the size of the picture, in proportion', async () => {
    const rows = await steps('interEyeDistance', [asIs, shrunk(0.7), shrunk(0.5), shrunk(0.25)]);
    for (const row of rows) {
      expect(isFalling(row)).toBe(true);
      // The ramp is straight from 15 to 90 pixels, so that pixels can be read back from it.
      const [full = 0, half = 0] = [row[0], row[2]].map((value) => 15 + 0.75 * (value ?? 0));
      expect(half / full).toBeGreaterThan(0.47);
      expect(half / full).toBeLessThan(0.53);
    }
  });

  it('under-exposure prevention falls with the light, and a sixth of it is refused', async () => {
    for (const row of await steps('underExposurePrevention', [asIs, lit(0.4), lit(0.25), lit(0.15)])) {
      expect(isFalling(row)).toBe(true);
      expect(row.at(-1)).toBe(0);
    }
  });

  it('over-exposure prevention falls when the light burns out, of all but the darkest skin', async () => {
    const rows = await steps('overExposurePrevention', [asIs, lit(1.5), lit(2.6)]);
    for (const row of rows) expect(isFalling(row)).toBe(true);
    expect(rows.filter((row) => row.at(-1) === 0).length).toBeGreaterThanOrEqual(2);
  });

  it('head roll is found to within 3 degrees', async () => {
    for (const row of await steps('headPoseRoll', [rotated(20), rotated(30)])) {
      const angles = row.map((value) => (Math.acos(Math.sqrt(value / 100)) * 180) / Math.PI);
      expect(Math.abs((angles[0] ?? 0) - 20)).toBeLessThan(3);
      expect(Math.abs((angles[1] ?? 0) - 30)).toBeLessThan(3);
    }
  });

  it('a head turned by 41 degrees to its own left is seen so, within 11 degrees', async () => {
    for (const person of PEOPLE) {
      const { attitude, guidance } = { guidance: [], ...(await judge(person, 'away')) };
      expect(Math.abs(attitude.yawDeg - 41)).toBeLessThan(11);
      expect(guidance).toContain('look-straight');
    }
  });

  it('a blink is told from eyes that stay open', async () => {
    for (const person of PEOPLE) {
      const [open, closed, again] = [
        await judge(person, 'lane-1'),
        await judge(person, 'eyes-closed'),
        await judge(person, 'lane-2'),
      ].map(({ attitude }) => attitude);
      const of = (challenge: Challenge, ...shown: (typeof open)[]) =>
        judgeChallenge(
          challenge,
          shown.flatMap((one) => one ?? []),
        );
      expect(of('blink', open, closed, again)).toBe('done');
      expect(of('blink', open, again, open)).toBe('not-done');
      expect(of('turn-left', open, again, open)).toBe('not-done');
    }
  });
});
