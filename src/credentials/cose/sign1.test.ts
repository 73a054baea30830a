import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor } from '../encoding/cbor.ts';
import { fromHex, toHex } from '../encoding/hex.ts';
import { KEY_11, KEY_MERIADOC, publicKeyOf, signerOf } from '../keys.fixture.ts';
import { isSignedBy, thumbprint } from './public-key.ts';
import { bytesToSign, decodeSign1, encodeSign1, sigStructure } from './sign1.ts';

const content = new TextEncoder().encode('This is the content.');
/** RFC 9052, appendix C.2.1. */
const EXAMPLE_HEADER = fromHex('a10126');
const EXAMPLE_SIGNATURE = fromHex(
  '8eb33e4ca31d1c465ab05aac34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36',
);

const signed = async () => {
  const signer = await signerOf(KEY_11);
  const signature = await signer.sign(bytesToSign(signer.kid, content));
  return { kid: signer.kid, payload: content, signature };
};

describe('COSE_Sign1', () => {
  it('signs the bytes that RFC 9052 shows, and its example signature holds', async () => {
    const bytes = sigStructure(EXAMPLE_HEADER, content);
    expect(toHex(bytes)).toBe('846a5369676e61747572653143a101264054546869732069732074686520636f6e74656e742e');
    expect(await isSignedBy(await publicKeyOf(KEY_11), bytes, EXAMPLE_SIGNATURE)).toBe(true);
    expect(await isSignedBy(await publicKeyOf(KEY_MERIADOC), bytes, EXAMPLE_SIGNATURE)).toBe(false);
  });

  it('names a key by the thumbprint that RFC 9679 shows', async () => {
    const key = await publicKeyOf(KEY_MERIADOC);
    expect(toHex(await thumbprint(key))).toBe(
      '496bd8afadf307e5b08c64b0421bf9dc01528a344a43bda88fadd1669da253ec',
    );
    expect(key.kid).toBe('496bd8afadf307e5');
  });

  it('writes and reads the same', async () => {
    const sign1 = await signed();
    const read = decodeSign1(encodeSign1(sign1));
    expect(read).toEqual(sign1);
    expect(
      await isSignedBy(await publicKeyOf(KEY_11), bytesToSign(read!.kid, read!.payload), read!.signature),
    ).toBe(true);
  });

  it('does not take a point beside the curve, nor half a signature', async () => {
    const { kid, payload, signature } = await signed();
    const bytes = bytesToSign(kid, payload);
    const beside = { x: fromHex(KEY_11.x), y: fromHex(KEY_11.x) };
    expect(await isSignedBy(beside, bytes, signature)).toBe(false);
    expect(await isSignedBy(await publicKeyOf(KEY_11), bytes, signature.slice(0, 32))).toBe(false);
  });

  it('refuses an unprotected header, another algorithm, a key name of another length, and what follows', async () => {
    const sign1 = await signed();
    const whole = encodeSign1(sign1);
    const [header, , payload, signature] = decodeCbor(whole.subarray(1)) as unknown[];
    const tagged = (parts: unknown[]) => Uint8Array.of(0xd2, ...encodeCbor(parts));
    const named = (alg: number, kid: Uint8Array) =>
      encodeCbor(
        new Map<number, unknown>([
          [1, alg],
          [4, kid],
        ]),
      );
    expect(decodeSign1(tagged([header, new Map(), payload, signature]))).toEqual(sign1);
    for (const parts of [
      [header, new Map([[4, 1]]), payload, signature],
      [named(-8, fromHex(sign1.kid)), new Map(), payload, signature],
      [named(-7, fromHex('0102')), new Map(), payload, signature],
      [header, new Map(), null, signature],
      [header, new Map(), payload],
    ]) {
      expect(decodeSign1(tagged(parts))).toBeUndefined();
    }
    expect(decodeSign1(Uint8Array.of(...whole, 0))).toBeUndefined();
    expect(decodeSign1(whole.subarray(1))).toBeUndefined();
  });
});

describe('CBOR', () => {
  it('reads the claims of RFC 8392, and writes them the same', () => {
    const claims =
      'a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b71';
    const read = decodeCbor(fromHex(claims));
    expect(read).toBeInstanceOf(Map);
    expect((read as Map<number, unknown>).get(4)).toBe(1444064944);
    expect(toHex(encodeCbor(read))).toBe(claims);
  });

  it.each([
    ['a number in more bytes than it needs', '1801'],
    ['a map in another order', 'a2020101 01'.replace(' ', '')],
    ['a key twice', 'a201010102'],
    ['an indefinite length', '9f01ff'],
    ['undefined', 'f7'],
    ['two values', '0101'],
    ['nothing', ''],
    ['a text that is no UTF-8', '61ff'],
  ])('refuses %s', (_, hex) => {
    expect(decodeCbor(fromHex(hex))).toBeUndefined();
  });
});
