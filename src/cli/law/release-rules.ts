/** `kouan rules release --key FILE --out DIR` checks and signs the law; `kouan rules verify FILE` opens such a release. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPlaces } from '../../host/index.ts';
import type { RulesBundle } from '../../policy/index.ts';
import {
  loadRulesFiles,
  makeRelease,
  openRelease,
  openReleaseStore,
  readSigningKey,
  readTrustedKey,
} from '../../policy/node.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readTextFile } from './keep-files.ts';
import { readFolder } from './law-option.ts';

/** The keys of `--trust`; undefined where any signer will do. */
export function readTrust(args: Arguments): ReturnType<typeof readTrustedKey>[] | undefined {
  const file = args.one('trust');
  return file === undefined ? undefined : [readTrustedKey(readTextFile(file, '--trust'))];
}

export async function releaseRules(
  [folder = join(findPlaces().root, 'rules')]: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const key = readSigningKey(readTextFile(args.required('key'), '--key'));
  const out = args.required('out');
  const bundle = loadRulesFiles(readFolder(folder));
  mkdirSync(out, { recursive: true });
  const path = openReleaseStore(out).keep(makeRelease(bundle, key));
  if (args.has('json')) print(JSON.stringify({ rules: bundle.rules, file: path }));
  else print(path);
  return EXIT.done;
}

export async function verifyRelease(
  [file = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const trusted = readTrust(args);
  const bundle = openRelease(file, readTextFile(file, 'FILE'), trusted);
  if (args.has('json'))
    print(JSON.stringify({ ok: true, ...summaryOf(bundle), trusted: trusted !== undefined }));
  else {
    const { rules, questions } = summaryOf(bundle);
    const by = trusted ? 'by the trusted key' : 'by the key inside; --trust FILE says whose it must be';
    print(`${rules}: unchanged, ${questions.length} questions, signed ${by}.`);
  }
  return EXIT.done;
}

const summaryOf = ({ rules, content }: RulesBundle) => ({ rules, questions: Object.keys(content.questions) });
