/**
 * Describes a face detector of the YuNet or SCRFD class. An operator puts a JSON file of this form beside the ONNX file,
 * and it replaces the bundled BlazeFace without a change of code.
 */
import { z } from 'zod';
import { DESCRIBED, parseDescription, readDescription } from './description-file.ts';

const DESCRIPTION = z.strictObject({
  ...DESCRIBED,
  /** How its answers are read. */
  decoder: z.enum(['yunet', 'scrfd']),
  /** Pixels of the square input; both classes work on grids of 8, 16 and 32 pixels. */
  side: z.int().min(64).max(1280).multipleOf(32, 'must be a multiple of 32'),
  /** Less sure detections are no faces. */
  scoreMin: z.number().min(0.05).max(0.99),
  /** Of two detections that overlap more, only the surer stays: intersection over union. */
  overlapMax: z.number().min(0.05).max(0.95),
});

/** With the path of the ONNX file made absolute. */
export type DetectorDescription = z.infer<typeof DESCRIPTION>;

/** @throws RoomError CONFIG_INVALID naming the first wrong field, NOT_FOUND */
export const readDetectorDescription = (path: string): Promise<DetectorDescription> =>
  readDescription(DESCRIPTION, path);

export const parseDetectorDescription = (text: string, where: string): DetectorDescription =>
  parseDescription(DESCRIPTION, text, where);
