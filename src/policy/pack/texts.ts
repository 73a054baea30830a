/**
 * Texts of the law in columns, one for each language. Simplified Chinese is mostly the traditional text character by character, so
 * only the characters and the exceptions are kept.
 */
import { LANGUAGES, type Language } from '../../kernel/index.ts';

/** A text in the languages in which it is written, in the order of LANGUAGES; an empty one is not written. */
export type Written = readonly string[];

export const isWritten = (value: object): value is { readonly [language: string]: string } => {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([key, text]) => LANGUAGES.includes(key as Language) && typeof text === 'string' && text !== '',
    )
  );
};

const HANT = LANGUAGES.indexOf('zh-Hant');
const HANS = LANGUAGES.indexOf('zh-Hans');
const KEPT = LANGUAGES.map((_, index) => index).filter((index) => index !== HANS);

/** For each traditional character that changes, the simplified one that it mostly becomes: `後后語语`. */
function pairsOf(texts: readonly Written[]): string {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const [from, to] = [[...(text[HANT] ?? '')], [...(text[HANS] ?? '')]];
    if (from.length !== to.length) continue;
    from.forEach((character, index) => {
      const becomes = counts.get(character) ?? new Map<string, number>();
      const other = to[index] as string;
      counts.set(character, becomes.set(other, (becomes.get(other) ?? 0) + 1));
    });
  }
  const mostly = [...counts].map(([from, becomes]) => [
    from,
    [...becomes].sort((a, b) => b[1] - a[1])[0]?.[0],
  ]);
  return mostly
    .filter(([from, to]) => from !== to)
    .map((pair) => pair.join(''))
    .join('');
}

function simplifier(pairs: string): (text: string) => string {
  const characters = [...pairs];
  const becomes = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2)
    becomes.set(characters[at] as string, characters[at + 1] as string);
  return (text) => Array.from(text, (character) => becomes.get(character) ?? character).join('');
}

/** Lines: the pairs, then a column for each language, that of simplified Chinese `=` where it follows from the traditional. */
export function textColumns(texts: readonly Written[]): readonly (readonly string[])[] {
  const pairs = pairsOf(texts);
  const simplify = simplifier(pairs);
  const told = texts.map((text) => {
    const hans = text[HANS] ?? '';
    return hans === simplify(text[HANT] ?? '') ? '=' : hans === '' ? '-' : `+${hans}`;
  });
  return [[pairs], told, ...KEPT.map((index) => texts.map((text) => text[index] ?? ''))];
}

/** The inverse. */
export function textsOfColumns([pairs, told, ...kept]: readonly (readonly string[])[]): readonly Written[] {
  const simplify = simplifier(pairs?.[0] ?? '');
  return (told ?? []).map((tale, at) => {
    const text: string[] = [];
    KEPT.forEach((language, index) => {
      text[language] = kept[index]?.[at] ?? '';
    });
    text[HANS] = tale === '=' ? simplify(text[HANT] ?? '') : tale.slice(1);
    return text;
  });
}
