import { describe, expect, it } from 'vitest';
import { realNameWords } from '../../shared/i18n/identity-words.ts';
import { DOCUMENT_CHOICES, draftOfRealName, emptyRealName, faultsOfRealName } from './real-name-form.ts';

const right = {
  ...emptyRealName(),
  number: 'Ｈ１２３ ４５６７８',
  name: '\u200f陳大文',
  expires: { year: '2030', month: '1', day: '5' },
};
const faultOf = (change: object) => faultsOfRealName({ ...right, ...change });

describe('the real-name form', () => {
  it('H-15 offers the Home Return Permit first, in every language', () => {
    expect(DOCUMENT_CHOICES[0]?.[0]).toBe('HRP');
    expect(DOCUMENT_CHOICES.every(([, words]) => words.pt !== '')).toBe(true);
  });

  it('takes full-width digits, spaces and marks that print nothing', () => {
    expect(faultsOfRealName(right)).toEqual([]);
    expect(draftOfRealName(right)).toMatchObject({ expires: '2030-01-05', number: right.number });
  });

  it('W-01 tells of every empty field at once, in the order of the page', () => {
    expect(faultsOfRealName(emptyRealName()).map(({ field }) => field)).toEqual([
      'number',
      'name',
      'expires',
    ]);
  });

  it.each([
    ['a day that does not exist', { expires: { year: '2030', month: '2', day: '30' } }, realNameWords.badDay],
    ['half a day', { expires: { year: '2030', month: '', day: '' } }, realNameWords.badDay],
    ['the Republic calendar', { expires: { year: '119', month: '1', day: '5' } }, realNameWords.republic],
    ['emoji in the name', { name: '陳大文 😀' }, realNameWords.badName],
    ['a number of another document', { number: 'C12345678' }, realNameWords.badNumber],
    ['a check digit', { type: 'RP_HKMOTW', number: '810000199001011231' }, realNameWords.badCheckDigit],
  ])('H-11 names the fault: %s', (_, change, text) => {
    expect(faultOf(change).map((fault) => fault.text)).toEqual([text]);
  });

  it('takes names of one sign and of fifty', () => {
    expect(faultOf({ name: '文' })).toEqual([]);
    expect(faultOf({ name: 'A'.repeat(50) })).toEqual([]);
  });
});
