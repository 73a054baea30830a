/** Bytes as few bytes, and back. */
import { makeModel, SYMBOLS } from './coder.ts';
import { makeTree, pathLengths } from './huffman.ts';

/** The middle of a range, at the likelihood of a 1. */
const split = (low: number, high: number, guessed: number): number =>
  low + Math.floor((high - low) / 4096) * guessed;

/** The lengths of the paths, then the code. */
export function squeeze(bytes: Uint8Array): Uint8Array {
  const lengths = pathLengths(bytes);
  const { tree, paths } = makeTree(lengths);
  const model = makeModel();
  const out: number[] = [...lengths];
  let low = 0;
  let high = 0xffffffff;
  for (const symbol of bytes) {
    let node = 0;
    for (const digit of paths[symbol] as string) {
      const bit = Number(digit);
      const middle = split(low, high, model.guess(node));
      if (bit === 1) high = middle;
      else low = middle + 1;
      model.learn(bit);
      node = tree[2 * node + bit] as number;
      while (low >>> 24 === high >>> 24) {
        out.push(high >>> 24);
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
      }
    }
    model.next(symbol);
  }
  out.push(high >>> 24, (high >>> 16) & 255, (high >>> 8) & 255, high & 255);
  return Uint8Array.from(out);
}

/** As many bytes as were squeezed. */
export function unsqueeze(squeezed: Uint8Array, length: number): Uint8Array {
  const { tree } = makeTree(squeezed.subarray(0, SYMBOLS));
  const model = makeModel();
  const bytes = new Uint8Array(length);
  let at = SYMBOLS;
  const read = () => squeezed[at++] ?? 0;
  let code = ((read() << 24) | (read() << 16) | (read() << 8) | read()) >>> 0;
  let low = 0;
  let high = 0xffffffff;
  for (let index = 0; index < length; index++) {
    let node = 0;
    while (node >= 0) {
      const middle = split(low, high, model.guess(node));
      const bit = code <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      model.learn(bit);
      node = tree[2 * node + bit] as number;
      while (low >>> 24 === high >>> 24) {
        code = ((code << 8) | read()) >>> 0;
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
      }
    }
    const symbol = -1 - node;
    bytes[index] = symbol;
    model.next(symbol);
  }
  return bytes;
}
