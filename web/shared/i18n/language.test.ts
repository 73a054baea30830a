import { describe, expect, it } from 'vitest';
import { ARIA_LOCALES, chooseLanguage, languageOfTag } from './language.ts';
import { fill } from './words.ts';

describe('language', () => {
  it('reads Hong Kong, Macao and Taiwan as traditional, other Chinese as simplified', () => {
    expect(['zh-HK', 'zh-MO', 'zh-TW', 'zh-Hant-HK', 'yue'].map(languageOfTag)).toEqual(
      Array(5).fill('zh-Hant'),
    );
    expect(['zh', 'zh-CN', 'zh-SG', 'zh-Hans-HK'].map(languageOfTag)).toEqual(Array(4).fill('zh-Hans'));
    expect(['pt-MO', 'pt-BR', 'en-US', 'fr'].map(languageOfTag)).toEqual(['pt', 'pt', 'en', undefined]);
  });

  it('takes the address before what was chosen, and that before what the browser prefers', () => {
    const preferred = ['fr', 'pt-PT'];
    expect(chooseLanguage({ search: '?lang=zh-Hant', stored: 'en', preferred })).toBe('zh-Hant');
    expect(chooseLanguage({ search: '?lang=xx', stored: 'en', preferred })).toBe('en');
    expect(chooseLanguage({ search: '', stored: 'xx', preferred })).toBe('pt');
    expect(chooseLanguage({ search: '', stored: null, preferred: ['fr'] })).toBe('en');
  });

  it('tells React Aria locales that it does not take for Simplified or Brazilian', () => {
    expect(ARIA_LOCALES['zh-Hant']).toBe('zh-TW');
    expect(ARIA_LOCALES.pt).toBe('pt-PT');
  });

  it('fills placeholders and leaves unknown ones visible', () => {
    expect(fill('{n} of {of}', { n: 1, of: 3 })).toBe('1 of 3');
    expect(fill('{n} left', {})).toBe('{n} left');
  });
});
