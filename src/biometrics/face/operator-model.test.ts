import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OnnxGraph } from '../../../tools/models/onnx-graph.ts';
import type { Frame } from '../../kernel/index.ts';
import { Pyramid } from '../imaging/pyramid.ts';
import { type AlignmentName, alignChip } from './alignment.ts';
import { openDescriptor } from './descriptor.ts';
import { AT, type FaceLandmarks, type Landmark, type LandmarkName } from './landmarks.ts';
import { parseModelDescription, readModelDescription } from './model-description.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-operator-'));
  mkdirSync(join(folder, 'models'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SIDE = 112;
const CELLS = 4;
const DIMS = 3 * CELLS * CELLS;

/** A model of the ArcFace form that needs no weights: it answers with the mean colour of each of 16 cells. */
function cellMeans(): Buffer {
  const graph = new OnnxGraph('cell-means');
  const input = graph.input('input', ['batch', 3, SIDE, SIDE]);
  const cell = SIDE / CELLS;
  const pooled = graph.node('AveragePool', [input], { kernel_shape: [cell, cell], strides: [cell, cell] });
  const flat = graph.node('Reshape', [pooled, graph.integers([-1, DIMS])]);
  graph.output(flat, 'embedding', ['batch', DIMS]);
  return graph.toBytes();
}

/** Puts model and description where an operator would; gives the description's path. */
function install(changes: Record<string, unknown> = {}): string {
  const onnx = cellMeans();
  writeFileSync(join(folder, 'models', 'cells.onnx'), onnx);
  const description = {
    name: 'cell-means',
    path: 'models/cells.onnx',
    sha256: createHash('sha256').update(onnx).digest('hex'),
    side: SIDE,
    dims: DIMS,
    layout: 'nchw',
    order: 'rgb',
    mean: [0, 0, 0],
    std: [1, 1, 1],
    alignment: 'arcface-5',
    mirror: false,
    batch: true,
    licence: 'CC0-1.0',
    ...changes,
  };
  const path = join(folder, 'model.json');
  writeFileSync(path, JSON.stringify(description));
  return path;
}

const open = async (changes: Record<string, unknown> = {}) =>
  openDescriptor(await readModelDescription(install(changes)), 1);

/** Landmarks that lie just where the alignment wants them on a chip of the frame's size. */
function landmarksAt(places: Partial<Record<LandmarkName, readonly [number, number]>>): FaceLandmarks {
  const points = new Array<Landmark>(468).fill([0, 0, 0]);
  for (const [name, [x, y]] of Object.entries(places)) points[AT[name as LandmarkName]] = [x, y, 0];
  return { points, confidence: 1 };
}

const onTemplate = landmarksAt({
  rightEyeOuter: [38.2946, 51.6963],
  rightEyeInner: [38.2946, 51.6963],
  leftEyeOuter: [73.5318, 51.5014],
  leftEyeInner: [73.5318, 51.5014],
  noseTip: [56.0252, 71.7366],
  mouthRight: [41.5493, 92.3655],
  mouthLeft: [70.7299, 92.2041],
});

/** Red on the left half, green on the right. */
const halves: Frame = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, i) => {
    const left = Math.floor(i / 3) % SIDE < SIDE / 2;
    return i % 3 === (left ? 0 : 1) ? 200 : 0;
  }),
};

/** Which cells of each colour are bright, the model's three planes one after another, a row of 4 as text. */
async function topRows(changes: Record<string, unknown> = {}): Promise<string[]> {
  const descriptor = await open(changes);
  const features = await descriptor.describe(new Pyramid(halves), onTemplate);
  await descriptor.close();
  const bright = Array.from(features, (value) => (value > 0.1 ? '#' : value < -0.1 ? '-' : '.'));
  return [0, 16, 32].map((plane) => bright.slice(plane, plane + 4).join(''));
}

describe('a model of an operator', () => {
  it('describes faces with the picture in its own layout', async () => {
    expect(await topRows()).toEqual(['##..', '..##', '....']);
  });

  it('gets the colours in its own order', async () => {
    expect(await topRows({ order: 'bgr' })).toEqual(['....', '..##', '##..']);
  });

  it('gets its own mean and scale', async () => {
    expect(await topRows({ mean: [100, 100, 100], std: [50, 50, 50] })).toEqual(['##--', '--##', '----']);
  });

  it('averages a face with its mirror image, in one run or two', async () => {
    expect(await topRows({ mirror: true })).toEqual(['####', '####', '....']);
    expect(await topRows({ mirror: true, batch: false })).toEqual(['####', '####', '....']);
  });

  it('gives its templates its own name, size and hash', async () => {
    const descriptor = await open();
    expect(descriptor.model.name).toBe('cell-means');
    expect(descriptor.model.dims).toBe(48);
    expect(descriptor.model.sha256).toMatch(/^[0-9a-f]{64}$/);
    await descriptor.close();
  });

  it('is another model to its templates when its file is shown faces in another way', async () => {
    const identity = async (changes: Record<string, unknown> = {}) => {
      const descriptor = await open(changes);
      await descriptor.close();
      return descriptor.model.sha256;
    };
    const own = await identity();
    expect(await identity({ licence: 'MIT', batch: false })).toBe(own);
    for (const change of [{ mean: [1, 0, 0] }, { order: 'bgr' }, { mirror: true }, { alignment: 'dlib-5' }])
      expect(await identity(change)).not.toBe(own);
  });

  it('is refused at start when the file is another, missing, or answers in another size', async () => {
    await expect(open({ sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'MODEL_MISMATCH' });
    await expect(open({ path: 'models/none.onnx' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open({ dims: 64 })).rejects.toMatchObject({
      code: 'MODEL_MISMATCH',
      facts: { field: 'dims', value: 48 },
    });
  });

  it.each([
    ['sha256', { sha256: 'ABC' }],
    ['side', { side: 8 }],
    ['std.1', { std: [1, 0, 1] }],
    ['alignment', { alignment: 'by-eye' }],
    ['licence', { licence: '' }],
    ['name', { name: 'dlib-resnet-128' }],
    ['order', { order: undefined }],
  ])('a description with a wrong %s is refused by that name', async (field, changes) => {
    await expect(open(changes)).rejects.toMatchObject({ code: 'CONFIG_INVALID', facts: { field } });
  });

  it('a description that is not JSON, or has fields nobody knows, is refused', () => {
    expect(() => parseModelDescription('{', 'model.json')).toThrow(/not JSON/);
    expect(() => parseModelDescription('{"nane": 1}', 'model.json')).toThrow(/model\.json/);
  });
});

describe('alignment', () => {
  it('leaves a face alone that stands on the template', () => {
    const { a, b, tx, ty } = alignChip('arcface-5', onTemplate, SIDE);
    expect([a, b, tx, ty].map((value) => Math.round(value * 1000) / 1000 + 0)).toEqual([1, 0, 0, 0]);
  });

  it('puts dlib’s chip round the eyes and nose with a quarter of border', () => {
    const face = landmarksAt({
      leftEyeOuter: [186, 121],
      leftEyeInner: [165, 123],
      rightEyeOuter: [112, 121],
      rightEyeInner: [133, 123],
      noseBase: [149, 163],
    });
    const place = alignChip('dlib-5' satisfies AlignmentName, face, 150);
    expect(place.a).toBeCloseTo(1, 1);
    expect(Math.abs(place.b)).toBeLessThan(0.02);
    // The middle of the chip lies between eyes and nose.
    expect(place.a * 75 - place.b * 75 + place.tx).toBeCloseTo(149, -0.5);
  });
});
