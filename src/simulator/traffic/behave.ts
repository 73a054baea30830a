/** What a member of the cast does when the role comes out. */
import { millis, type Random } from '../../kernel/index.ts';
import type { Behaviour } from './behaviour.ts';
import type { CastMember } from './cast.ts';

export function behaviourOf(member: CastMember, cast: readonly CastMember[], random: Random): Behaviour {
  const somebodyElse = () =>
    random.pick(cast.filter((other) => other !== member && other.role === 'regular')).person.id;
  const unlike = () => {
    const own = member.person.fingerPatterns['right-index'];
    const others = cast.filter(({ person }) => person.fingerPatterns['right-index'] !== own);
    return random.pick(others).person.id;
  };
  switch (member.role) {
    case 'wrong-finger':
      return { kind: 'gives-finger-of', person: unlike(), finger: 'right-index' };
    case 'worn-finger':
      return { kind: 'gives-worn-finger', wear: random.between(0.45, 0.7) };
    case 'two-bodies':
      return { kind: 'enters-with-another', person: somebodyElse() };
    case 'two-lanes':
      return { kind: 'stands-in-two-lanes' };
    case 'not-me':
      return { kind: 'presses-not-me' };
    case 'walks-back':
      return { kind: 'walks-back-out', after: millis(random.int(800, 2500)) };
    case 'looks-away':
      return { kind: 'looks-away-first', during: millis(random.int(1500, 3500)) };
    case 'thirteen':
      return { kind: 'asks-to-enrol' };
    case 'regular':
    case 'guardian':
    case 'not-enrolled':
    case 'consent-withdrawn':
    case 'single-entry':
    case 'expired-endorsement':
    case 'minor-alone':
    case 'minor-with-guardian':
      return { kind: 'crosses' };
  }
}
