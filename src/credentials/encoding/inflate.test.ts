import { constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from './deflate.ts';
import { inflate } from './inflate.ts';

const MAX = 100_000;
/** zlib writes another header for other levels; the packed part is what is tried here. */
function pack(bytes: Uint8Array, options = {}): Uint8Array {
  const packed = new Uint8Array(deflateSync(bytes, options));
  packed.set([0x78, 0x9c]);
  return packed;
}
const text = new TextEncoder().encode('口岸 port of entry, port of exit, port of call. '.repeat(40));

describe('inflate', () => {
  it('reads what the platform packs, any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        const plain = new Uint8Array(bytes);
        expect(Buffer.from(inflate(await deflate(plain), MAX)!).equals(plain)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['stored', { level: 0 }],
    ['fixed', { strategy: constants.Z_FIXED }],
    ['dynamic', { level: 9 }],
    ['literal', { strategy: constants.Z_HUFFMAN_ONLY }],
    ['run', { strategy: constants.Z_RLE }],
  ])('reads %s blocks', (_, options) => {
    for (const plain of [text, Uint8Array.of(7), new Uint8Array(0), new Uint8Array(70_000).fill(9)]) {
      expect(Buffer.from(inflate(pack(plain, options), MAX)!).equals(plain)).toBe(true);
    }
  });

  it('gives up at its bound, not one byte before', () => {
    const packed = pack(text);
    expect(inflate(packed, text.length)).toHaveLength(text.length);
    expect(inflate(packed, text.length - 1)).toBeUndefined();
  });

  it('gives up on a bomb of 100 MB without making it', () => {
    const bomb = pack(new Uint8Array(100_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    expect(inflate(bomb, 1024)).toBeUndefined();
  });

  it('refuses every shortened form, and a byte too many', () => {
    const packed = pack(text);
    for (let length = 0; length < packed.length; length++) {
      expect(inflate(packed.subarray(0, length), MAX)).toBeUndefined();
    }
    expect(inflate(Uint8Array.of(...packed, 0), MAX)).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        inflate(Uint8Array.of(0x78, 0x9c, ...bytes), MAX);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses another header, which would be another text of the same content', () => {
    const packed = pack(text);
    for (const flags of [0x01, 0x5e, 0xda]) {
      expect(inflate(Uint8Array.of(0x78, flags, ...packed.subarray(2)), MAX)).toBeUndefined();
    }
  });
});
