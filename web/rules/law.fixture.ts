/** The law in force in this repository, whole, as the page receives it; for tests. */
import { fileURLToPath } from 'node:url';
import { compileRules, type Law } from '../../src/policy/index.ts';
import { loadRules } from '../../src/policy/node.ts';

export const openLaw = (): Law =>
  compileRules(loadRules(fileURLToPath(new URL('../../rules', import.meta.url))));
