import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/index.ts';
import { readMrz } from './mrz.ts';

const TODAY = '2026-11-22' as Day;
/** The specimens of ICAO Doc 9303 parts 4 and 5. */
const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];
const CARD = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];

describe('the machine-readable zone', () => {
  it('S-01 is read from a passport, whatever stands between its lines', () => {
    for (const between of ['\n', ' ', '\r\n\t', '　']) {
      expect(readMrz(PASSPORT.join(between), TODAY)).toEqual({
        outcome: 'read',
        fields: {
          familyName: 'ERIKSSON',
          givenNames: 'ANNA MARIA',
          number: 'L898902C3',
          birthDate: '1974-08-12',
          expires: '2012-04-15',
          sex: 'female',
        },
      });
    }
  });

  it('is read from a card, from small letters and from full-width signs', () => {
    expect(readMrz(CARD.join('\n'), TODAY)).toMatchObject({ fields: { number: 'D23145890' } });
    expect(readMrz(PASSPORT.join('\n').toLowerCase(), TODAY).outcome).toBe('read');
    expect(readMrz(PASSPORT.join('\n').replaceAll('<', '＜'), TODAY).outcome).toBe('read');
  });

  it('knows the country of a code, Germany’s one letter too, and none for a code that is no country', () => {
    const of = (code: string) => readMrz(PASSPORT.join('\n').replaceAll('UTO', code), TODAY);
    expect(of('USA')).toMatchObject({ fields: { nationality: 'US' } });
    expect(of('D<<')).toMatchObject({ fields: { nationality: 'DE' } });
    expect(of('GBN')).toMatchObject({ fields: { nationality: 'GB' } });
    expect(of('XXA')).not.toHaveProperty('fields.nationality');
  });

  it('puts a birth in the century that has come, on both sides of today', () => {
    expect(readMrz(PASSPORT.join('\n'), '2074-08-11' as Day)).toMatchObject({
      fields: { birthDate: '1974-08-12' },
    });
    expect(readMrz(PASSPORT.join('\n'), '2074-08-12' as Day)).toMatchObject({
      fields: { birthDate: '2074-08-12' },
    });
  });

  it('W-01 is unreadable with one wrong sign, and says what it should look like', () => {
    const mistyped = PASSPORT.join('\n').replace('L898902C3', 'L898903C3');
    expect(readMrz(mistyped, TODAY)).toMatchObject({ outcome: 'unreadable' });
    expect(readMrz('', TODAY)).toMatchObject({ outcome: 'unreadable' });
  });

  it('never throws, whatever was copied', () => {
    const signs = fc.string({ unit: fc.constantFrom('<', 'A', 'P', '1', '\n', '字'), maxLength: 120 });
    fc.assert(fc.property(signs, (text) => readMrz(text, TODAY).outcome !== undefined));
  });
});
