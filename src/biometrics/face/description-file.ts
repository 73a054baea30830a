/** Small JSON files in which an operator describes a model: read, checked field by field, refused with a sentence. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const positiveTriple = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);

/** What every description says of its ONNX file and of the picture that the model wants. */
export const DESCRIBED = {
  name: z.string().min(1).max(80),
  /** Of the ONNX file, relative to the description. */
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case'),
  layout: z.enum(['nhwc', 'nchw']),
  order: z.enum(['rgb', 'bgr']),
  /** In the order of the model's colours, on samples of 0 to 255: (value − mean) / std. */
  mean: triple,
  std: positiveTriple,
  licence: z.string().min(1),
};

interface WithPath {
  readonly path: string;
}

/** With the path of the ONNX file made absolute. @throws RoomError CONFIG_INVALID naming the first wrong field, NOT_FOUND */
export async function readDescription<T extends WithPath>(schema: z.ZodType<T>, path: string): Promise<T> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new RoomError(
      'NOT_FOUND',
      `The description of the face model ${path} cannot be read.`,
      { value: path },
      cause,
    );
  });
  const described = parseDescription(schema, text, path);
  return { ...described, path: resolve(dirname(path), described.path) };
}

export function parseDescription<T>(schema: z.ZodType<T>, text: string, where: string): T {
  const result = schema.safeParse(parseJson(text, where));
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
