/** The law in force in this repository, cut as the page receives it; for tests. */
import { fileURLToPath } from 'node:url';
import { compileRules, type Law } from '../../src/policy/index.ts';
import { loadRules } from '../../src/policy/node.ts';
import { releaseOf } from '../../src/server/law-release.ts';
import { QUESTION } from './next-step.ts';

export function openLaw(): Law {
  const release = releaseOf(loadRules(fileURLToPath(new URL('../../rules', import.meta.url))), QUESTION);
  if (!release) throw new Error(`The rules have no question "${QUESTION}".`);
  return compileRules(release);
}
