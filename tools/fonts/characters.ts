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
const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}‐–—‘’“”…·•→←↑↓×≤≥−‹›ŠšŽžŒœ`;
/** Where texts of other rooms lie that the pages show: words of the law, of consents, of the port. */
const FOREIGN_FOLDERS = [
  'rules',
  'assets',
  'src/server',
  'src/services',
  'src/host',
  'src/simulator',
  'src/biometrics/gallery',
];
const FOREIGN_FILES = /\.(ya?ml|json|ts)$/;

const unique = (text: string): string => [...new Set(text)].sort().join('');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (FOREIGN_FILES.test(entry.name) && !/\.(test|fixture)\./.test(entry.name)) yield path;
  }
}

// A comment speaks to engineers; its signs would only make the fonts heavy.
const isComment = (line: string) => /^\s*(\/\/|\*|\/\*|#)/.test(line);

/** Texts that a room writes as the pages do: `words('繁', '简', …)`. */
const WORDS = /\bwords\(\s*'((?:[^'\\]|\\.)*)',\s*'((?:[^'\\]|\\.)*)'/g;

interface Foreign {
  hant: string;
  hans: string;
  hantStrong: string;
  hansStrong: string;
}

/** Chinese in other rooms' texts: a text that names its language, by its place or on its line, goes to that script, any other to both. */
function foreignText(root: string): Foreign {
  const found: Foreign = { hant: '', hans: '', hantStrong: '', hansStrong: '' };
  for (const folder of FOREIGN_FOLDERS.map((name) => join(root, name)).filter(existsSync)) {
    for (const path of files(folder)) addText(found, readFileSync(path, 'utf8'));
  }
  return found;
}

function addText(found: Foreign, text: string): void {
  for (const [, hant = '', hans = ''] of text.matchAll(WORDS)) {
    found.hant += hant;
    found.hans += hans;
    if (hant.length <= STRONG_LENGTH_MAX) found.hantStrong += hant;
    if (hans.length <= STRONG_LENGTH_MAX) found.hansStrong += hans;
  }
  for (const line of text.replace(WORDS, '').split('\n')) {
    if (isComment(line)) continue;
    const signs = line.match(CJK)?.join('') ?? '';
    const [hant, hans] = [line.includes('zh-Hant'), line.includes('zh-Hans')];
    if (hant || !hans) found.hant += signs;
    if (hans || !hant) found.hans += signs;
  }
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
    hantStrong: unique(always + of('zh-Hant', STRONG_LENGTH_MAX) + foreign.hantStrong),
    hansStrong: unique(always + of('zh-Hans', STRONG_LENGTH_MAX) + foreign.hansStrong),
    // Every page shows the names of all languages; with them here no page loads a Chinese font just for its switch.
    latin: unique(`${LATIN}${languageNames}口岸`),
  };
}
