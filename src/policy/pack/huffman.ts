/** A Huffman tree over bytes: how long the path to each is, and from the lengths alone the same tree again. */
import { SYMBOLS } from './coder.ts';

/** `children[2 * node + bit]`: the next node, or the symbol as `-1 - symbol`. Node 0 is the root. */
export type Tree = Int16Array;

interface Branch {
  readonly weight: number;
  readonly symbols: readonly number[];
}

/** Path lengths; 0 for bytes that do not occur. */
export function pathLengths(bytes: Uint8Array): Uint8Array {
  const counts = new Uint32Array(SYMBOLS);
  for (const byte of bytes) counts[byte] = (counts[byte] as number) + 1;
  const lengths = new Uint8Array(SYMBOLS);
  let branches: Branch[] = [...counts.keys()]
    .filter((symbol) => (counts[symbol] as number) > 0)
    .map((symbol) => ({ weight: counts[symbol] as number, symbols: [symbol] }));
  const [only, ...others] = branches;
  // A single byte needs a path too.
  if (only && others.length === 0) lengths[only.symbols[0] ?? 0] = 1;
  while (branches.length > 1) {
    branches = branches.toSorted((a, b) => a.weight - b.weight);
    const [a, b, ...rest] = branches as [Branch, Branch, ...Branch[]];
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] as number) + 1;
    branches = [...rest, { weight: a.weight + b.weight, symbols }];
  }
  return lengths;
}

/** The canonical tree of some lengths. */
export function makeTree(lengths: Uint8Array): { readonly tree: Tree; readonly paths: readonly string[] } {
  const order = [...lengths.keys()].filter((symbol) => (lengths[symbol] as number) > 0);
  order.sort((a, b) => (lengths[a] as number) - (lengths[b] as number) || a - b);
  const tree: Tree = new Int16Array(2 * SYMBOLS);
  const paths: string[] = [];
  let path = 0;
  let length = 0;
  let nodes = 1;
  for (const symbol of order) {
    path <<= (lengths[symbol] as number) - length;
    length = lengths[symbol] as number;
    const bits = path.toString(2).padStart(length, '0');
    paths[symbol] = bits;
    let node = 0;
    for (let at = 0; at < length - 1; at++) {
      const place = 2 * node + Number(bits[at]);
      if (tree[place] === 0) tree[place] = nodes++;
      node = tree[place] as number;
    }
    tree[2 * node + Number(bits[length - 1])] = -1 - symbol;
    path++;
  }
  return { tree, paths };
}
