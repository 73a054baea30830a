/**
 * Opens zlib data (RFC 1950 and 1951) in any browser and in Node, at once and with a bound on what comes out, so that a
 * small code cannot fill a verifier's memory. Stricter than a general inflater: what is issued here begins with 78 9C,
 * pads with zero bits and ends with its checksum; anything else is refused, so that no changed byte goes unnoticed.
 */
import { Bits, Damaged, type HuffmanCode, huffmanCode, takeSymbol } from './huffman.ts';

const ZLIB_HEADER = [0x78, 0x9c];
const CHECKSUM_BYTES = 4;

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;

interface BlockCodes {
  readonly literals: HuffmanCode;
  readonly distances: HuffmanCode;
}

const fixedLength = (symbol: number) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
const FIXED: BlockCodes = {
  literals: huffmanCode(Array.from({ length: 288 }, (_, symbol) => fixedLength(symbol))),
  distances: huffmanCode(Array(30).fill(5)),
};

/** What comes out, growing up to its bound. */
class Output {
  bytes = new Uint8Array(1024);
  length = 0;
  readonly #max: number;

  constructor(bytesMax: number) {
    this.#max = bytesMax;
  }

  push(byte: number): void {
    if (this.length >= this.#max) throw new Damaged('More comes out than is allowed.');
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }

  repeat(distance: number, count: number): void {
    if (distance > this.length) throw new Damaged('A repetition from before the beginning.');
    for (let i = 0; i < count; i++) this.push(this.bytes[this.length - distance]!);
  }
}

/** Undefined when the data are damaged, are no zlib data, go on after their end, or give more than `bytesMax` bytes. */
export function inflate(data: Uint8Array, bytesMax: number): Uint8Array<ArrayBuffer> | undefined {
  if (ZLIB_HEADER.some((byte, i) => data[i] !== byte)) return undefined;
  const out = new Output(bytesMax);
  try {
    const bits = new Bits(data.subarray(ZLIB_HEADER.length));
    for (let last = 0; last === 0; ) {
      last = bits.take(1);
      readBlock(bits, out);
    }
    bits.align();
    if (bits.left !== CHECKSUM_BYTES) return undefined;
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
  const bytes = out.bytes.slice(0, out.length);
  const told = new DataView(data.buffer, data.byteOffset + data.length - CHECKSUM_BYTES).getUint32(0);
  return told === adler32(bytes) ? bytes : undefined;
}

function readBlock(bits: Bits, out: Output): void {
  const kind = bits.take(2);
  if (kind === 0) readStored(bits, out);
  else if (kind === 1) readCompressed(bits, out, FIXED);
  else if (kind === 2) readCompressed(bits, out, readCodes(bits));
  else throw new Damaged('A kind of block that does not exist.');
}

function readStored(bits: Bits, out: Output): void {
  bits.align();
  const [length, complement] = [bits.take(16), bits.take(16)];
  if (length !== (~complement & 0xffff)) throw new Damaged('The length of a stored block is damaged.');
  for (let i = 0; i < length; i++) out.push(bits.take(8));
}

function readCompressed(bits: Bits, out: Output, { literals, distances }: BlockCodes): void {
  for (;;) {
    const symbol = takeSymbol(bits, literals);
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) {
      out.push(symbol);
      continue;
    }
    const length = withExtra(bits, symbol - END_OF_BLOCK - 1, LENGTH_BASE, LENGTH_BITS);
    out.repeat(withExtra(bits, takeSymbol(bits, distances), DISTANCE_BASE, DISTANCE_BITS), length);
  }
}

function withExtra(bits: Bits, index: number, bases: readonly number[], extra: readonly number[]): number {
  const [base, count] = [bases[index], extra[index]];
  if (base === undefined || count === undefined)
    throw new Damaged('A length or distance that does not exist.');
  return base + bits.take(count);
}

/** The codes of a dynamic block, themselves compressed (RFC 1951, 3.2.7). */
function readCodes(bits: Bits): BlockCodes {
  const [literals, distances, described] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const ofLengths = new Uint8Array(LENGTHS_ORDER.length);
  for (const symbol of LENGTHS_ORDER.slice(0, described)) ofLengths[symbol] = bits.take(3);
  const lengths = readLengths(bits, huffmanCode(ofLengths), literals + distances);
  return {
    literals: huffmanCode(lengths.slice(0, literals)),
    distances: huffmanCode(lengths.slice(literals)),
  };
}

function readLengths(bits: Bits, code: HuffmanCode, count: number): number[] {
  const lengths: number[] = [];
  while (lengths.length < count) {
    const symbol = takeSymbol(bits, code);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...Array<number>(3 + bits.take(2)).fill(lastOf(lengths)));
    else lengths.push(...Array<number>(symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)).fill(0));
  }
  if (lengths.length > count) throw new Damaged('More lengths than were announced.');
  return lengths;
}

function lastOf(lengths: readonly number[]): number {
  const last = lengths.at(-1);
  if (last === undefined) throw new Damaged('A repetition of nothing.');
  return last;
}

/** Checksum of RFC 1950, 8.2. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
