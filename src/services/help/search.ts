/**
 * Search over services and rules. Every text is indexed in all four languages, so that traditional and simplified signs
 * find each other without a table of conversions: whichever was typed, the entry's other texts come with it.
 */
import type { Texts } from '../../kernel/index.ts';
import { termsOf } from './search-terms.ts';

export interface HelpEntry {
  readonly kind: 'service' | 'rule';
  readonly title: Texts;
  readonly summary: Texts;
  /** Address of its page. */
  readonly to: string;
  /** Further texts by which it is found. */
  readonly more: readonly Texts[];
}

export interface HelpIndex {
  /** Best first. Signs without meaning find nothing. */
  search(query: string, most?: number): readonly HelpEntry[];
}

interface Indexed {
  readonly entry: HelpEntry;
  /** Weight of each term in it. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

const WEIGHT = { title: 6, summary: 2, more: 1 } as const;
/** Part of the question's terms that must be there: one slip of the finger is forgiven in a longer question. */
const SHARE_MIN = 0.6;
const FOUND_MAX = 20;
const QUERY_LENGTH_MAX = 200;

export function buildHelpIndex(entries: readonly HelpEntry[]): HelpIndex {
  const indexed = entries.map(indexEntry);
  return {
    search(query, most = FOUND_MAX) {
      const { pairs, words } = termsOf(query.slice(0, QUERY_LENGTH_MAX));
      const weights = [
        ...[...new Set(pairs)].map((pair) => weigh(indexed, (one) => pairWeight(one, pair))),
        ...[...new Set(words)].map((word) => weigh(indexed, (one) => wordWeight(one, word))),
      ];
      return entries
        .map((entry, i) => ({ entry, weight: weightOf(weights.map((term) => term[i] ?? 0)) }))
        .filter(({ weight }) => weight > 0)
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, most)
        .map(({ entry }) => entry);
    },
  };
}

function indexEntry(entry: HelpEntry): Indexed {
  const pairs = new Map<string, number>();
  const words = new Map<string, number>();
  const add = (text: Texts, weight: number) => {
    const terms = termsOf(Object.values(text).join('\n'));
    for (const pair of terms.pairs) pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0));
    for (const word of terms.words) words.set(word, Math.max(weight, words.get(word) ?? 0));
  };
  add(entry.title, WEIGHT.title);
  add(entry.summary, WEIGHT.summary);
  for (const text of entry.more) add(text, WEIGHT.more);
  return { entry, pairs, words };
}

/** The weight of one term in each entry; a term that stands everywhere tells little (inverse document frequency). */
function weigh(indexed: readonly Indexed[], weightIn: (one: Indexed) => number): number[] {
  const weights = indexed.map(weightIn);
  const holders = weights.filter((weight) => weight > 0).length;
  const rarity = holders === 0 ? 0 : Math.log(1 + indexed.length / holders);
  return weights.map((weight) => weight * rarity);
}

/** `weights`: of each term of the question in one entry. */
function weightOf(weights: readonly number[]): number {
  const matched = weights.filter((weight) => weight > 0).length;
  if (matched < Math.ceil(weights.length * SHARE_MIN)) return 0;
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** One sign alone is found within any pair. */
function pairWeight({ pairs }: Indexed, pair: string): number {
  if ([...pair].length > 1) return pairs.get(pair) ?? 0;
  return strongest(pairs, (known) => known.includes(pair));
}

/** What is being typed finds the words that begin with it; of one letter only the word itself. */
function wordWeight({ words }: Indexed, word: string): number {
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  return word.length < 3 ? 0 : strongest(words, (known) => known.startsWith(word)) / 2;
}

function strongest(terms: ReadonlyMap<string, number>, fits: (known: string) => boolean): number {
  let best = 0;
  for (const [known, weight] of terms) if (weight > best && fits(known)) best = weight;
  return best;
}
