/** The law in force here: the release that was built from `rules/`, or the folder itself where nothing was built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { compileRules, type Law } from '../../policy/index.ts';
import { loadRules, openBundle } from '../../policy/node.ts';
import { findPlaces, type Places } from '../places.ts';

export function openLaw({ rules, root }: Places): Law {
  const releases = existsSync(rules)
    ? readdirSync(rules).filter((name) => /^sha256-[0-9a-f]{64}\.json$/.test(name))
    : [];
  const [release, another] = releases;
  if (another) {
    throw new RoomError(
      'RULES_INVALID',
      `${rules} holds ${releases.length} releases of the rules; one is in force. Build again.`,
    );
  }
  if (!release) return compileRules(loadRules(join(root, 'rules')));
  return compileRules(openBundle(release, readFileSync(join(rules, release), 'utf8')));
}

/** The law alone, for whoever only asks it. */
export const openLawOnly = (): Law => openLaw(findPlaces());
