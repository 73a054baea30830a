/** Several impressions of one finger as the body of its stored template: each with its length before it, 16 bits little-endian. */
import { RoomError } from '../kernel/index.ts';
import { decodeTemplate, encodeTemplate, type FingerPosition } from './template/index.ts';

const IMPRESSIONS_MAX = 16;
const LENGTH_BYTES = 2;

export interface StoredImpressions {
  /** Name and version of the extractor. */
  readonly extractor: string;
  /** ISO/IEC 19794-2 finger position. */
  readonly position: FingerPosition;
  /** Each as the fingerprint codec writes it. */
  readonly impressions: readonly Uint8Array[];
}

/** Throws RoomError TEMPLATE_INVALID for none, too many, or one that is too long. */
export function encodeImpressions({ extractor, position, impressions }: StoredImpressions): Uint8Array {
  if (impressions.length < 1 || impressions.length > IMPRESSIONS_MAX)
    throw damaged(`1 to ${IMPRESSIONS_MAX} impressions`);
  const body = new Uint8Array(impressions.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  const view = new DataView(body.buffer);
  let offset = 0;
  for (const impression of impressions) {
    if (impression.length > 0xffff) throw damaged('impressions of at most 65535 bytes');
    view.setUint16(offset, impression.length, true);
    body.set(impression, offset + LENGTH_BYTES);
    offset += LENGTH_BYTES + impression.length;
  }
  return encodeTemplate({ kind: 'finger', extractor, position, frames: impressions.length, body });
}

/** Throws RoomError TEMPLATE_INVALID. */
export function decodeImpressions(bytes: Uint8Array): StoredImpressions {
  const stored = decodeTemplate(bytes);
  if (stored.kind !== 'finger') throw damaged('a finger');
  const { body, frames, extractor, position } = stored;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const impressions: Uint8Array[] = [];
  let offset = 0;
  while (offset + LENGTH_BYTES <= body.length) {
    const end = offset + LENGTH_BYTES + view.getUint16(offset, true);
    if (end > body.length) throw damaged('whole impressions');
    impressions.push(body.slice(offset + LENGTH_BYTES, end));
    offset = end;
  }
  if (offset !== body.length || impressions.length !== frames) throw damaged(`${frames} impressions`);
  return { extractor, position, impressions };
}

const damaged = (expected: string) =>
  new RoomError('TEMPLATE_INVALID', `The stored finger is damaged: it should hold ${expected}.`, {
    expected,
  });
