/** Where a file of the law says which requirement a parameter, clause, table or case answers. */
import { isScalar, parseDocument, visit } from 'yaml';
import type { Mention } from './mention.ts';

/** Everything under a `requirement` key is meant as an id, so a misspelt one is found too. */
export function findInRules(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'requirement') return;
      visit(Object(value), {
        Scalar(_, { value: id, range }) {
          mentions.push({ id: String(id), offset: range?.[0] ?? 0 });
        },
      });
    },
  });
  return mentions;
}
