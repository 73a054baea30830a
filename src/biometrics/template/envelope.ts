/**
 * A stored template as bytes and back. One template has exactly one form (what decodes also encodes to the same bytes):
 *
 *   0  'KT'    2  version 1    3  kind (1 face, 2 finger)    4  position (0 for a face)    5  frames
 *   6  dims, 16 bits (0 for a finger)    8  length of maker    9  0    10  length of body, 32 bits
 *   14 maker (the model's 32 bytes, or the extractor's name), body, CRC-32 of all before it
 *
 * Numbers are little-endian.
 */

import { checkStored, templateInvalid } from './check.ts';
import { crc32 } from './crc32.ts';
import { BODY_BYTES_MAX, type FingerPosition, type StoredTemplate } from './stored.ts';

const MAGIC = 0x544b;
const VERSION = 1;
const KINDS = { face: 1, finger: 2 } as const;
const HEAD_BYTES = 14;
const CRC_BYTES = 4;
const SHA256_BYTES = 32;
const BYTES_MAX = HEAD_BYTES + 255 + BODY_BYTES_MAX + CRC_BYTES;

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (let i = 0; i < bytes.length; i++) hex += HEX[bytes[i]!]!;
  return hex;
}

function makerOf(template: StoredTemplate): Uint8Array {
  return template.kind === 'face'
    ? fromHex(template.modelSha256)
    : new TextEncoder().encode(template.extractor);
}

/** @throws RoomError TEMPLATE_INVALID when a field is out of its range */
export function encodeTemplate(template: StoredTemplate): Uint8Array {
  checkStored(template);
  const maker = makerOf(template);
  const end = HEAD_BYTES + maker.length + template.body.length;
  const bytes = new Uint8Array(end + CRC_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, MAGIC, true);
  bytes.set(
    [VERSION, KINDS[template.kind], template.kind === 'finger' ? template.position : 0, template.frames],
    2,
  );
  view.setUint16(6, template.kind === 'face' ? template.dims : 0, true);
  bytes[8] = maker.length;
  view.setUint32(10, template.body.length, true);
  bytes.set(maker, HEAD_BYTES);
  bytes.set(template.body, HEAD_BYTES + maker.length);
  view.setUint32(end, crc32(bytes.subarray(0, end)), true);
  return bytes;
}

/** The body is a copy, so that the caller may overwrite what was unsealed. @throws RoomError TEMPLATE_INVALID */
export function decodeTemplate(bytes: Uint8Array): StoredTemplate {
  const view = checkFrame(bytes);
  const bodyAt = HEAD_BYTES + bytes[8]!;
  const maker = bytes.subarray(HEAD_BYTES, bodyAt);
  const body = bytes.slice(bodyAt, bytes.length - CRC_BYTES);
  const template = assemble(view, maker, body);
  checkStored(template);
  return template;
}

/** Everything that can be known before the fields are read. */
function checkFrame(bytes: Uint8Array): DataView {
  if (bytes.length < HEAD_BYTES + CRC_BYTES || bytes.length > BYTES_MAX) {
    throw templateInvalid('length', `${HEAD_BYTES + CRC_BYTES} to ${BYTES_MAX} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0, true) !== MAGIC) throw templateInvalid('beginning', "the letters 'KT'");
  if (bytes[2] !== VERSION) throw templateInvalid('version', String(VERSION));
  const end = HEAD_BYTES + bytes[8]! + view.getUint32(10, true);
  if (end + CRC_BYTES !== bytes.length || bytes[9] !== 0)
    throw templateInvalid('lengths', 'those of its parts');
  if (view.getUint32(end, true) !== crc32(bytes.subarray(0, end))) {
    throw templateInvalid('checksum', 'that of its content');
  }
  return view;
}

function assemble(view: DataView, maker: Uint8Array, body: Uint8Array): StoredTemplate {
  const [kind, position, frames] = [view.getUint8(3), view.getUint8(4), view.getUint8(5)];
  const dims = view.getUint16(6, true);
  if (kind === KINDS.face && position === 0 && maker.length === SHA256_BYTES) {
    return { kind: 'face', modelSha256: toHex(maker), dims, frames, body };
  }
  if (kind === KINDS.finger && dims === 0) {
    const extractor = String.fromCharCode(...maker);
    return { kind: 'finger', extractor, frames, position: position as FingerPosition, body };
  }
  throw templateInvalid('kind', '1 for a face or 2 for a finger, with the fields of that kind');
}
