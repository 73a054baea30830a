/** What can be chosen for a fact: the values or the table that the law names, in words. */
import type { Texts } from '../../src/kernel/index.ts';
import type { Law, TableRow } from '../../src/policy/index.ts';
import { valueWords } from '../shared/i18n/check-words.ts';
import type { Answers } from './answers.ts';
import { specOf } from './next-step.ts';

export interface Choice {
  readonly value: string;
  readonly text: Texts;
}

const PORTS = 'lane-ports';
/** Their classes are printed on the permit as letters, so the letter stands beside the name. */
const ENDORSEMENTS = 'endorsements';
/** A port that no list names: the law says what then holds. */
export const ELSEWHERE = 'elsewhere';

/** Documents that the residents of a place may hold at all; a document named nowhere here is offered to everybody. */
const HELD_BY: Readonly<Record<string, readonly string[]>> = {
  hkmo: ['HRP', 'HRP_NC', 'MTP_HKMO_TEMP_E', 'RP_HKMOTW', 'HKID', 'BIR_MO'],
  mainland: ['EEP', 'EEP_OFFICIAL', 'PP_CN', 'PP_CN_OFFICIAL', 'MTP_TO_TW', 'RID'],
  taiwan: ['MTP_TW_5Y', 'MTP_TW_1', 'MTP_TW_TEMP_E', 'RP_HKMOTW'],
  foreigner: ['PP_FOREIGN', 'FPR'],
};
const placed = new Set(Object.values(HELD_BY).flat());

/** A table names its rows in some languages; the nearest one stands in for a missing one. */
export function textsOf(names: Partial<Texts> | undefined, id: string): Texts {
  const hant = names?.['zh-Hant'] ?? names?.['zh-Hans'] ?? names?.en ?? id;
  const en = names?.en ?? hant;
  return { 'zh-Hant': hant, 'zh-Hans': names?.['zh-Hans'] ?? hant, en, pt: names?.pt ?? en };
}

const choiceOf = ({ key, names }: TableRow): Choice => {
  const value = key[0] ?? '';
  return { value, text: textsOf(names, value) };
};

const rowsOf = (law: Law, table: string): readonly Choice[] => {
  const seen = new Map<string, Choice>();
  for (const row of law.content.tables[table]?.rows ?? []) {
    const choice = choiceOf(row);
    if (!seen.has(choice.value)) seen.set(choice.value, choice);
  }
  return [...seen.values()];
};

/** What the person may hold, the usual document first. */
function documentsFor(law: Law, table: string, answers: Answers): readonly Choice[] {
  const held = HELD_BY[String(answers.get('person.category'))] ?? [];
  const rank = ({ value }: Choice) => (held.includes(value) ? held.indexOf(value) : held.length);
  return rowsOf(law, table)
    .filter(({ value }) => held.includes(value) || !placed.has(value))
    .sort((a, b) => rank(a) - rank(b));
}

function lettered({ value, text }: Choice): Choice {
  const [hant, hans] = [`${text['zh-Hant']}（${value}）`, `${text['zh-Hans']}（${value}）`];
  const [en, pt] = [`${text.en} (${value})`, `${text.pt} (${value})`];
  return { value, text: { 'zh-Hant': hant, 'zh-Hans': hans, en, pt } };
}

const wordsFor = (value: string): Texts =>
  Object.hasOwn(valueWords, value) ? valueWords[value as keyof typeof valueWords] : textsOf(undefined, value);

/** The choices of a fact; none for a day or a yes-or-no. */
export function choicesOf(law: Law, fact: string, answers: Answers): readonly Choice[] {
  const spec = specOf(law, fact);
  if (spec?.kind === 'port') return [...rowsOf(law, PORTS), { value: ELSEWHERE, text: valueWords.elsewhere }];
  if (fact === 'document.type' && spec?.table) return documentsFor(law, spec.table, answers);
  if (spec?.table === ENDORSEMENTS) return rowsOf(law, spec.table).map(lettered);
  if (spec?.table) return rowsOf(law, spec.table);
  return (spec?.values ?? []).map((value) => ({ value: String(value), text: wordsFor(String(value)) }));
}
