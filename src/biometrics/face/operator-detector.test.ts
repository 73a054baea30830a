import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Frame } from '../../kernel/index.ts';
import { Pyramid } from '../imaging/pyramid.ts';
import { openDescribedDetector } from './described-detector.ts';
import { parseDetectorDescription, readDetectorDescription } from './detector-description.ts';
import { INPUT_SIDE, squareScrfd, squareYunet } from './square-detectors.fixture.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-detector-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Decoder = 'yunet' | 'scrfd';

const FORMS = {
  yunet: { order: 'bgr', mean: [0, 0, 0], std: [1, 1, 1] },
  scrfd: { order: 'rgb', mean: [127.5, 127.5, 127.5], std: [128, 128, 128] },
} as const;
const GRAPHS = { yunet: squareYunet, scrfd: squareScrfd } as const;

/** Puts model and description where an operator would; gives the description's path. */
function install(decoder: Decoder, changes: Record<string, unknown> = {}, graph: Decoder = decoder): string {
  const onnx = GRAPHS[graph]();
  writeFileSync(join(folder, `${graph}.onnx`), onnx);
  const description = {
    name: `square-${decoder}`,
    decoder,
    path: `${graph}.onnx`,
    sha256: createHash('sha256').update(onnx).digest('hex'),
    side: INPUT_SIDE,
    layout: 'nchw',
    ...FORMS[decoder],
    scoreMin: 0.7,
    overlapMax: 0.3,
    licence: 'CC0-1.0',
    ...changes,
  };
  const path = join(folder, 'detector.json');
  writeFileSync(path, JSON.stringify(description));
  return path;
}

const open = async (...given: Parameters<typeof install>) =>
  openDescribedDetector(await readDetectorDescription(install(...given)), 1);

/** A dark hall of 256 x 128 pixels with a square of this colour, 64 pixels wide. */
function hall(colour: readonly [number, number, number], left = 64, top = 0): Frame {
  const data = new Uint8Array(256 * 128 * 3);
  for (let y = top; y < top + 64; y++) {
    for (let x = left; x < left + 64; x++) data.set(colour, 3 * (y * 256 + x));
  }
  return { width: 256, height: 128, data };
}

async function detect(decoder: Decoder, frame: Frame, changes: Record<string, unknown> = {}, padding = 0) {
  const detector = await open(decoder, changes);
  const found = await detector.detect(new Pyramid(frame), padding);
  await detector.close();
  return found;
}

const WHITE = [255, 255, 255] as const;

describe.each(['yunet', 'scrfd'] as const)('a detector of the %s class', (decoder) => {
  it('finds a face once, with its box and eyes in pixels of the frame', async () => {
    const found = await detect(decoder, hall(WHITE));
    expect(found).toHaveLength(1);
    const { box, score, eyes } = found[0]!;
    expect(score).toBeGreaterThan(0.95);
    expect(score).toBeLessThanOrEqual(1);
    for (const [value, expected] of [
      [box.x, 64],
      [box.y, 0],
      [box.width, 64],
      [box.height, 64],
      // The person's right eye is at the left of the picture.
      [eyes[0][0], 80],
      [eyes[0][1], 16],
      [eyes[1][0], 112],
      [eyes[1][1], 16],
    ] as const)
      expect(value).toBeCloseTo(expected, 3);
  });

  it('finds nothing in the dark, and two faces apart', async () => {
    expect(await detect(decoder, hall([0, 0, 0]))).toEqual([]);
    const both = hall(WHITE, 0, 64);
    both.data.set(hall(WHITE, 192, 0).data.subarray(0, 64 * 256 * 3), 0);
    expect((await detect(decoder, both)).map(({ box }) => Math.round(box.x)).sort()).toEqual([0, 192]);
  });

  it('sees a face smaller when there is room round the frame', async () => {
    // With half of its side round it, the frame fills half of the input and the square one cell of 16.
    const padded = await detect(decoder, hall(WHITE), { scoreMin: decoder === 'yunet' ? 0.85 : 0.39 }, 0.5);
    expect(padded.length).toBeGreaterThan(0);
    const [{ box } = { box: { x: 0, y: 0, width: 0, height: 0 } }] = padded;
    expect([box.width, box.height]).toEqual([expect.closeTo(128, 3), expect.closeTo(128, 3)]);
  });

  it('is refused at start when the file is another, missing, or answers in another form', async () => {
    await expect(open(decoder, { sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
    await expect(open(decoder, { path: 'none.onnx' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const other = decoder === 'yunet' ? 'scrfd' : 'yunet';
    await expect(open(decoder, {}, other)).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
  });
});

describe('a described detector', () => {
  it('gets the colours in its own order', async () => {
    // The model looks at its third colour: red where it wants blue first.
    expect(await detect('yunet', hall([255, 0, 0]))).toHaveLength(1);
    expect(await detect('yunet', hall([255, 0, 0]), { order: 'rgb' })).toEqual([]);
    expect(await detect('yunet', hall([0, 0, 255]), { order: 'rgb' })).toHaveLength(1);
  });

  it('leaves out what is less sure than its least score, and keeps what is as sure', async () => {
    const dim = hall([128, 128, 128]);
    expect(await detect('scrfd', dim, { scoreMin: 0.51 })).toEqual([]);
    expect(await detect('scrfd', dim, { scoreMin: 0.5 })).toHaveLength(1);
  });

  it.each([
    ['decoder', { decoder: 'retina' }],
    ['side', { side: 100 }],
    ['scoreMin', { scoreMin: 0 }],
    ['licence', { licence: undefined }],
    ['std.2', { std: [1, 1, 0] }],
  ])('with a wrong %s is refused by that name', async (field, changes) => {
    await expect(open('yunet', changes)).rejects.toMatchObject({ code: 'CONFIG_INVALID', facts: { field } });
  });

  it('that is not JSON, or has fields nobody knows, is refused', () => {
    expect(() => parseDetectorDescription('{', 'detector.json')).toThrow(/not JSON/);
    expect(() => parseDetectorDescription('{"nane": 1}', 'detector.json')).toThrow(/detector\.json/);
  });
});
