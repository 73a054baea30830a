/** What changed in the law of a question between two days, in sentences. */

import { isDay, LANGUAGES, RoomError, type Texts } from '../kernel/index.ts';
import type { Clause, Json, RulesContent, TableRow } from './bundle.ts';
import { inForce, readIds, valueOn } from './change-days.ts';
import type { Law } from './law.ts';
import { citation } from './trace.ts';

export interface Change {
  readonly kind: 'parameter' | 'clause-begins' | 'clause-ends' | 'row-joins' | 'row-leaves';
  /** Id of the parameter, the clause or the table. */
  readonly id: string;
  readonly since?: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly reference: string;
  readonly text: Texts;
}

type Sentence = (words: Texts, before: string, after: string, day: string) => Texts;

const each = (make: (language: (typeof LANGUAGES)[number]) => string): Texts => {
  const texts = {} as Record<(typeof LANGUAGES)[number], string>;
  for (const language of LANGUAGES) texts[language] = make(language);
  return texts;
};

/** The sentences are words of the engine, not of the law: they name what a rules file says elsewhere. */
const SENTENCES: Readonly<Record<Change['kind'], Readonly<Record<(typeof LANGUAGES)[number], string>>>> = {
  parameter: {
    'zh-Hant': '自{day}起，「{words}」由{before}改為{after}。',
    'zh-Hans': '自{day}起，“{words}”由{before}改为{after}。',
    en: 'From {day}, “{words}” changes from {before} to {after}.',
    pt: 'A partir de {day}, «{words}» passa de {before} para {after}.',
  },
  'clause-begins': {
    'zh-Hant': '自{day}起，新增要求：{words}。',
    'zh-Hans': '自{day}起，新增要求：{words}。',
    en: 'From {day}, it is required in addition: {words}.',
    pt: 'A partir de {day}, passa a exigir-se: {words}.',
  },
  'clause-ends': {
    'zh-Hant': '自{day}起，不再要求：{words}。',
    'zh-Hans': '自{day}起，不再要求：{words}。',
    en: 'After {day}, it is no longer required: {words}.',
    pt: 'Depois de {day}, deixa de se exigir: {words}.',
  },
  'row-joins': {
    'zh-Hant': '自{day}起，{after}加入「{words}」。',
    'zh-Hans': '自{day}起，{after}加入“{words}”。',
    en: 'From {day}, {after} joins “{words}”.',
    pt: 'A partir de {day}, {after} entra em «{words}».',
  },
  'row-leaves': {
    'zh-Hant': '{day}之後，{before}不再列於「{words}」。',
    'zh-Hans': '{day}之后，{before}不再列于“{words}”。',
    en: 'After {day}, {before} is no longer in “{words}”.',
    pt: 'Depois de {day}, {before} deixa de constar de «{words}».',
  },
};

const sentence =
  (kind: Change['kind']): Sentence =>
  (words, before, after, day) =>
    each((language) =>
      SENTENCES[kind][language]
        .replace('{words}', () => words[language])
        .replace('{before}', () => before)
        .replace('{after}', () => after)
        .replace('{day}', day),
    );

const NONE = '—';
const shown = (value: Json | undefined): string =>
  value === undefined ? NONE : typeof value === 'object' ? JSON.stringify(value) : String(value);

function parameterChanges(content: RulesContent, ids: Iterable<string>, from: string, to: string): Change[] {
  return [...ids].flatMap((id): Change[] => {
    const parameter = content.parameters[id];
    const before = valueOn(parameter?.values ?? [], from);
    const after = valueOn(parameter?.values ?? [], to);
    if (!parameter || !after || JSON.stringify(before?.value) === JSON.stringify(after.value)) return [];
    const text = sentence('parameter')(parameter.text, shown(before?.value), shown(after.value), after.from);
    const reference = citation(content.references[after.reference]);
    const held = before === undefined ? {} : { before: before.value };
    return [{ kind: 'parameter', id, since: after.from, ...held, after: after.value, reference, text }];
  });
}

function clauseChange(content: RulesContent, clause: Clause, from: string, to: string): Change[] {
  const was = inForce(clause, from);
  const is = inForce(clause, to);
  if (was === is) return [];
  const kind = is ? 'clause-begins' : 'clause-ends';
  const day = (is ? clause.from : clause.until) ?? to;
  const reference = citation(content.references[clause.reference]);
  return [{ kind, id: clause.id, since: day, reference, text: sentence(kind)(clause.text, '', '', day) }];
}

const rowName = (row: TableRow): string => row.names?.en ?? row.key.join(' / ');

function rowChange(content: RulesContent, id: string, row: TableRow, from: string, to: string): Change[] {
  const was = inForce(row, from);
  const is = inForce(row, to);
  const words = content.tables[id]?.text;
  if (was === is || !words) return [];
  const kind = is ? 'row-joins' : 'row-leaves';
  const day = (is ? row.from : row.until) ?? to;
  const named = each((language) => row.names?.[language] ?? rowName(row));
  const text = each((language) => sentence(kind)(words, named[language], named[language], day)[language]);
  const reference = citation(content.references[row.reference]);
  return [{ kind, id, since: day, [is ? 'after' : 'before']: row.key.join('/'), reference, text }];
}

/** What the law of a question says on `to` that it did not say on `from`; both ISO days, in any order of time. */
export function diffDays(law: Law, question: string, from: string, to: string): readonly Change[] {
  const spec = law.describe(question);
  if (!spec) throw new RoomError('NOT_FOUND', `There is no question "${question}".`, { field: 'question' });
  for (const day of [from, to]) {
    if (!isDay(day))
      throw new RoomError('FIELD_INVALID', `"${day}" is not a day.`, { field: 'day', value: day });
  }
  const { content } = law;
  const ids = readIds(spec);
  const clauses = spec.parts.flatMap((part) => [
    ...part.clauses,
    ...(part.each ?? []).flatMap((group) => group.clauses),
  ]);
  return [
    ...parameterChanges(content, ids.parameters, from, to),
    ...clauses.flatMap((clause) => clauseChange(content, clause, from, to)),
    ...[...ids.tables].flatMap((id) =>
      (content.tables[id]?.rows ?? []).flatMap((row) => rowChange(content, id, row, from, to)),
    ),
  ];
}
