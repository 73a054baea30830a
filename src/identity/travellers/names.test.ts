import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameName, readName } from './names.ts';
import { isMainlandMobile, maskContact, readEmail, readMobile } from './phone.ts';

const CHAN = { 'zh-Hant': '陳大文', latin: 'CHAN, Tai Man' };

describe('names', () => {
  it.each([
    '陳大文',
    ' 陳 大 文 ',
    'Chan Tai Man',
    'CHAN, TAI-MAN',
    'ＣＨＡＮ　ＴＡＩ　ＭＡＮ',
    '陳大文 CHAN Tai Man',
    '\u200f陳大文\u200e',
  ])('H-10 %j is the name on the document', (typed) => {
    const read = readName(typed);
    expect(read.outcome).toBe('valid');
    expect(read.outcome === 'valid' && isSameName(read.name, CHAN)).toBe(true);
  });

  it.each(['陈大文', '陳大', 'CHAN', '陳大文 WONG', 'Tai Man Chan', '·'])(
    'H-10 %j is another name: scripts are not converted, parts are not left out',
    (typed) => expect(isSameName(typed, CHAN)).toBe(false),
  );

  it('compares without accents, which documents do not print', () => {
    expect(isSameName('João Conceição', { latin: 'JOAO, Conceicao' })).toBe(true);
  });

  it('reads rare signs beyond the basic plane, one sign and fifty', () => {
    expect(isSameName('𠮷野', { 'zh-Hant': '𠮷野' })).toBe(true);
    for (const name of ['文', 'A'.repeat(50), '𠮷'.repeat(80)]) {
      expect(readName(name)).toEqual({ outcome: 'valid', name });
    }
  });

  it.each(['', '   ', '\u200f', 'Chan 😀', 'Chan 1', '<b>Chan</b>', '文'.repeat(81)])(
    'refuses %j and says why',
    (text) => {
      expect(readName(text)).toMatchObject({
        outcome: 'wrong-form',
        expected: expect.stringContaining('document'),
      });
    },
  );

  it('never throws, and a name is always its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const read = readName(text);
        if (read.outcome === 'valid' && /\p{L}/u.test(read.name)) {
          expect(isSameName(read.name, { any: read.name })).toBe(true);
        }
      }),
    );
  });
});

describe('mobile numbers', () => {
  it.each([
    ['+852 9123 4567', '+85291234567'],
    ['00852-9123-4567', '+85291234567'],
    ['＋８５３ ６６１２３４５６', '+85366123456'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['+886 0912 345 678', '+886912345678'],
  ])('H-10 %s is %s', (typed, to) => expect(readMobile(typed)).toEqual({ outcome: 'valid', to }));

  it.each(['91234567', '+85231234567', '+85326612345', '+8612345678901', '+44 7700 900123', '+', '', 'a'])(
    'H-10 %s is none that a code can be sent to',
    (typed) => expect(readMobile(typed)).toMatchObject({ outcome: 'wrong-form' }),
  );

  it('H-10 tells a number of the mainland from one of Taiwan, whose code begins alike', () => {
    expect(isMainlandMobile('+8613800138000')).toBe(true);
    expect([isMainlandMobile('+886912345678'), isMainlandMobile(undefined)]).toEqual([false, false]);
  });

  it('shows enough to know one’s own', () => {
    expect(maskContact('+85291234567')).toBe('+852 •••• 4567');
    expect(maskContact('name@example.org')).toBe('n•••@example.org');
  });
});

describe('e-mail addresses', () => {
  it.each(['name@example.org', 'a.b+c@mail.example.org'])('%s is one', (to) =>
    expect(readEmail(to)).toEqual({ outcome: 'valid', to }),
  );
  it.each(['', 'name', 'a@b', 'a@b..org', '<a@b.org>', 'a@b.org\r\nBcc: x@y.org', `${'a'.repeat(65)}@b.org`])(
    '%j is none',
    (text) => expect(readEmail(text)).toMatchObject({ outcome: 'wrong-form' }),
  );
});
