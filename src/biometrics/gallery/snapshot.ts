/**
 * A gallery as one file, so that a start need not read every record: ids, groups and the *sealed* records as
 * they are. Whoever's key was destroyed stays unreadable in it. The checksum finds damage of the whole; each
 * record is authenticated by its own seal.
 *
 *   'KGS1'    number of records, 32 bits    then for each: length of id, id, length of group, group,
 *   length of sealed record (32 bits), sealed record    CRC-32 of all before it
 *
 * Numbers are little-endian, texts UTF-8.
 */
import { RoomError } from '../../kernel/index.ts';
import { crc32 } from '../template/crc32.ts';

export interface SnapshotRecord {
  /** 1 to 255 bytes. */
  readonly id: string;
  /** 0 to 255 bytes. */
  readonly group: string;
  /** 1 byte to 1 MiB, opaque. */
  readonly sealed: Uint8Array;
}

const MAGIC = 0x3153474b;
const HEAD_BYTES = 8;
const CRC_BYTES = 4;
const SEALED_BYTES_MAX = 1_048_576;
/** An id of one byte, no group, a sealed record of one byte. */
const RECORD_BYTES_MIN = 8;

const encoder = new TextEncoder();

function damaged(what: string, expected: string): RoomError {
  return new RoomError(
    'TEMPLATE_INVALID',
    `The snapshot of the gallery is damaged: ${what} should be ${expected}.`,
    {
      field: what,
      expected,
    },
  );
}

function checkedText(field: string, text: string, bytesMin: number): Uint8Array {
  const bytes = encoder.encode(text);
  if (bytes.length < bytesMin || bytes.length > 255) throw damaged(field, `${bytesMin} to 255 bytes`);
  return bytes;
}

/** @throws RoomError TEMPLATE_INVALID when a record exceeds its limits */
export function encodeSnapshot(records: readonly SnapshotRecord[]): Uint8Array {
  const parts = records.map(({ id, group, sealed }) => {
    if (sealed.length < 1 || sealed.length > SEALED_BYTES_MAX)
      throw damaged('sealed', `1 to ${SEALED_BYTES_MAX} bytes`);
    return { id: checkedText('id', id, 1), group: checkedText('group', group, 0), sealed };
  });
  const size = parts.reduce(
    (sum, part) => sum + part.id.length + part.group.length + 6 + part.sealed.length,
    0,
  );
  const bytes = new Uint8Array(HEAD_BYTES + size + CRC_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, parts.length, true);
  let at = HEAD_BYTES;
  for (const { id, group, sealed } of parts) {
    for (const text of [id, group]) {
      bytes[at] = text.length;
      bytes.set(text, at + 1);
      at += 1 + text.length;
    }
    view.setUint32(at, sealed.length, true);
    bytes.set(sealed, at + 4);
    at += 4 + sealed.length;
  }
  view.setUint32(at, crc32(bytes.subarray(0, at)), true);
  return bytes;
}

/** Reads fields one after the other, and never beyond the end. */
class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #at = HEAD_BYTES;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  text(field: string): string {
    const bytes = this.#take(this.#take(1)[0]!);
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw damaged(field, 'UTF-8');
    }
  }

  sealed(): Uint8Array {
    const lengthAt = this.#at;
    this.#take(4);
    const length = this.#view.getUint32(lengthAt, true);
    if (length < 1 || length > SEALED_BYTES_MAX) throw damaged('sealed', `1 to ${SEALED_BYTES_MAX} bytes`);
    return this.#take(length);
  }

  #take(count: number): Uint8Array {
    if (count > this.left) throw damaged('length', 'that of its records');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}

/** The sealed records are views into `bytes`. @throws RoomError TEMPLATE_INVALID */
export function decodeSnapshot(bytes: Uint8Array): SnapshotRecord[] {
  const content = checkFrame(bytes);
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const reader = new Reader(content);
  // Before anything is read: a count that cannot be true must not cost time or memory.
  if (count * RECORD_BYTES_MIN > reader.left) throw damaged('count', 'that of its records');
  const records = Array.from({ length: count }, () => {
    const id = reader.text('id');
    if (id === '') throw damaged('id', 'not empty');
    return { id, group: reader.text('group'), sealed: reader.sealed() };
  });
  if (reader.left > 0) throw damaged('length', 'that of its records');
  return records;
}

function checkFrame(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEAD_BYTES + CRC_BYTES)
    throw damaged('length', `at least ${HEAD_BYTES + CRC_BYTES} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw damaged('beginning', "the letters 'KGS1'");
  const content = bytes.subarray(0, bytes.length - CRC_BYTES);
  if (view.getUint32(content.length, true) !== crc32(content))
    throw damaged('checksum', 'that of its content');
  return content;
}
