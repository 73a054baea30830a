/** One text in the four languages of the house. */
import type { Texts } from '../../kernel/index.ts';

export const words = (hant: string, hans: string, en: string, pt: string): Texts => ({
  'zh-Hant': hant,
  'zh-Hans': hans,
  en,
  pt,
});
