import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hongKongCheckDigit, maskName, maskNumber, mod11Two, readDay, readNumber } from './index.ts';

describe('check digits', () => {
  it('follows GB 11643 on the published example', () => {
    expect(mod11Two('11010519491231002')).toBe('X');
    expect(mod11Two('44052418800101001')).toBe('4');
  });

  it('follows the Hong Kong rule for one letter and for two', () => {
    expect(hongKongCheckDigit('A123456')).toBe('3');
    expect(hongKongCheckDigit('AB987654')).toBe('3');
  });

  it('notices any single wrong digit of eighteen', () => {
    const body = fc.stringMatching(/^[1-8]\d{16}$/);
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const changed = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
        expect(mod11Two(changed)).not.toBe(mod11Two(digits));
      }),
    );
  });
});

describe('document numbers', () => {
  it.each([
    ['EEP', 'C12345678'],
    ['EEP', 'CA1234567'],
    ['HRP', 'H12345678'],
    ['HRP', 'M1234567800'],
    ['HRP_NC', 'HA1234567'],
    ['MTP_TW_5Y', '12345678'],
    ['RP_HKMOTW', '810000199001011233'.slice(0, 17) + mod11Two('81000019900101123')],
    ['SOMETHING_ELSE', 'AB12345'],
  ])('%s takes %s', (type, number) => {
    expect(readNumber(type, number)).toEqual({ outcome: 'valid', number });
  });

  it.each([
    ['EEP', 'CI1234567'],
    ['EEP', 'C1234567'],
    ['HRP', 'X12345678'],
    ['HRP', 'H123456789'],
    ['HRP_NC', 'HB1234567'],
    ['MTP_TW_5Y', '1234567'],
    ['SOMETHING_ELSE', '<script>'],
    ['__proto__', '!'],
  ])('%s refuses %s and says what would be right', (type, number) => {
    expect(readNumber(type, number)).toMatchObject({ outcome: 'wrong-form', expected: expect.any(String) });
  });

  it('tells a wrong check digit from a wrong form', () => {
    const right = mod11Two('81000019900101123');
    const wrong = right === '5' ? '6' : '5';
    expect(readNumber('RP_HKMOTW', `81000019900101123${wrong}`)).toMatchObject({
      outcome: 'wrong-check-digit',
    });
  });

  it('reads full-width digits, spaces and hyphens as people copy them', () => {
    for (const text of [' Ｈ１２３-４５６ 78 ', '\u202aH123–45678\u202c']) {
      expect(readNumber('HRP', text)).toEqual({ outcome: 'valid', number: 'H12345678' });
    }
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (type, text) => void readNumber(type, text)));
  });
});

describe('A-09 masking', () => {
  it.each([
    ['陳大文', '陳 * 文'],
    ['歐陽小文文', '歐 * * * 文'],
    ['陳文', '陳 *'],
    ['陳', '*'],
    ['CHAN TAI MAN', 'CHAN T** M**'],
    ['Cher', 'C**'],
    ['', '**'],
  ])('%s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('shows the last four of a number', () => {
    expect(maskNumber('H12345678')).toBe('5678');
  });
});

describe('days on documents', () => {
  it.each([
    ['2030-01-05', '2030-01-05'],
    ['2030/1/5', '2030-01-05'],
    ['２０３０．１．５', '2030-01-05'],
    ['2030年1月5日', '2030-01-05'],
    [' 20300105\u200e', '2030-01-05'],
    ['2028-2-29', '2028-02-29'],
  ])('H-11 reads %s', (text, day) => {
    expect(readDay(text)).toEqual({ outcome: 'day', day });
  });

  it.each(['', '5/1', 'tomorrow', '05-01-2030x', '2030-1', '2030年'])(
    'H-11 says where the day stands instead of reading %j',
    (text) => {
      expect(readDay(text)).toMatchObject({
        outcome: 'wrong-form',
        expected: expect.stringContaining('有效期限'),
      });
    },
  );

  it('H-11 asks for the year of the common era, and says which it would be', () => {
    for (const text of ['119-1-5', '民國119年1月5日', '民国119.1.5']) {
      expect(readDay(text)).toMatchObject({
        outcome: 'republic-calendar',
        expected: expect.stringContaining('2030-01-05'),
      });
    }
  });

  it('knows days that do not exist, and never throws', () => {
    expect(readDay('2030-02-30').outcome).toBe('no-such-day');
    expect(readDay('2029-02-29').outcome).toBe('no-such-day');
    fc.assert(fc.property(fc.string(), (text) => void readDay(text)));
  });
});
