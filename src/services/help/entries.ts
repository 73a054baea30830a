/** What help can find: every service, and every question of the law with its clauses. */
import type { Law } from '../../policy/index.ts';
import type { Service } from '../engine/service.ts';
import type { HelpEntry } from './search.ts';

export const helpEntries = (services: readonly Service[], { content }: Pick<Law, 'content'>): HelpEntry[] => [
  ...services.map(
    ({ id, words }): HelpEntry => ({
      kind: 'service',
      title: words.title,
      summary: words.summary,
      to: `/services/${id}`,
      more: [...words.need, ...(words.appeal ? [words.appeal] : [])],
    }),
  ),
  ...Object.entries(content.questions).flatMap(([question, { title, parts }]) => [
    { kind: 'rule' as const, title, summary: title, to: `/rules#${question}/clauses`, more: [] },
    ...parts.flatMap((part) =>
      [...part.clauses, ...(part.each ?? []).flatMap((group) => group.clauses)].map(
        ({ id, text }): HelpEntry => ({
          kind: 'rule',
          title: text,
          summary: title,
          // The address that the page of the rules gives a clause.
          to: `/rules#${question}/clauses/${encodeURIComponent(`${part.id}.${id}`)}`,
          more: [],
        }),
      ),
    ),
  ]),
];
