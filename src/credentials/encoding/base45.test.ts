import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes and reads the example %j of RFC 9285', (plain, written) => {
    expect(encodeBase45(utf8(plain))).toBe(written);
    expect(decodeBase45(written)).toEqual(utf8(plain));
  });

  it('reads back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect([...(decodeBase45(encodeBase45(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it('reads no bytes from two different texts', () => {
    const signs = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:az');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
        const bytes = decodeBase45(text);
        if (bytes) expect(encodeBase45(bytes)).toBe(text);
      }),
    );
  });

  it.each([
    ['a group above two bytes', 'GGX'],
    ['a group above one byte', ':::0'.slice(0, 2)],
    ['one sign left over', 'BB8A'],
    ['lower case', 'bb8'],
    ['a sign outside the alphabet', 'BB_'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase45(text)).toBeUndefined();
  });

  it('takes the largest group of three, and not the next', () => {
    expect(decodeBase45('FGW')).toEqual(Uint8Array.of(0xff, 0xff));
    expect(decodeBase45('GGW')).toBeUndefined();
  });
});
