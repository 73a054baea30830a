/** The six ways over the border, as a choice, as the law's places, and as the sides that its ports lead to. */
import type { Texts } from '../../kernel/index.ts';
import type { Option } from '../engine/form.ts';
import { words } from '../engine/words.ts';
import { journeyWords, sideWords } from './words.ts';

interface Way {
  readonly from: string;
  readonly to: string;
  /** As the law's list of ports names the territory across. */
  readonly counterpart: string;
}

const SIDES = { hk: ['HK', 'HK'], macao: ['Macao', 'MO'], taiwan: ['Taiwan', 'TW'] } as const;
/** No place outside has this name, which is all that the law asks of it. */
const MAINLAND = 'Mainland';

const entries = Object.entries(SIDES).flatMap(([id, [place, counterpart]]) => [
  [`to-${id}`, { from: MAINLAND, to: place, counterpart }] as const,
  [`from-${id}`, { from: place, to: MAINLAND, counterpart }] as const,
]);

export const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>(entries);

const placeName = (place: string): Texts =>
  place in sideWords ? sideWords[place as keyof typeof sideWords] : journeyWords.mainlander;

export const WAY_OPTIONS: readonly Option[] = entries.map(([id, { from, to }]) => {
  const [a, b] = [placeName(from), placeName(to)];
  const joined = (language: keyof Texts) => `${a[language]} → ${b[language]}`;
  return { id, text: words(joined('zh-Hant'), joined('zh-Hans'), joined('en'), joined('pt')) };
});
