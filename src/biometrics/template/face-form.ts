/** A face template between its working and its stored form. */
import { checkStored, faceValues, templateInvalid } from './check.ts';
import type { StoredFace } from './stored.ts';

/** The working form, as a face engine gives it. */
export interface WorkingFace {
  /** sha256 of the model, 64 hexadecimal digits. */
  readonly model: string;
  readonly dims: number;
  readonly frames: number;
  /** Unit length. */
  readonly features: Float32Array;
}

/** @throws RoomError TEMPLATE_INVALID */
export function storedFace({ model, dims, frames, features }: WorkingFace): StoredFace {
  if (features.length !== dims) throw templateInvalid('features', `${dims} numbers`);
  const body = new Uint8Array(dims * 4);
  const view = new DataView(body.buffer);
  features.forEach((value, i) => void view.setFloat32(i * 4, value, true));
  const stored: StoredFace = { kind: 'face', modelSha256: model, dims, frames, body };
  checkStored(stored);
  return stored;
}

export function workingFace(stored: StoredFace): WorkingFace {
  return {
    model: stored.modelSha256,
    dims: stored.dims,
    frames: stored.frames,
    features: faceValues(stored),
  };
}
