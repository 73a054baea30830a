/**
 * Cuts the pages' fonts to the characters that the pages use: woff2 files and one `fonts.css` in the folder given.
 * Made anew only when the characters or the font packages change.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { type Characters, charactersOf } from './characters.ts';

/** Raised when the same characters should give other files than before. */
const CUTTER_VERSION = 2;
/** Of a CJK font's features a page needs only these; vertical writing is never used. */
const FEATURES = ['kern', 'tnum', 'lnum', 'locl', 'ccmp', 'mark', 'pwid', 'palt'];
const UNUSED_TABLES = ['vhea', 'vmtx', 'VORG', 'BASE'];

interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly source: string;
  readonly characters: keyof Characters;
}

const hk = (style: string) => `@expo-google-fonts/noto-sans-hk/${style}.ttf`;
const sc = (style: string) => `@expo-google-fonts/noto-sans-sc/${style}.ttf`;

/**
 * The strong faces hold fewer signs than the text faces; a sign they lack falls to the text face,
 * which the style sheets name next, and so is never drawn by a stranger's font.
 */
const FILES: readonly FontFile[] = [
  { family: 'Kouan Latin', weight: 400, source: sc('400Regular/NotoSansSC_400Regular'), characters: 'latin' },
  {
    family: 'Kouan Latin',
    weight: 600,
    source: sc('600SemiBold/NotoSansSC_600SemiBold'),
    characters: 'latin',
  },
  { family: 'Kouan HK', weight: 400, source: hk('400Regular/NotoSansHK_400Regular'), characters: 'hant' },
  { family: 'Kouan SC', weight: 400, source: sc('400Regular/NotoSansSC_400Regular'), characters: 'hans' },
  {
    family: 'Kouan HK Strong',
    weight: 600,
    source: hk('600SemiBold/NotoSansHK_600SemiBold'),
    characters: 'hantStrong',
  },
  {
    family: 'Kouan SC Strong',
    weight: 600,
    source: sc('600SemiBold/NotoSansSC_600SemiBold'),
    characters: 'hansStrong',
  },
];

const fileName = (font: FontFile) => `${font.family.toLowerCase().replaceAll(' ', '-')}-${font.weight}.woff2`;

const faceRule = (font: FontFile) => `@font-face {
  font-family: '${font.family}';
  font-weight: ${font.weight};
  font-display: swap;
  src: url('./${fileName(font)}') format('woff2');
}
`;

// Noto Sans SC holds the names of both scripts, so the Latin files are cut from it.
// The Latin signs live in their own small files, so that a page in English loads no Chinese font.
const charactersFor = (font: FontFile, all: Characters): string =>
  font.characters === 'latin'
    ? all.latin
    : [...all[font.characters]].filter((sign) => !all.latin.includes(sign)).join('');

async function cut(font: FontFile, characters: Characters, require: NodeJS.Require): Promise<Buffer> {
  const original = readFileSync(require.resolve(font.source));
  return subsetFont(original, charactersFor(font, characters), {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: FEATURES,
    dropTables: UNUSED_TABLES,
  });
}

/** @param root the repository, @param folder where the files go; resolves to the path of `fonts.css`. */
export async function buildFonts(
  root: string,
  folder: string,
  characters: Characters = charactersOf(root),
): Promise<string> {
  const lock = JSON.stringify([CUTTER_VERSION, FILES, characters]);
  const stamp = createHash('sha256').update(lock).digest('hex');
  const [stampPath, cssPath] = [join(folder, 'stamp'), join(folder, 'fonts.css')];
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stamp) return cssPath;
  mkdirSync(folder, { recursive: true });
  const require = createRequire(join(root, 'package.json'));
  for (const font of FILES) writeFileSync(join(folder, fileName(font)), await cut(font, characters, require));
  writeFileSync(cssPath, FILES.map(faceRule).join(''));
  writeFileSync(stampPath, stamp);
  return cssPath;
}
