/** What a form takes from the law: its questions in words, the rows of its lists as options, its numbers on a day. */
import { type Day, RoomError, type Texts } from '../../kernel/index.ts';
import type { Law, TableRow } from '../../policy/index.ts';
import type { Option } from './form.ts';
import { words } from './words.ts';

/** Once each, in the order of the list, whatever the days on which they are in force: the decision tells the day. */
export function rowsOf(law: Law, table: string): readonly TableRow[] {
  const rows = law.content.tables[table]?.rows ?? [];
  return [...new Map(rows.map((row) => [row.key.join('/'), row])).values()];
}

export const optionsOf = (law: Law, table: string): Option[] =>
  rowsOf(law, table).map((row) => ({ id: row.key.join('/'), text: namesOf(row) }));

/** The name of a row in the first of the tables that has one; its key where none has. */
export function nameIn(law: Law, tables: readonly string[], key: string): Texts {
  const named = tables.flatMap((table) => rowsOf(law, table)).filter((row) => row.key.join('/') === key);
  const row = named.find(({ names }) => names) ?? named[0];
  return row ? namesOf(row) : sameIn(key);
}

function namesOf({ key, names = {} }: TableRow): Texts {
  const plain = names.en ?? key.join('/');
  return words(
    names['zh-Hant'] ?? plain,
    names['zh-Hans'] ?? plain,
    opened(plain),
    opened(names.pt ?? plain),
  );
}

/** The lists write names as they stand within a sentence; here they stand alone. */
const opened = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

export const sameIn = (text: string): Texts => words(text, text, text, text);

/** The law's own words for a fact that it asks. */
export function askOf(law: Law, question: string, fact: string): Texts {
  const ask = law.describe(question)?.facts[fact]?.ask;
  if (!ask) throw new RoomError('NOT_FOUND', `${question} has no words to ask for ${fact}.`, { field: fact });
  return ask;
}

/** The value of a parameter on a day; before its first day the first one, so that a form can be shown at all. */
export function numberOn(law: Law, parameter: string, day: Day): number {
  const values = law.content.parameters[parameter]?.values ?? [];
  const { value } = values.findLast(({ from }) => from <= day) ?? values[0] ?? {};
  if (typeof value === 'number') return value;
  throw new RoomError('NOT_FOUND', `The law has no number ${parameter}.`, { field: parameter });
}

/** `code` is ISO 3166-1 alpha-2. */
export function countryName(code: string): Texts {
  const name = (locale: string) => new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  return words(name('zh-Hant-HK'), name('zh-Hans'), name('en'), name('pt-PT'));
}
