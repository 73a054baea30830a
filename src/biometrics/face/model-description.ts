/**
 * Describes a model that turns aligned faces into vectors. An operator puts a JSON file of this form beside an ONNX file
 * of the ArcFace or SFace class, and it replaces the bundled model without a change of code.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { ALIGNMENTS } from './alignment.ts';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const positiveTriple = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);

const DESCRIPTION = z.strictObject({
  name: z.string().min(1).max(80),
  /** Of the ONNX file, relative to the description. */
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'),
  /** Pixels of the square chip. */
  side: z.int().min(32).max(512),
  /** Numbers a face. */
  dims: z.int().min(16).max(2048),
  layout: z.enum(['nhwc', 'nchw']),
  order: z.enum(['rgb', 'bgr']),
  /** In the order of the model's colours, on samples of 0 to 255: (value − mean) / std. */
  mean: triple,
  std: positiveTriple,
  alignment: z.enum(ALIGNMENTS),
  /** Describe the mirror image too, and take the mean. */
  mirror: z.boolean(),
  /** Whether the model takes several chips at once. */
  batch: z.boolean(),
  licence: z.string().min(1),
});

/** With the path of the ONNX file made absolute. */
export type ModelDescription = z.infer<typeof DESCRIPTION>;

/** @throws RoomError CONFIG_INVALID naming the first wrong field, NOT_FOUND */
export async function readModelDescription(path: string): Promise<ModelDescription> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RoomError(
      'NOT_FOUND',
      `The description of the face model ${path} cannot be read.`,
      { value: path },
      cause,
    );
  });
  const described = parseModelDescription(text, path);
  return { ...described, path: resolve(dirname(path), described.path) };
}

export function parseModelDescription(text: string, where: string): ModelDescription {
  const result = DESCRIPTION.safeParse(parseJson(text, where));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') || 'description';
  throw new RoomError('CONFIG_INVALID', `${where}: ${field}: ${issue?.message ?? 'is wrong'}.`, { field });
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RoomError('CONFIG_INVALID', `${where} is not JSON.`, { field: 'description' }, cause);
  }
}

interface ListedModel {
  readonly name: string;
  readonly sha256: string;
  readonly licence: string;
}

/** The list that the build of the models leaves beside them. @throws RoomError NOT_FOUND */
export function listedModel(modelsDir: string, name: string): ListedModel {
  const path = join(modelsDir, 'models.json');
  const models = readListed(path);
  const listed = models.find((model) => model.name === name);
  if (listed) return listed;
  throw new RoomError('NOT_FOUND', `${path} lists no model named ${name}; build the models again.`, {
    value: name,
  });
}

function readListed(path: string): readonly ListedModel[] {
  try {
    const list: { readonly models: readonly ListedModel[] } = JSON.parse(readFileSync(path, 'utf8'));
    return list.models;
  } catch (cause) {
    throw new RoomError(
      'NOT_FOUND',
      `${path} is missing or damaged; build the models first.`,
      { value: path },
      cause,
    );
  }
}

/** dlib's descriptor; its graph subtracts the mean and scales by itself. */
export function bundledDescription(modelsDir: string): ModelDescription {
  const { sha256, licence } = listedModel(modelsDir, 'descriptor');
  return {
    name: 'dlib-resnet-128',
    path: join(modelsDir, 'descriptor.onnx'),
    sha256,
    side: 150,
    dims: 128,
    layout: 'nhwc',
    order: 'rgb',
    mean: [0, 0, 0],
    std: [1, 1, 1],
    alignment: 'dlib-5',
    mirror: true,
    batch: true,
    licence,
  };
}
