/** Names put together from common syllables: no real person is meant. */
import type { Random } from '../../../kernel/index.ts';
import type { Sex } from '../face/identity.ts';
import type { Category, PersonName } from '../roster.ts';
import {
  FAMILY_NAMES,
  MENS_NAMES,
  type NameLanguage,
  OTHER_NAMES,
  type Syllable,
  WOMENS_NAMES,
} from './syllables.ts';

/** A Chinese name in the script and romanisation that the category's documents use. */
export function chineseName(random: Random, sex: Sex, category: Category): PersonName {
  const given = sex === 'female' ? WOMENS_NAMES : MENS_NAMES;
  const family = random.pick(FAMILY_NAMES);
  const first = random.pick(given);
  const second = random.chance(0.85)
    ? random.pick(given.filter((syllable) => syllable !== first))
    : undefined;
  const parts = second ? [first, second] : [first];
  const script = category === 'mainland' ? 1 : 0;
  return {
    han: [family, ...parts].map((s) => s[script]).join(''),
    latin: romanised(category, family, parts),
  };
}

function romanised(category: Category, family: Syllable, parts: readonly Syllable[]): string {
  switch (category) {
    case 'mainland': {
      const joined = parts
        .map((s) => s[3])
        .join('')
        .toLowerCase();
      return `${family[3].toUpperCase()}, ${joined.slice(0, 1).toUpperCase()}${joined.slice(1)}`;
    }
    case 'taiwan':
      return `${family[4].toUpperCase()}, ${parts.map((s, i) => (i ? s[4].toLowerCase() : s[4])).join('-')}`;
    case 'hkmo':
    case 'foreigner':
      return `${family[2].toUpperCase()}, ${parts.map((s) => s[2]).join(' ')}`;
  }
}

export function otherName(random: Random, sex: Sex, language: NameLanguage): PersonName {
  const names = OTHER_NAMES[language];
  return { latin: `${random.pick<string>(names.family).toUpperCase()}, ${random.pick<string>(names[sex])}` };
}
