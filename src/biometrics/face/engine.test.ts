import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModels } from '../../../tools/models/build.ts';
import { type Frame, seededRandom, systemClock } from '../../kernel/index.ts';
import { openBundledPad, openFaceEngine, openFaceWorker } from './engine.ts';
import type { FaceEngine } from './reading.ts';
import { INPUT_SIDE, squareYunet } from './square-detectors.fixture.ts';

let modelsDir = '';
let engine: FaceEngine;
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'kouan-face-'));
  buildModels(modelsDir);
  engine = await openFaceEngine({ modelsDir, clock: systemClock });
});
afterAll(async () => {
  await engine.close();
  rmSync(modelsDir, { recursive: true, force: true });
});

const filled = (width: number, height: number, value: (i: number) => number): Frame => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) => value(i)),
});

describe('the face engine', () => {
  it('names its model by the hash of its file', () => {
    expect(engine.model).toMatchObject({ name: 'dlib-resnet-128', dims: 128 });
    expect(engine.model.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('finds no face where there is none: grey, noise, a gradient, the smallest frame', async () => {
    const random = seededRandom(4);
    const frames = [
      filled(320, 240, () => 128),
      filled(320, 240, () => random.int(0, 255)),
      filled(200, 300, (i) => (i / 600) % 256),
      filled(16, 16, (i) => i % 200),
    ];
    for (const frame of frames) {
      expect(await engine.read(frame, 'probe')).toMatchObject({ outcome: 'no-face', guidance: ['no-face'] });
    }
  });

  it('refuses frames that are too small or do not hold their pixels', async () => {
    await expect(
      engine.read(
        filled(15, 16, () => 0),
        'probe',
      ),
    ).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    const short = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 3 - 1) };
    await expect(engine.read(short, 'probe')).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  });

  it('does the same on a thread of its own', async () => {
    const worker = await openFaceWorker({ modelsDir, clock: systemClock });
    expect(worker.model).toEqual(engine.model);
    expect(
      (
        await worker.read(
          filled(320, 240, () => 90),
          'probe',
        )
      ).outcome,
    ).toBe('no-face');
    await expect(
      worker.read(
        filled(4, 4, () => 0),
        'probe',
      ),
    ).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
    await worker.close();
  });

  it('does not open without models, or with a file that was changed', async () => {
    const absent = { modelsDir: join(modelsDir, 'none'), clock: systemClock };
    await expect(openFaceEngine(absent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(openFaceWorker(absent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = mkdtempSync(join(tmpdir(), 'kouan-face-'));
    cpSync(modelsDir, other, { recursive: true });
    writeFileSync(join(other, 'blazeface.onnx'), 'changed');
    await expect(openFaceEngine({ modelsDir: other, clock: systemClock })).rejects.toMatchObject({
      code: 'MODEL_MISMATCH',
    });
    rmSync(other, { recursive: true, force: true });
  });
});

describe('a detector of an operator', () => {
  it('takes the place of the bundled one, here and on a thread of its own', async () => {
    const detector = join(modelsDir, 'none.json');
    const here = openFaceEngine({ modelsDir, detector, clock: systemClock });
    await expect(here).rejects.toMatchObject({ code: 'NOT_FOUND', facts: { value: detector } });
    const there = openFaceWorker({ modelsDir, detector, clock: systemClock });
    await expect(there).rejects.toThrow(/none\.json/);
    const onnx = squareYunet();
    writeFileSync(join(modelsDir, 'square.onnx'), onnx);
    const description = {
      name: 'square-yunet',
      decoder: 'yunet',
      path: 'square.onnx',
      sha256: createHash('sha256').update(onnx).digest('hex'),
      side: INPUT_SIDE,
      layout: 'nchw',
      order: 'bgr',
      mean: [0, 0, 0],
      std: [1, 1, 1],
      scoreMin: 0.7,
      overlapMax: 0.3,
      licence: 'CC0-1.0',
    };
    writeFileSync(join(modelsDir, 'detector.json'), JSON.stringify(description));
    const own = await openFaceEngine({
      modelsDir,
      detector: join(modelsDir, 'detector.json'),
      clock: systemClock,
    });
    // Templates are the descriptor's; what finds the face does not bind them.
    expect(own.model).toEqual(engine.model);
    const dark = filled(128, 128, () => 0);
    expect((await own.read(dark, 'probe')).outcome).toBe('no-face');
    await own.close();
  });
});

describe('the bundled attack detection', () => {
  it('says that it evaluated nothing when it sees no face', async () => {
    const pad = await openBundledPad(modelsDir);
    expect(await pad.evaluate([filled(64, 64, () => 40)])).toEqual({ evaluated: false, reason: 'no-face' });
    await pad.close();
  });
});
