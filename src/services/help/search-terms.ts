/** What is looked for in a text: pairs of signs for Chinese, which writes no spaces; whole words for the Latin letters. */

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_RUN = /[\p{Script=Latin}\p{N}]+/gu;
/** Marks over letters, which people leave out when they type. */
const MARKS = /\p{M}+/gu;

export interface Terms {
  readonly pairs: readonly string[];
  readonly words: readonly string[];
}

/** Full-width letters, capitals and accents make no difference. */
export function termsOf(text: string): Terms {
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '').normalize('NFC');
  return {
    pairs: [...plain.matchAll(HAN_RUN)].flatMap(([run]) => pairsOf([...run])),
    words: [...plain.matchAll(LATIN_RUN)].map(([word]) => word),
  };
}

/** One sign alone is a pair with nothing, so that it can be asked for too. */
function pairsOf(signs: readonly string[]): string[] {
  if (signs.length === 1) return [...signs];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
}
