/** Which characters the fonts must hold: those of the dictionaries, of what the server may say, of ordinary Latin text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWords, languageNames } from '../../web/shared/i18n/dictionaries.ts';

export interface Characters {
  /** Traditional, for Noto Sans HK. */
  readonly hant: string;
  /** Simplified, for Noto Sans SC. */
  readonly hans: string;
  /** Of either, those of short strong texts: they get the bold weight too. */
  readonly hantStrong: string;
  readonly hansStrong: string;
  readonly latin: string;
}

/** Texts longer than this are sentences, and sentences are never set bold. */
const STRONG_LENGTH_MAX = 11;
/** What masked names at the port begin with; names are data and no dictionary holds them. */
const SURNAMES =
  '陳黃李張梁林王吳劉鄭何羅楊郭周曾蔡葉許鄧馮謝蘇徐趙朱馬胡高孫陈黄张吴刘郑罗杨叶许邓冯谢苏赵马孙＊';
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/g;
const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}‐–—‘’“”…·•→←↑↓×≤≥−ŠšŽžŒœ`;
/** Where texts of other rooms lie that the pages show: words of the law, of consents, of the port. */
const FOREIGN_FOLDERS = ['rules', 'assets', 'src/server', 'src/services', 'src/host', 'src/simulator'];
const FOREIGN_FILES = /\.(ya?ml|json|ts)$/;

const unique = (text: string): string => [...new Set(text)].sort().join('');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (FOREIGN_FILES.test(entry.name) && !entry.name.includes('.test.')) yield path;
  }
}

// A comment speaks to engineers; its signs would only make the fonts heavy.
const isComment = (line: string) => /^\s*(\/\/|\*|\/\*|#)/.test(line);

/** Chinese in other rooms' texts: a line that names its language goes to that script, any other to both. */
function foreignText(root: string): { hant: string; hans: string } {
  const found = { hant: '', hans: '' };
  for (const folder of FOREIGN_FOLDERS.map((name) => join(root, name)).filter(existsSync)) {
    for (const path of files(folder)) {
      for (const line of readFileSync(path, 'utf8').split('\n')) {
        if (isComment(line)) continue;
        const signs = line.match(CJK)?.join('') ?? '';
        if (!line.includes('zh-Hans')) found.hant += signs;
        if (!line.includes('zh-Hant')) found.hans += signs;
      }
    }
  }
  return { hant: unique(found.hant), hans: unique(found.hans) };
}

export function charactersOf(root: string): Characters {
  const texts = allWords();
  const of = (language: 'zh-Hant' | 'zh-Hans', lengthMax: number) =>
    texts
      .map(({ words }) => words[language])
      .filter((text) => text.length <= lengthMax)
      .join('');
  const foreign = foreignText(root);
  const always = LATIN + SURNAMES;
  return {
    hant: unique(always + of('zh-Hant', Number.POSITIVE_INFINITY) + foreign.hant),
    hans: unique(always + of('zh-Hans', Number.POSITIVE_INFINITY) + foreign.hans),
    hantStrong: unique(always + of('zh-Hant', STRONG_LENGTH_MAX)),
    hansStrong: unique(always + of('zh-Hans', STRONG_LENGTH_MAX)),
    // Every page shows the names of all languages; with them here no page loads a Chinese font just for its switch.
    latin: unique(`${LATIN}${languageNames}口岸`),
  };
}
