/** Where somebody comes from and goes on to, in words. */
import type { Texts } from '../../kernel/index.ts';
import { countryName } from '../engine/law-lists.ts';
import { words } from '../engine/words.ts';

/** Both are ISO 3166-1 alpha-2. */
export function between(from: string, to: string): Texts {
  const [a, b] = [countryName(from), countryName(to)];
  const joined = (language: keyof Texts) => `${a[language]} → ${b[language]}`;
  return words(joined('zh-Hant'), joined('zh-Hans'), joined('en'), joined('pt'));
}
