/** Every dictionary of the pages in one object: for the fonts, which are cut to these texts, and for the tests. */
import * as account from './account-words.ts';
import * as check from './check-words.ts';
import * as code from './code-words.ts';
import * as condition from './condition-words.ts';
import * as decision from './decision-words.ts';
import * as desk from './desk-words.ts';
import * as draft from './draft-words.ts';
import * as enrol from './enrol-words.ts';
import * as guidance from './guidance-words.ts';
import * as help from './help-words.ts';
import * as identity from './identity-words.ts';
import * as kiosk from './kiosk-words.ts';
import { LANGUAGE_NAMES } from './language.ts';
import * as me from './me-words.ts';
import * as next from './next-words.ts';
import * as officer from './officer-words.ts';
import * as outbox from './outbox-words.ts';
import * as page from './page-words.ts';
import * as panel from './panel-words.ts';
import * as port from './port-words.ts';
import * as portal from './portal-words.ts';
import * as reason from './reason-words.ts';
import * as rules from './rules-words.ts';
import * as screen from './screen-words.ts';
import * as step from './step-words.ts';
import * as verdict from './verdict-words.ts';
import * as verify from './verify-words.ts';
import type { Words } from './words.ts';

const dictionaries = {
  account,
  check,
  code,
  condition,
  decision,
  desk,
  draft,
  enrol,
  guidance,
  help,
  identity,
  kiosk,
  me,
  next,
  officer,
  outbox,
  page,
  panel,
  port,
  portal,
  reason,
  rules,
  screen,
  step,
  verdict,
  verify,
};

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
