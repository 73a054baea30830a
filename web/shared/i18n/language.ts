/** Which of the four languages a page speaks, and what the browser's parts are told about it. */
import { LANGUAGES, type Language } from '../../../src/kernel/index.ts';

export { LANGUAGES, type Language };

/** Each language in its own script; never a flag. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  en: 'English',
  pt: 'Português',
};

/** React Aria reads zh-Hant, zh-HK and zh-MO as Simplified and pt as Brazilian; these names it reads rightly. */
export const ARIA_LOCALES: Readonly<Record<Language, string>> = {
  'zh-Hant': 'zh-TW',
  'zh-Hans': 'zh-CN',
  en: 'en-GB',
  pt: 'pt-PT',
};

/** For Intl: numbers and dates as people at the port write them. */
export const FORMAT_LOCALES: Readonly<Record<Language, string>> = {
  'zh-Hant': 'zh-HK',
  'zh-Hans': 'zh-CN',
  en: 'en-GB',
  pt: 'pt-PT',
};

const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** The house language nearest to a BCP 47 tag, or undefined when none is near. */
export function languageOfTag(tag: string): Language | undefined {
  const parts = tag.toLowerCase().split('-');
  if (parts[0] === 'en' || parts[0] === 'pt') return parts[0];
  if (parts[0] !== 'zh' && parts[0] !== 'yue') return undefined;
  if (parts.includes('hans')) return 'zh-Hans';
  const traditional = ['hant', 'hk', 'mo', 'tw'].some((part) => parts.includes(part));
  return traditional || parts[0] === 'yue' ? 'zh-Hant' : 'zh-Hans';
}

/** What was asked for in the address, else what was chosen before, else what the browser prefers, else English. */
export function chooseLanguage(asked: {
  readonly search: string;
  readonly stored: string | null;
  readonly preferred: readonly string[];
}): Language {
  const inAddress = new URLSearchParams(asked.search).get('lang');
  if (isLanguage(inAddress)) return inAddress;
  if (isLanguage(asked.stored)) return asked.stored;
  for (const tag of asked.preferred) {
    const near = languageOfTag(tag);
    if (near) return near;
  }
  return 'en';
}
