/** A face template between the forms that rooms use: working (engine), stored (records), search (gallery). */
import {
  decodeTemplate,
  encodeTemplate,
  type FaceTemplate,
  storedFace,
  workingFace,
} from '../../biometrics/index.ts';
import { RoomError } from '../../kernel/index.ts';

export const encodeFace = (template: FaceTemplate): Uint8Array => encodeTemplate(storedFace(template));

/** Throws RoomError TEMPLATE_INVALID. */
export function decodeFace(bytes: Uint8Array): FaceTemplate {
  const stored = decodeTemplate(bytes);
  if (stored.kind !== 'face')
    throw new RoomError('TEMPLATE_INVALID', 'The stored template is not one of a face.');
  return workingFace(stored);
}
