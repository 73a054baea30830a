import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrontier, EMPTY_FRONTIER, encodePeaks, grow, leafHash, rootOf } from './merkle.ts';

/** RFC 6962, 2.1, word for word: the definition that the incremental form must agree with. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const parts = [Buffer.of(1), definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k))];
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

describe('the Merkle tree', () => {
  it('has the roots of the certificate-transparency test vectors', () => {
    expect(rootOf(EMPTY_FRONTIER).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(rootOf(grow(EMPTY_FRONTIER, [leafHash('')])).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });

  it('grows to the root that RFC 6962 defines, whatever the batches and however often it is stored between', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 20 }), { maxLength: 12 }), (batches) => {
        let frontier = EMPTY_FRONTIER;
        for (const batch of batches) {
          frontier = grow(decodeFrontier(frontier.size, encodePeaks(frontier)), batch.map(leafHash));
        }
        const leaves = batches.flat().map(leafHash);
        expect(frontier.size).toBe(leaves.length);
        expect(rootOf(frontier).equals(definedRoot(leaves))).toBe(true);
      }),
    );
  });
});
