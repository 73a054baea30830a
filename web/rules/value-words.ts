/** A value of the law as people read it: with its unit, yes or no for a flag. */
import type { Json, Parameter } from '../../src/policy/index.ts';
import { joiningWords } from '../shared/i18n/condition-words.ts';
import { rulesWords } from '../shared/i18n/rules-words.ts';
import type { Words } from '../shared/i18n/words.ts';

const UNITS: Readonly<Record<string, Words>> = {
  years: rulesWords.unitYears,
  days: rulesWords.unitDays,
  months: rulesWords.unitMonths,
  hours: rulesWords.unitHours,
  'working days': rulesWords.unitWorkingDays,
  'per calendar month': rulesWords.unitPerMonth,
  metres: rulesWords.unitMetres,
};

type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string;

export function valueWords(say: Say, { unit }: Parameter, value: Json): string {
  if (typeof value === 'boolean') return say(value ? rulesWords.yes : rulesWords.no);
  if (Array.isArray(value)) return value.join(say(joiningWords.comma));
  const words = unit === undefined ? undefined : UNITS[unit];
  return words && typeof value === 'number' ? say(words, { n: value }) : String(value);
}
