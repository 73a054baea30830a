/** The part of the room that needs Node: reading rules from a folder and naming a release by its hash. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { canonicalJson, RoomError } from '../kernel/index.ts';
import type { RulesBundle, RulesContent } from './bundle.ts';
import { compileRules } from './law.ts';
import { checkCases, factsOfCase } from './load/check-cases.ts';
import { checkDates } from './load/check-dates.ts';
import { checkIds } from './load/check-ids.ts';
import { checkLaw } from './load/check-law.ts';
import { type Collected, collect, type RulesFile } from './load/collect.ts';
import { refuse } from './load/faults.ts';
import { nameRules } from './node/release.ts';

export { factSchema, type JsonSchema } from './facts/fact-schema.ts';
export type { RulesFile } from './load/collect.ts';
export type { Fault, FaultKind } from './load/faults.ts';
export {
  makeRelease,
  type NamedRelease,
  nameRules,
  openRelease,
  readSigningKey,
  readTrustedKey,
} from './node/release.ts';
export { openReleaseStore, type ReleaseStore } from './node/release-store.ts';
export { packRules } from './pack/pack.ts';

const FILES_MAX = 200;

/** Every `.yaml` file below a folder, in a fixed order. */
export function readRulesFolder(folder: string): readonly RulesFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (names.length > FILES_MAX) {
    throw new RoomError(
      'RULES_INVALID',
      `${folder} holds ${names.length} files; at most ${FILES_MAX} are read.`,
    );
  }
  return names.map((name) => ({ file: relative(folder, name), text: readFileSync(name, 'utf8') }));
}

/** Checks in the order in which a later one would stumble over the fault of an earlier one. */
function checkAll(collected: Collected): RulesBundle {
  refuse(collected.faults);
  refuse(checkDates(collected));
  refuse(checkIds(collected));
  refuse(checkLaw(collected));
  const bundle = { rules: nameRules(collected.content), content: collected.content };
  refuse(checkCases(collected, compileRules(bundle)));
  return bundle;
}

/** The law from texts of files: all checks, every fault with file, line and what to do. */
export const loadRulesFiles = (files: readonly RulesFile[]): RulesBundle => checkAll(collect(files));

/** The law from a folder; `RULES_INVALID` with `facts.faults` when anything is wrong. */
export const loadRules = (folder: string): RulesBundle => loadRulesFiles(readRulesFolder(folder));

export interface CaseFacts {
  readonly question: string;
  readonly facts: unknown;
}

/** The facts of every case beside the rules: who an author thought of. */
export const readCases = (files: readonly RulesFile[]): readonly CaseFacts[] =>
  collect(files).cases.flatMap(({ value }) =>
    value.cases.map((one) => ({ question: value.question, facts: factsOfCase(value, one) })),
  );

export interface NamedBundle {
  /** `sha256-<hex>.json` */
  readonly file: string;
  /** Canonical JSON. */
  readonly text: string;
}

/** A release: canonical JSON under the name of its hash. */
export function bundleRules(folder: string): NamedBundle {
  const { rules, content } = loadRules(folder);
  return { file: `${rules}.json`, text: canonicalJson(content) };
}

/** A release read back; refused when the text is not the one that its name promises. */
export function openBundle(file: string, text: string): RulesBundle {
  const rules = `sha256-${createHash('sha256').update(text).digest('hex')}`;
  const promised = file.replace(/^.*[\\/]/, '').replace(/\.json$/, '');
  if (rules !== promised) {
    throw new RoomError('RULES_INVALID', `${promised} holds other rules: ${rules}.`, { promised, rules });
  }
  return { rules, content: JSON.parse(text) as RulesContent };
}
