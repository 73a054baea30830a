/** The Merkle tree hash of RFC 6962, section 2.1, grown leaf by leaf. */
import { createHash } from 'node:crypto';

const HASH_BYTES = 32;

export const leafHash = (leaf: string): Buffer =>
  createHash('sha256').update(Buffer.of(0)).update(leaf, 'utf8').digest();

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** The roots of the perfect subtrees that make up a tree of `size` leaves, from the largest to the smallest. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/** Appends leaf hashes; costs two hashes a leaf on average, whatever the size. */
export function grow(frontier: Frontier, leaves: readonly Buffer[]): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let peak = leaf;
    // Every trailing one bit of the size is a perfect subtree as high as the peak: join them.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) peak = nodeHash(peaks.pop()!, peak);
    peaks.push(peak);
    size += 1;
  }
  return { size, peaks };
}

export function rootOf(frontier: Frontier): Buffer {
  const [last, ...others] = frontier.peaks.toReversed();
  if (!last) return createHash('sha256').digest();
  return others.reduce((right, left) => nodeHash(left, right), last);
}

export const encodePeaks = (frontier: Frontier): Buffer => Buffer.concat(frontier.peaks);

export function decodeFrontier(size: number, peaks: Buffer): Frontier {
  const count = peaks.length / HASH_BYTES;
  return {
    size,
    peaks: Array.from({ length: count }, (_, i) => peaks.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
  };
}
