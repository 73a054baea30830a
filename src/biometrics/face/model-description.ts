/**
 * Describes a model that turns aligned faces into vectors. An operator puts a JSON file of this form beside an ONNX file
 * of the ArcFace or SFace class, and it replaces the bundled model without a change of code.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../kernel/index.ts';
import { ALIGNMENTS } from './alignment.ts';
import { DESCRIBED, parseDescription, readDescription } from './description-file.ts';
import { listedModel } from './listed-models.ts';
import { BUNDLED_FACE_ENGINE } from './thresholds.ts';

const DESCRIPTION = z.strictObject({
  ...DESCRIBED,
  name: DESCRIBED.name.refine((name) => name !== BUNDLED_FACE_ENGINE, 'is the name of the bundled model'),
  /** Pixels of the square chip. */
  side: z.int().min(32).max(512),
  /** Numbers a face. */
  dims: z.int().min(16).max(2048),
  /** Which landmarks stand where in the chip. */
  alignment: z.enum(ALIGNMENTS),
  /** Describe the mirror image too, and take the mean. */
  mirror: z.boolean(),
  /** Whether the model takes several chips at once. */
  batch: z.boolean(),
});

/** With the path of the ONNX file made absolute. */
export type ModelDescription = z.infer<typeof DESCRIPTION>;

/** @throws RoomError CONFIG_INVALID naming the first wrong field, NOT_FOUND */
export const readModelDescription = (path: string): Promise<ModelDescription> =>
  readDescription(DESCRIPTION, path);

export const parseModelDescription = (text: string, where: string): ModelDescription =>
  parseDescription(DESCRIPTION, text, where);

/**
 * What templates are bound to, 64 hexadecimal digits: the model's file and everything that changes what it is shown.
 * The same file behind another mean or alignment gives vectors that cannot be compared with those before.
 */
export function bindingOf(description: ModelDescription): string {
  const { name, sha256, side, layout, order, mean, std, alignment, mirror } = description;
  // The bundled model's preparation is part of the program; its file alone tells it apart.
  if (name === BUNDLED_FACE_ENGINE) return sha256;
  const bound = canonicalJson({ sha256, side, layout, order, mean, std, alignment, mirror });
  return createHash('sha256').update(bound).digest('hex');
}

/** dlib's descriptor; its graph subtracts the mean and scales by itself. */
export function bundledDescription(modelsDir: string): ModelDescription {
  const { sha256, licence } = listedModel(modelsDir, 'descriptor');
  return {
    name: BUNDLED_FACE_ENGINE,
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
