import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheck, readCreditCode } from './credit-code.ts';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const sign = fc.constantFrom(...SIGNS);
const digit = fc.constantFrom(...'0123456789');
const text = (each: fc.Arbitrary<string>, length: number) =>
  fc.array(each, { minLength: length, maxLength: length }).map((parts) => parts.join(''));
const body = fc.tuple(text(sign, 2), text(digit, 6), text(sign, 9)).map((parts) => parts.join(''));

describe('the unified social credit code', () => {
  it('M-03 reads the example of the standard’s method', () => {
    // 91350100M000100Y43 is the worked example that goes with GB 32100-2015.
    expect(readCreditCode('91350100M000100Y43')).toEqual({ outcome: 'valid', code: '91350100M000100Y43' });
  });

  it('M-03 reads it with spaces, in small letters, in full width', () => {
    for (const typed of [
      '9135 0100 m000 100y 43',
      '９１３５０１００Ｍ０００１００Ｙ４３',
      ' 91350100-M000100Y43 ',
    ]) {
      expect(readCreditCode(typed)).toMatchObject({ outcome: 'valid' });
    }
  });

  it('M-03 tells a code of the wrong form from a wrong check sign', () => {
    expect(readCreditCode('91350100M000100Y4').outcome).toBe('wrong-form');
    expect(readCreditCode('91350100M000100Y433').outcome).toBe('wrong-form');
    expect(readCreditCode('91350100I000100Y43').outcome).toBe('wrong-form');
    expect(readCreditCode('').outcome).toBe('wrong-form');
    expect(readCreditCode('91350100M000100Y44').outcome).toBe('wrong-check');
  });

  it('M-03 accepts every code with its own check sign, and none with one sign changed', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), digit, (made, index, other) => {
        const check = creditCodeCheck(made);
        expect(readCreditCode(made + check).outcome).toBe('valid');
        fc.pre(made[index] !== other);
        const changed = made.slice(0, index) + other + made.slice(index + 1);
        expect(readCreditCode(changed + check).outcome).toBe('wrong-check');
      }),
    );
  });
});
