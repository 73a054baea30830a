/** One ONNX file, opened for one thread and run on float pictures. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { RoomError } from '../../kernel/index.ts';

export interface OnnxOptions {
  /** Threads of one run; lanes gain more from running side by side than from one run on several cores. */
  readonly threads: number;
  /** The file must have this hash. */
  readonly sha256?: string;
}

export interface OnnxResult {
  readonly name: string;
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface OnnxModel {
  readonly sha256: string;
  /** The model's one input; `shape` is that of the data. */
  run(data: Float32Array, shape: readonly number[]): Promise<readonly OnnxResult[]>;
  close(): Promise<void>;
}

/** @throws RoomError NOT_FOUND without the file, MODEL_MISMATCH for another hash or an unreadable model */
export async function openOnnx(path: string, options: OnnxOptions): Promise<OnnxModel> {
  const bytes = await readModel(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (options.sha256 !== undefined && options.sha256 !== sha256) {
    throw new RoomError('MODEL_MISMATCH', `The model file ${path} is not the one that is described.`, {
      field: 'sha256',
      value: sha256,
      expected: options.sha256,
    });
  }
  const session = await openSession(path, bytes, options.threads);
  return { sha256, run: (data, shape) => runSession(session, data, shape), close: () => session.release() };
}

async function readModel(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new RoomError(
      'NOT_FOUND',
      `The model file ${path} is missing; build the models first.`,
      { value: path },
      cause,
    );
  }
}

async function openSession(path: string, bytes: Uint8Array, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      // Warnings about unused constants tell an operator nothing.
      logSeverityLevel: 3,
    });
  } catch (cause) {
    throw new RoomError(
      'MODEL_MISMATCH',
      `The model file ${path} cannot be read as ONNX.`,
      { value: path },
      cause,
    );
  }
}

async function runSession(
  session: InferenceSession,
  data: Float32Array,
  shape: readonly number[],
): Promise<readonly OnnxResult[]> {
  const input = session.inputNames[0] ?? 'input';
  const results = await session.run({ [input]: new Tensor('float32', data, shape) });
  return Object.entries(results).flatMap(([name, { dims, data: values }]) =>
    values instanceof Float32Array ? [{ name, dims, data: values }] : [],
  );
}

/** The result that has these axes behind the batch. */
export function resultOf(results: readonly OnnxResult[], ...axes: readonly number[]): Float32Array {
  const found = results.find(({ dims }) =>
    axes.every((axis, i) => dims[dims.length - axes.length + i] === axis),
  );
  if (found) return found.data;
  const shapes = results.map(({ dims }) => dims.join('x')).join(', ');
  throw new RoomError('MODEL_MISMATCH', `The model gives ${shapes}, not ${axes.join('x')}.`, {
    value: shapes,
  });
}

/** The result of this name, which must have this many numbers. */
export function resultNamed(results: readonly OnnxResult[], name: string, length: number): Float32Array {
  const found = results.find((result) => result.name === name);
  if (found?.data.length === length) return found.data;
  const given = found
    ? `${found.data.length} numbers`
    : `only ${results.map((result) => result.name).join(', ')}`;
  throw new RoomError('MODEL_MISMATCH', `The model gives ${given}, not ${length} numbers as ${name}.`, {
    field: name,
    value: given,
    expected: `${length} numbers`,
  });
}
