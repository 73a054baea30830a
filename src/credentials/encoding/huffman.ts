/** Canonical Huffman codes of deflate (RFC 1951, 3.2.2), decoded bit by bit: the data are a few hundred bytes. */

const CODE_BITS_MAX = 15;

/** Data that are no deflate stream; caught where inflating begins. */
export class Damaged extends Error {}

/** Bits of a byte string, the least significant of each byte first. */
export class Bits {
  #at = 0;
  #held = 0;
  #count = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(count: number): number {
    while (this.#count < count) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Damaged('The stream ends too early.');
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** Moves to the next byte. What is skipped must be zero, so that one content has fewer forms. */
  align(): void {
    if (this.#held !== 0) throw new Damaged('Bits of padding are set.');
    this.#count = 0;
  }

  /** How many whole bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }
}

export interface HuffmanCode {
  /** How many codes have each length, by length. */
  readonly counts: Uint16Array;
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array;
}

/** Builds a code from the length of each symbol's code in bits, 0 for a symbol that does not occur. */
export function huffmanCode(lengths: ArrayLike<number>): HuffmanCode {
  const counts = new Uint16Array(CODE_BITS_MAX + 1);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i]!]!++;
  refuseOverfull(counts);
  const offsets = new Uint16Array(CODE_BITS_MAX + 2);
  for (let bits = 1; bits <= CODE_BITS_MAX; bits++) offsets[bits + 1] = offsets[bits]! + counts[bits]!;
  const symbols = new Uint16Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) if (lengths[i]) symbols[offsets[lengths[i]!]!++] = i;
  return { counts, symbols };
}

function refuseOverfull(counts: Uint16Array): void {
  for (let bits = 1, free = 1; bits <= CODE_BITS_MAX; bits++) {
    free = free * 2 - counts[bits]!;
    if (free < 0) throw new Damaged('More codes than their lengths allow.');
  }
}

export function takeSymbol(bits: Bits, { counts, symbols }: HuffmanCode): number {
  for (let length = 1, code = 0, first = 0, index = 0; length <= CODE_BITS_MAX; length++) {
    code |= bits.take(1);
    const count = counts[length]!;
    if (code - first < count) return symbols[index + code - first]!;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new Damaged('A code that stands for nothing.');
}
