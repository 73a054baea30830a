/** A remedy as its author wrote it, with the values of the day in its gaps: it speaks of nobody in particular. */
import type { Texts } from '../../../src/kernel/index.ts';
import { joiningWords } from '../../shared/i18n/condition-words.ts';
import { rulesWords } from '../../shared/i18n/rules-words.ts';
import type { Speaker } from './phrases.ts';

const GAP = /\{([a-zA-Z.-]+)(\|ordinal)?\}/g;
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

const ordinal = (count: number) => `${count}${SUFFIXES[ORDINALS.select(count)] ?? 'th'}`;

function gapText(name: string, asOrdinal: boolean, { law, day, say }: Speaker): string {
  if (name === 'day') return say(rulesWords.someDay);
  const { parameters, tables } = law.content;
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table) return [...new Set(table.rows.map(({ key }) => key[0] ?? ''))].join(say(joiningWords.comma));
  const values = Object.hasOwn(parameters, name) ? parameters[name]?.values : undefined;
  const value = values?.findLast(({ from }) => from <= day)?.value;
  if (value === undefined) return `‹${name}›`;
  return asOrdinal && typeof value === 'number' ? ordinal(value) : String(value);
}

export const remedyText = (text: Texts, speaker: Speaker): string =>
  speaker
    .say(text)
    .replace(GAP, (_, name: string, asOrdinal?: string) => gapText(name, asOrdinal !== undefined, speaker));
