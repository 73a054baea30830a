/** Releases by the hash that decisions carry: a folder in which nothing is ever changed or removed. */
import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { compileRules, type Law } from '../law.ts';
import { type NamedRelease, openRelease, releaseFile } from './release.ts';

export interface ReleaseStore {
  /**
   * The law of a release, opened once.
   *
   * @throws RoomError NOT_FOUND when it is not here; RULES_INVALID as `openRelease` does
   */
  law(rules: string): Law;
  /** Adds a release; one that is here already must be the same. The path of its file. */
  keep(release: NamedRelease): string;
}

/** Opens a folder of releases. Where keys are given, only what they signed is law. */
export function openReleaseStore(folder: string, trusted?: readonly KeyObject[]): ReleaseStore {
  const opened = new Map<string, Law>();
  return {
    law(rules) {
      const known = opened.get(rules);
      if (known) return known;
      const law = compileRules(readRelease(folder, rules, trusted));
      opened.set(rules, law);
      return law;
    },
    keep({ file, text }) {
      const path = join(folder, file);
      openRelease(file, text, trusted);
      if (!existsSync(path)) writeFileSync(path, text, { flag: 'wx' });
      else if (readFileSync(path, 'utf8') !== text)
        throw new RoomError('ALREADY_EXISTS', `${path} holds the same rules under another signature.`, {
          value: path,
        });
      return path;
    },
  };
}

const NAME = /^sha256-[0-9a-f]{64}$/;

function readRelease(folder: string, rules: string, trusted: readonly KeyObject[] | undefined) {
  // The name comes out of a stored decision: it must not lead out of the folder.
  const path = NAME.test(rules) ? join(folder, releaseFile(rules)) : '';
  if (path === '' || !existsSync(path)) {
    throw new RoomError('NOT_FOUND', `There is no release ${rules.slice(0, 80)} in ${folder}.`, {
      field: 'rules',
      expected: 'a release that is kept there',
    });
  }
  return openRelease(path, readFileSync(path, 'utf8'), trusted);
}
