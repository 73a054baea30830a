/** From a notice to what is sent, in the holder's language. */
import type { Language, Texts } from '../kernel/index.ts';
import type { NoticeKind } from './notice.ts';
import { BODIES, CAUTION, REFERENCE, SENDER, SUBJECTS } from './words.ts';

export interface Message {
  readonly subject: string;
  readonly text: string;
  /** Where to go on. */
  readonly link?: string;
}

export interface Told {
  readonly kind: NoticeKind;
  readonly language: Language;
  /** The service's. */
  readonly title: Texts;
  /** The case's id: opaque, and of use only to its signed-in holder. */
  readonly reference: string;
  /** As `https://port.example/cases/K-…`. */
  readonly link: string;
}

export function compose({ kind, language, title, reference, link }: Told): Message {
  const body = BODIES[kind][language].replace('{title}', title[language]);
  return {
    subject: `${SENDER[language]} · ${SUBJECTS[kind][language]}`,
    text: [body, `${REFERENCE[language]}: ${reference}`, link, CAUTION[language]].join('\n'),
    link,
  };
}
