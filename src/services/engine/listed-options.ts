/** Options of a choice straight from a table of the law, so that a list that grows by law grows on the page. */
import type { Day, Texts } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import type { Option } from './form.ts';

type Row = NonNullable<Law['content']['tables'][string]>['rows'][number];

/** Rows of a table that stand in it on a day, with their names; what a language lacks is told in English. */
export function listedOptions(
  law: Law,
  table: string,
  today: Day,
  keep: (row: Row) => boolean = () => true,
): Option[] {
  const rows = law.content.tables[table]?.rows ?? [];
  return rows
    .filter((row) => (row.from ?? '') <= today && today <= (row.until ?? '9999') && keep(row))
    .map((row) => ({ id: row.key[0] ?? '', text: namesOf(row) }));
}

function namesOf({ names = {}, key }: Row): Texts {
  const latin = names.en ?? key[0] ?? '';
  const hant = names['zh-Hant'] ?? latin;
  return { 'zh-Hant': hant, 'zh-Hans': names['zh-Hans'] ?? hant, en: latin, pt: names.pt ?? latin };
}
