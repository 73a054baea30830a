import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/kernel/index.ts';
import {
  DOCUMENTS,
  dayTyped,
  draftOf,
  emptyForm,
  type Form,
  faultsOf,
  isField,
  needsEndorsement,
} from './form.ts';

const TODAY = parseDay('2026-11-22');
const day = (year: string, month: string, dom: string) => ({ year, month, day: dom });
const filled: Form = {
  ...emptyForm(),
  name: ' 陳大文 ',
  birth: day('1988', '5', '3'),
  number: 'h123',
  expires: day('2031', '08', '20'),
};

describe('the form of the collection point', () => {
  it('W-01 names every field that is still empty, in the order of the page', () => {
    expect(faultsOf(emptyForm(), TODAY).map(({ field }) => field)).toEqual([
      'name',
      'birthDate',
      'document.number',
      'document.expires',
    ]);
    expect(faultsOf(filled, TODAY)).toEqual([]);
  });

  it('asks for the endorsement only of mainland residents', () => {
    const mainland: Form = { ...filled, category: 'mainland' };
    expect([needsEndorsement(filled), needsEndorsement(mainland)]).toEqual([false, true]);
    expect(faultsOf(mainland, TODAY).map(({ field }) => field)).toEqual(['endorsement.expires']);
  });

  it('refuses a day that does not exist and a birth in the future, but not one of today', () => {
    const born = (birth: Form['birth']) => faultsOf({ ...filled, birth }, TODAY).map(({ text }) => text.en);
    expect(born(day('2025', '2', '29'))).toEqual(['{field}: there is no such day']);
    expect(born(day('2026', '11', '23'))).toEqual(['{field}: must not lie in the future']);
    expect(born(day('2026', '11', '22'))).toEqual([]);
  });

  it('joins a typed day, with or without leading zeros', () => {
    expect(dayTyped(day('1988', '5', '3'))).toBe('1988-05-03');
    expect(dayTyped(day('88', '5', '3'))).toBe('0088-05-03');
    expect(dayTyped(day('', '', ''))).toBeUndefined();
  });

  it('leaves it to the law whether a document is still valid', () => {
    expect(faultsOf({ ...filled, expires: day('2020', '1', '1') }, TODAY)).toEqual([]);
  });

  it('makes a draft with trimmed text and nothing that was not asked', () => {
    expect(draftOf(filled, 'pt')).toEqual({
      category: 'hkmo',
      name: '陳大文',
      birthDate: '1988-05-03',
      document: { type: 'HRP', number: 'H123', expires: '2031-08-20' },
      language: 'pt',
    });
    const mainland: Form = {
      ...filled,
      category: 'mainland',
      endorsementExpires: day('2027', '1', '1'),
      guardianPresent: true,
    };
    expect(draftOf(mainland, 'en')).toMatchObject({
      guardianPresent: true,
      endorsement: { type: 'G', entries: 'multiple', destination: 'HK', expires: '2027-01-01' },
    });
  });

  it('knows which of the server’s field names it can show', () => {
    expect([isField('document.expires'), isField('toString'), isField(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(Object.values(DOCUMENTS).every((types) => types.length > 0)).toBe(true);
  });
});
