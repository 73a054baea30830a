import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildModels, type ModelList } from './build.ts';
import { denseFilters, depthwiseFilters } from './filters.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { integerField } from './protobuf.ts';
import { halfToNumber } from './weights.ts';

const ONE_THREAD = { intraOpNumThreads: 1, interOpNumThreads: 1 };

let folder = '';
let list: ModelList;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-models-'));
  list = buildModels(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (name: string, shape: number[], value: number) => {
  const session = await InferenceSession.create(join(folder, `${name}.onnx`), ONE_THREAD);
  const data = new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(value);
  const results = await session.run({ [session.inputNames[0] ?? '']: new Tensor('float32', data, shape) });
  return Object.values(results).map((tensor) => ({
    dims: [...tensor.dims],
    data: tensor.data as Float32Array,
  }));
};

describe('building the models', () => {
  it('gives the same bytes each time', () => {
    const other = mkdtempSync(join(tmpdir(), 'kouan-models-'));
    expect(buildModels(other)).toEqual(list);
    rmSync(other, { recursive: true, force: true });
  });

  it('lists size, hash, origin and licence of each file', () => {
    expect(list.models.map((model) => model.name)).toEqual([
      'blazeface',
      'facemesh',
      'descriptor',
      'antispoof',
      'liveness',
    ]);
    for (const model of list.models) {
      const bytes = readFileSync(join(folder, `${model.name}.onnx`));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(model.sha256);
      expect(model.bytes).toBe(bytes.length);
      expect(model.source.version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(model.licence).not.toBe('');
    }
  });

  it('leaves a complete folder alone and mends a damaged one', () => {
    const path = join(folder, 'liveness.onnx');
    const before = statSync(path).mtimeMs;
    const told: string[] = [];
    buildModels(folder, ({ name }) => told.push(name));
    expect(told).toEqual([]);
    expect(statSync(path).mtimeMs).toBe(before);
    writeFileSync(path, 'damaged');
    buildModels(folder, ({ name }) => told.push(name));
    expect(told).toHaveLength(5);
    expect(readFileSync(path).length).toBe(list.models[4]?.bytes);
  });
});

describe('converted models', () => {
  it('BlazeFace gives scores and boxes for its 896 anchors, none of them sure of a face in a grey picture', async () => {
    const outputs = await run('blazeface', [1, 256, 256, 3], 0);
    expect(outputs.map((output) => output.dims.slice(1).join('x')).sort()).toEqual([
      '384x1',
      '384x16',
      '512x1',
      '512x16',
    ]);
    const scores = outputs.filter((output) => output.dims[2] === 1).flatMap((output) => [...output.data]);
    expect(Math.max(...scores)).toBeLessThan(0);
  });

  it('FaceMesh gives 468 points of three coordinates and one confidence', async () => {
    const outputs = await run('facemesh', [1, 192, 192, 3], 0.5);
    expect(outputs.map((output) => output.dims.at(-1)).sort()).toEqual([1, 1404, 266]);
  });

  it('the descriptor describes a chip alone and in a batch alike', async () => {
    const [one] = await run('descriptor', [1, 150, 150, 3], 90);
    const [two] = await run('descriptor', [2, 150, 150, 3], 90);
    expect(two?.dims).toEqual([2, 128]);
    const difference = one!.data.map((value, i) => Math.abs(value - two!.data[128 + i]!));
    expect(Math.max(...difference)).toBeLessThan(1e-5);
    expect(Math.hypot(...one!.data)).toBeGreaterThan(0.5);
  });
});

describe('the parts of the converter', () => {
  it('reads IEEE halves at their edges', () => {
    const halves = [0x0000, 0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00];
    expect(halves.map(halfToNumber)).toEqual([0, 1, -2, 2 ** -24, 65504, Number.POSITIVE_INFINITY]);
    expect(halfToNumber(0x7e00)).toBeNaN();
  });

  it('writes varints of one, two and ten bytes', () => {
    expect([...integerField(1, 127)]).toEqual([8, 127]);
    expect([...integerField(1, 128)]).toEqual([8, 128, 1]);
    expect([...integerField(1, -1)]).toEqual([8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
  });

  it('moves filters into the order of ONNX', () => {
    const values = Float32Array.from({ length: 12 }, (_, i) => i);
    expect([...denseFilters({ shape: [1, 2, 2, 3], values }).values]).toEqual([
      0, 6, 3, 9, 1, 7, 4, 10, 2, 8, 5, 11,
    ]);
    expect([...depthwiseFilters({ shape: [1, 2, 6, 1], values }).values]).toEqual([
      0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11,
    ]);
    expect(depthwiseFilters({ shape: [1, 2, 6, 1], values }).shape).toEqual([6, 1, 1, 2]);
  });

  it('writes a graph that the runtime computes', async () => {
    const graph = new OnnxGraph('sum');
    const input = graph.input('input', ['batch', 2]);
    const scaled = graph.node('Mul', [input, graph.floats([2, 3], [2])]);
    graph.output(graph.node('LeakyRelu', [scaled], { alpha: { float: 0.5 } }), 'result', ['batch', 2]);
    const session = await InferenceSession.create(graph.toBytes(), ONE_THREAD);
    const result = await session.run({ input: new Tensor('float32', [1, 1, -1, -2], [2, 2]) });
    expect([...((result.result?.data ?? []) as Float32Array)]).toEqual([2, 3, -1, -3]);
  });
});
