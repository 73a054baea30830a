/** Finds rules by words in any of the four languages, by ids and by requirement numbers. */
import { LANGUAGES, type Texts } from '../../../src/kernel/index.ts';
import type { Law } from '../../../src/policy/index.ts';
import type { View } from '../place.ts';
import { placedClauses, reachOf } from '../reach.ts';

export type EntryKind = 'question' | 'parameter' | 'clause' | 'list' | 'row';

export interface Entry {
  readonly kind: EntryKind;
  readonly question: string;
  readonly view: View;
  /** What the place's address means. */
  readonly id: string;
  readonly text: Texts;
  /** All its words, folded. */
  readonly words: string;
}

/** Without case and accents, so that `duracao` finds `duração`. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const VIEW_OF: Readonly<Record<EntryKind, View>> = {
  question: 'history',
  parameter: 'history',
  clause: 'clauses',
  list: 'lists',
  row: 'lists',
};

function entry(kind: EntryKind, question: string, id: string, text: Texts, more: readonly string[]): Entry {
  const words = folded([id, ...LANGUAGES.map((language) => text[language]), ...more].join(' '));
  return { kind, question, view: VIEW_OF[kind], id, text, words };
}

/** A list names its entries in some languages; the nearest stands in for a missing one. */
export function namesOf(names: Partial<Texts> | undefined, key: string): Texts {
  const hant = names?.['zh-Hant'] ?? names?.['zh-Hans'] ?? names?.en ?? key;
  const en = names?.en ?? key;
  return { 'zh-Hant': hant, 'zh-Hans': names?.['zh-Hans'] ?? hant, en, pt: names?.pt ?? en };
}

function clauseEntries(law: Law, question: string): Entry[] {
  return placedClauses(law, question).map(({ key, clause }) => {
    const reason = law.text('reasons', clause.reason);
    const said = reason ? LANGUAGES.map((language) => reason[language]) : [];
    return entry('clause', question, key, clause.text, [clause.reason, ...clause.requirement, ...said]);
  });
}

function listEntries(law: Law, question: string): Entry[] {
  return reachOf(law, question).tables.flatMap((id) => {
    const table = law.content.tables[id];
    if (!table) return [];
    const rows = table.rows
      .filter(({ names }) => names !== undefined)
      .map(({ key, names, aliases }) =>
        entry('row', question, id, namesOf(names, key.join(' / ')), [...key, ...(aliases ?? [])]),
      );
    return [entry('list', question, id, table.text, table.requirement), ...rows];
  });
}

/** Everything that can be found, question by question. */
export function makeIndex(law: Law): readonly Entry[] {
  return law.questions.flatMap((question) => {
    const title = law.describe(question)?.title;
    const values = reachOf(law, question).parameters.flatMap((id) => {
      const parameter = law.content.parameters[id];
      const numbers = parameter?.values.map(({ value }) => JSON.stringify(value)) ?? [];
      return parameter
        ? [entry('parameter', question, id, parameter.text, [...parameter.requirement, ...numbers])]
        : [];
    });
    const own = title ? [entry('question', question, question, title, [])] : [];
    return [...own, ...values, ...clauseEntries(law, question), ...listEntries(law, question)];
  });
}

/** Entries that hold every word asked for. */
export function find(index: readonly Entry[], asked: string): readonly Entry[] {
  const words = folded(asked).split(/\s+/).filter(Boolean);
  return words.length === 0 ? [] : index.filter((each) => words.every((word) => each.words.includes(word)));
}
