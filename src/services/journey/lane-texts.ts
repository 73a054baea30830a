/** The law names the steps of a journey by short English phrases; here they become sentences in four languages. */
import type { Texts } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import { nameIn, sameIn } from '../engine/law-lists.ts';
import { words } from '../engine/words.ts';
import { sideWords, journeyWords as w } from './words.ts';

const FORMS: readonly (readonly [RegExp, Texts])[] = [
  [/^joint lane\b/, w.joint],
  [/^mainland face lane$/, w.faceLane],
  [/^mainland counter with (?<document>\S+)$/, w.counter],
  [/^(?<side>\S+) inspection with (?<document>\S+)$/, w.inspection],
  [/^(?<side>\S+) e-Channel with QR or ID$/, w.eChannel],
  [/^(?<side>\S+) e-Channel with ID$/, w.eChannelCard],
];

/** A phrase that is not known stands as the law says it: better plain than lost. */
export function laneText(law: Law, phrase: string): Texts {
  for (const [form, text] of FORMS) {
    const found = form.exec(phrase);
    if (found) return filled(text, law, found.groups ?? {});
  }
  return sameIn(phrase);
}

function filled(
  text: Texts,
  law: Law,
  { side = '', document = '' }: Readonly<Record<string, string>>,
): Texts {
  const sides: Readonly<Record<string, Texts>> = sideWords;
  const [there, paper] = [sides[side] ?? sameIn(side), nameIn(law, ['documents'], document)];
  const fill = (language: keyof Texts) =>
    text[language].replace('{side}', there[language]).replace('{document}', paper[language]);
  return words(fill('zh-Hant'), fill('zh-Hans'), fill('en'), fill('pt'));
}
