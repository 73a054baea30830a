/** What must hold of a stored template, whether it is about to be written or was just read. */
import { RoomError } from '../../kernel/index.ts';
import {
  BODY_BYTES_MAX,
  DIMS_MAX,
  FRAMES_MAX,
  type StoredFace,
  type StoredFinger,
  type StoredTemplate,
} from './stored.ts';

const SHA256_FORM = /^[0-9a-f]{64}$/;
const EXTRACTOR_FORM = /^[\x21-\x7e]{1,64}$/;
/** Rounding to 32 bits leaves far less; more means another scale or damage. */
const LENGTH_TOLERANCE = 1e-3;

/** The values stay out of the message: they are somebody's face. */
export function templateInvalid(field: string, expected: string): RoomError {
  return new RoomError(
    'TEMPLATE_INVALID',
    `The stored template is damaged: ${field} should be ${expected}.`,
    {
      field,
      expected,
    },
  );
}

const isCount = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;

/** The numbers of a face's body. */
export function faceValues({ body, dims }: StoredFace): Float32Array {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  // Plain loops here and below: a start opens a million of them.
  const values = new Float32Array(dims);
  for (let i = 0; i < dims; i++) values[i] = view.getFloat32(i * 4, true);
  return values;
}

function checkFace(face: StoredFace): void {
  if (!SHA256_FORM.test(face.modelSha256)) throw templateInvalid('modelSha256', '64 hexadecimal digits');
  if (!isCount(face.dims, DIMS_MAX)) throw templateInvalid('dims', `1 to ${DIMS_MAX}`);
  if (face.body.length !== face.dims * 4) throw templateInvalid('body', `${face.dims} 32-bit numbers`);
  const values = faceValues(face);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!;
  // Written so that it also fails for not-a-number.
  if (!(Math.abs(Math.sqrt(squares) - 1) <= LENGTH_TOLERANCE))
    throw templateInvalid('body', 'of unit length');
}

function checkFinger({ extractor, position, body }: StoredFinger): void {
  if (!EXTRACTOR_FORM.test(extractor)) {
    throw templateInvalid('extractor', '1 to 64 printable signs without a space');
  }
  if (!isCount(position, 10)) throw templateInvalid('position', '1 to 10');
  if (!isCount(body.length, BODY_BYTES_MAX)) throw templateInvalid('body', `1 to ${BODY_BYTES_MAX} bytes`);
}

/** @throws RoomError TEMPLATE_INVALID naming the field */
export function checkStored(template: StoredTemplate): void {
  if (!isCount(template.frames, FRAMES_MAX)) throw templateInvalid('frames', `1 to ${FRAMES_MAX}`);
  if (template.kind === 'face') checkFace(template);
  else checkFinger(template);
}
