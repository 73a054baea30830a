/** Several names as one text in each language. */
import type { Texts } from '../../kernel/index.ts';
import { words } from './words.ts';

export const joined = (texts: readonly Texts[]): Texts =>
  words(
    texts.map((text) => text['zh-Hant']).join('、'),
    texts.map((text) => text['zh-Hans']).join('、'),
    texts.map(({ en }) => en).join(', '),
    texts.map(({ pt }) => pt).join(', '),
  );
