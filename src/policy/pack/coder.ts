/**
 * A text as few bits: an arithmetic coder that guesses each symbol from those before it. Several guesses, each from another
 * length of context, are mixed by weights that learn (M. Mahoney, "Adaptive Weighing of Context Models for Lossless Data
 * Compression", 2005). Whole numbers only, so that every machine computes the same.
 */

/** Symbols are bytes; each is coded as the path to it in a Huffman tree, so that frequent ones take few steps. */
export const SYMBOLS = 256;

/** How many symbols back each guess looks; 0 stands for the word so far. */
const ORDERS = [1, 2, 3, 4, 6, 0];
const TABLE_BITS = 21;
const TABLE_MASK = (1 << TABLE_BITS) - 1;
const COUNT_MAX = 14;
const LEARNING_SHIFT = 13;
const FIRST_WEIGHT = 22_000;

/** The logistic function: -2047..2047 in eighths of a nat-sixteenth to 0..4095 (the table of lpaq1). */
const SQUASHED = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
  3901, 3975, 4024, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

function squash(value: number): number {
  if (value > 2047) return 4095;
  if (value < -2047) return 1;
  const weight = value & 127;
  const place = (value >> 7) + 16;
  return ((SQUASHED[place] as number) * (128 - weight) + (SQUASHED[place + 1] as number) * weight + 64) >> 7;
}

function makeStretched(): Int16Array {
  const stretched = new Int16Array(4096);
  let filled = 0;
  for (let value = -2047; value <= 2047; value++) {
    const share = squash(value);
    for (; filled <= share; filled++) stretched[filled] = value;
  }
  return stretched.fill(2047, filled);
}

const isWordSymbol = (symbol: number): boolean =>
  (symbol >= 97 && symbol <= 122) || (symbol >= 65 && symbol <= 90) || symbol >= 128;

export interface Model {
  /** The likelihood of a 1 at a node of the tree, 1 to 4095 of 4096. */
  guess(node: number): number;
  learn(bit: number): void;
  /** A symbol is complete. */
  next(symbol: number): void;
}

/** Coder and decoder each have one; fed the same symbols they guess the same. */
export function makeModel(): Model {
  const count = ORDERS.length;
  const stretched = makeStretched();
  const shares = ORDERS.map(() => new Uint16Array(1 << TABLE_BITS).fill(32_768));
  const seen = ORDERS.map(() => new Uint8Array(1 << TABLE_BITS));
  const rates = Int32Array.from({ length: COUNT_MAX + 1 }, (_, n) => Math.floor(65_536 / (n + 1.6)));
  const weights = new Int32Array(SYMBOLS * count).fill(FIRST_WEIGHT);
  const inputs = new Int32Array(count);
  const places = new Int32Array(count);
  const contexts = new Int32Array(count);
  const past = new Uint8Array(8);
  let word = 0;
  let set = 0;
  let guessed = 2048;
  return {
    guess(node) {
      for (let i = 0; i < count; i++) {
        const mixed = Math.imul((contexts[i] as number) + node, 0x2c1b3c6d);
        const place = (mixed ^ (mixed >>> 15)) & TABLE_MASK;
        places[i] = place;
        inputs[i] = stretched[((shares[i] as Uint16Array)[place] as number) >> 4] as number;
      }
      set = node * count;
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (inputs[i] as number) * (weights[set + i] as number);
      guessed = squash(Math.round(sum / 65_536));
      return guessed;
    },
    learn(bit) {
      const error = ((bit << 12) - guessed) * 7;
      for (let i = 0; i < count; i++) {
        const place = places[i] as number;
        const share = shares[i] as Uint16Array;
        const counted = seen[i] as Uint8Array;
        const n = counted[place] as number;
        const was = share[place] as number;
        weights[set + i] = (weights[set + i] as number) + (((inputs[i] as number) * error) >> LEARNING_SHIFT);
        share[place] = was + ((((bit === 1 ? 65_535 : 0) - was) * ((rates[n] as number) >> 2)) >> 14);
        if (n < COUNT_MAX) counted[place] = n + 1;
      }
    },
    next(symbol) {
      past.copyWithin(1, 0, 7);
      past[0] = symbol;
      word = isWordSymbol(symbol) ? Math.imul(word + symbol + 1, 0x2f0b4c47) : 0;
      for (let i = 0; i < count; i++) {
        const order = ORDERS[i] as number;
        let hash = Math.imul(i + 1, 0x9e3779b1);
        if (order === 0) hash ^= Math.imul(word + 1, 0x5bd1e995);
        for (let back = 0; back < order; back++) {
          hash = Math.imul(hash ^ ((past[back] as number) + 1), 0x2545f491);
          hash ^= hash >>> 13;
        }
        contexts[i] = hash;
      }
    },
  };
}
