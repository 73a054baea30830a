/**
 * Whose row is it: ids and rows in flat arrays, about 40 bytes a row, where a Map of strings takes 150.
 * Rows of one person form a chain; free rows form another. Buckets hold the first row of each person (open
 * addressing, linear probing, deletion by moving later entries back).
 */
import { fieldInvalid } from '../../kernel/index.ts';

/** Bytes of an id in UTF-8: an id of the house has 21. */
export const ID_BYTES_MAX = 25;
const SLOT_BYTES = ID_BYTES_MAX + 1;
const BUCKETS_PER_ROW = 4 / 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a with the final mixing of MurmurHash3, so that the upper bits, which choose the bucket, are spread. */
function hashSlot(bytes: Uint8Array, start: number): number {
  let hash = 0x811c9dc5;
  const end = start + 1 + bytes[start]!;
  for (let i = start + 1; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Ids of the house are ASCII, which a loop writes faster than the encoder; the encoder takes the rest. */
function writeAscii(slot: Uint8Array, id: string): boolean {
  if (id.length > ID_BYTES_MAX) return false;
  let all = 0;
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    all |= unit;
    slot[i + 1] = unit;
  }
  slot[0] = id.length;
  slot.fill(0, 1 + id.length);
  return id.length > 0 && all < 128;
}

function writeSlot(slot: Uint8Array, id: string): void {
  if (writeAscii(slot, id)) return;
  const { read, written } = encoder.encodeInto(id, slot.subarray(1));
  if (id.length === 0 || read !== id.length)
    throw fieldInvalid('id', id, `an id of 1 to ${ID_BYTES_MAX} bytes`);
  slot[0] = written;
  slot.fill(0, 1 + written);
}

const scratch = new Uint8Array(SLOT_BYTES);

/** Refuses an id that the table could not hold. */
export const checkId = (id: string): void => writeSlot(scratch, id);

export class IdTable {
  // Rows are stored plus one, so that 0 means none and untouched memory is never taken from the system.
  readonly #buckets: Uint32Array;
  readonly #nextRow: Uint32Array;
  readonly #slots: Uint8Array;
  readonly #wanted = new Uint8Array(SLOT_BYTES);
  readonly #capacity: number;
  #people = 0;
  #rows = 0;
  #rowEnd = 0;
  #firstFree = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#buckets = new Uint32Array(Math.ceil(capacity * BUCKETS_PER_ROW) + 1);
    this.#nextRow = new Uint32Array(capacity);
    this.#slots = new Uint8Array(capacity * SLOT_BYTES);
  }

  get people(): number {
    return this.#people;
  }

  get rows(): number {
    return this.#rows;
  }

  /** One above the highest row that was ever used. */
  get rowEnd(): number {
    return this.#rowEnd;
  }

  get bytes(): number {
    return this.#buckets.byteLength + this.#nextRow.byteLength + this.#slots.byteLength;
  }

  /** Takes a free row for this person; -1 when there is none. */
  add(id: string): number {
    writeSlot(this.#wanted, id);
    const row = this.#takeRow();
    if (row === -1) return -1;
    const bucket = this.#findBucket();
    const first = this.#buckets[bucket]!;
    if (first === 0) this.#people++;
    this.#slots.set(this.#wanted, row * SLOT_BYTES);
    this.#nextRow[row] = first;
    this.#buckets[bucket] = row + 1;
    this.#rows++;
    return row;
  }

  /** Frees every row of the person, newest first, telling each; how many there were. */
  remove(id: string, onRow: (row: number) => void): number {
    writeSlot(this.#wanted, id);
    const bucket = this.#findBucket();
    const first = this.#buckets[bucket]!;
    if (first === 0) return 0;
    this.#emptyBucket(bucket);
    this.#people--;
    let count = 0;
    for (let next = first; next !== 0; count++) {
      const row = next - 1;
      next = this.#nextRow[row]!;
      this.#freeRow(row);
      onRow(row);
    }
    return count;
  }

  has(id: string): boolean {
    writeSlot(this.#wanted, id);
    return this.#buckets[this.#findBucket()] !== 0;
  }

  isUsed(row: number): boolean {
    return row < this.#rowEnd && this.#slots[row * SLOT_BYTES] !== 0;
  }

  idOf(row: number): string {
    const start = row * SLOT_BYTES + 1;
    return decoder.decode(this.#slots.subarray(start, start + this.#slots[start - 1]!));
  }

  #homeOf(bytes: Uint8Array, start: number): number {
    return Math.floor((hashSlot(bytes, start) / 4_294_967_296) * this.#buckets.length);
  }

  #after(bucket: number): number {
    return bucket + 1 === this.#buckets.length ? 0 : bucket + 1;
  }

  #isWanted(row: number): boolean {
    const start = row * SLOT_BYTES;
    for (let i = 0; i <= this.#wanted[0]!; i++) {
      if (this.#slots[start + i] !== this.#wanted[i]) return false;
    }
    return true;
  }

  /** The bucket of the wanted id, or the empty one where it would go. */
  #findBucket(): number {
    let bucket = this.#homeOf(this.#wanted, 0);
    while (this.#buckets[bucket] !== 0 && !this.#isWanted(this.#buckets[bucket]! - 1)) {
      bucket = this.#after(bucket);
    }
    return bucket;
  }

  #takeRow(): number {
    if (this.#firstFree === 0) return this.#rowEnd < this.#capacity ? this.#rowEnd++ : -1;
    const row = this.#firstFree - 1;
    this.#firstFree = this.#nextRow[row]!;
    return row;
  }

  #freeRow(row: number): void {
    this.#slots.fill(0, row * SLOT_BYTES, (row + 1) * SLOT_BYTES);
    this.#nextRow[row] = this.#firstFree;
    this.#firstFree = row + 1;
    this.#rows--;
  }

  /** Empties a bucket and moves back what had been pushed past it, so that no look-up stops too early. */
  #emptyBucket(emptied: number): void {
    let hole = emptied;
    this.#buckets[hole] = 0;
    for (let bucket = this.#after(hole); this.#buckets[bucket] !== 0; bucket = this.#after(bucket)) {
      const home = this.#homeOf(this.#slots, (this.#buckets[bucket]! - 1) * SLOT_BYTES);
      const staysBehindHole = hole <= bucket ? home > hole && home <= bucket : home > hole || home <= bucket;
      if (staysBehindHole) continue;
      this.#buckets[hole] = this.#buckets[bucket]!;
      this.#buckets[bucket] = 0;
      hole = bucket;
    }
  }
}
