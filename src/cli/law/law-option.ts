/** Which law a command asks: the release in force, or the folder that an author is working on. */
import { existsSync } from 'node:fs';
import { openLawOnly } from '../../host/index.ts';
import { fieldInvalid, isDay, LANGUAGES, type Language, RoomError } from '../../kernel/index.ts';
import { compileRules, type Law } from '../../policy/index.ts';
import { loadRulesFiles, readRulesFolder } from '../../policy/node.ts';
import type { Arguments } from '../arguments.ts';

export function openLawOption(args: Arguments): Law {
  const folder = args.one('rules');
  return folder === undefined ? openLawOnly() : compileRules(loadRulesFiles(readFolder(folder)));
}

/** @throws RoomError NOT_FOUND for a folder that is missing or has no rules in it */
export function readFolder(folder: string): ReturnType<typeof readRulesFolder> {
  if (!existsSync(folder))
    throw new RoomError('NOT_FOUND', `The folder ${folder} is missing.`, { value: folder });
  const files = readRulesFolder(folder);
  if (files.length === 0)
    throw new RoomError('NOT_FOUND', `${folder} holds no rules: there is no .yaml file in it.`, {
      value: folder,
    });
  return files;
}

export function readQuestion(law: Law, question: string): string {
  if (law.questions.includes(question)) return question;
  throw fieldInvalid('question', question, `one of: ${law.questions.join(', ')}`);
}

export function readDay(args: Arguments, option: string) {
  const day = args.required(option);
  if (!isDay(day)) throw fieldInvalid(`--${option}`, day, 'a day such as 2025-11-05');
  return day;
}

export function readLanguage(args: Arguments): Language {
  const asked = args.one('lang') ?? 'en';
  const language = LANGUAGES.find((known) => known === asked);
  if (!language) throw fieldInvalid('--lang', asked, `one of: ${LANGUAGES.join(', ')}`);
  return language;
}
