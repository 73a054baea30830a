/** The first quarter of an hour shows a watcher every kind of referral once, with people who simply cross between them. */
import type { Random } from '../../kernel/index.ts';
import type { CastMember } from './cast.ts';
import { REFERRED_ROLES } from './role.ts';

/** How many cross before the first referral, so that the first thing seen is a crossing. */
const REGULARS_FIRST = 2;
const REFERRED_BETWEEN = 4;

export function makeOpening(cast: readonly CastMember[], random: Random): CastMember[] {
  const regulars = shuffled(
    cast.filter(({ role }) => role === 'regular'),
    random,
  );
  const referred = shuffled(
    REFERRED_ROLES.flatMap((role) => cast.find((member) => member.role === role) ?? []),
    random,
  );
  const opening = regulars.splice(0, REGULARS_FIRST);
  for (const [i, member] of referred.entries()) {
    opening.push(member);
    if (i % REFERRED_BETWEEN === REFERRED_BETWEEN - 1) opening.push(...regulars.splice(0, 1));
  }
  return opening;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
