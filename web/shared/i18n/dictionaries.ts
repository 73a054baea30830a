/** Every dictionary of the pages in one object: for the fonts, which are cut to these texts, and for the tests. */
import * as check from './check-words.ts';
import * as enrol from './enrol-words.ts';
import * as guidance from './guidance-words.ts';
import * as kiosk from './kiosk-words.ts';
import { LANGUAGE_NAMES } from './language.ts';
import * as officer from './officer-words.ts';
import * as page from './page-words.ts';
import * as panel from './panel-words.ts';
import * as port from './port-words.ts';
import * as reason from './reason-words.ts';
import * as screen from './screen-words.ts';
import * as step from './step-words.ts';
import type { Words } from './words.ts';

const dictionaries = { check, enrol, guidance, kiosk, officer, page, panel, port, reason, screen, step };

export interface NamedWords {
  /** Where it lies: `screen.screenWords.welcome.verb`. */
  readonly path: string;
  readonly words: Words;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isWords = (value: object): value is Words => 'zh-Hant' in value && 'en' in value;

function* walk(value: unknown, path: string): Generator<NamedWords> {
  if (!isRecord(value)) return;
  if (isWords(value)) {
    yield { path, words: value };
    return;
  }
  for (const [key, child] of Object.entries(value)) yield* walk(child, path ? `${path}.${key}` : key);
}

export const allWords = (): readonly NamedWords[] => [...walk(dictionaries, '')];

/** Names of the languages, which every page shows in all scripts at once. */
export const languageNames = Object.values(LANGUAGE_NAMES).join('');
