import { describe, expect, it } from 'vitest';
import { ageOn, parseDay, seededRandom } from '../../kernel/index.ts';
import type { Category, PicturedPerson } from '../people/index.ts';
import { type Arrival, openTraffic, type Traffic } from './arrivals.ts';
import { makeCast } from './cast.ts';
import { REFERRED_ROLES, ROLES } from './role.ts';

const DAY = parseDay('2026-03-02');
const AGES = [13, 15, 15, 45, 66, ...Array.from({ length: 25 }, (_, i) => 20 + i * 2)];
const people: PicturedPerson[] = AGES.map((age, i) => ({
  id: `p${String(i + 1).padStart(2, '0')}`,
  faceSeed: i,
  fingerSeeds: { 'right-index': 2 * i, 'left-index': 2 * i + 1 },
  fingerPatterns: { 'right-index': i % 3 ? 'left-loop' : 'whorl', 'left-index': 'right-loop' },
  origin: 'east-asian',
  sex: i % 2 ? 'female' : 'male',
  age,
  category: (i < 4 ? 'hkmo' : i % 4 === 1 ? 'mainland' : 'hkmo') satisfies Category,
  name: { latin: 'CHAN, Siu Ming' },
}));
const cast = makeCast({ people, seed: 4, day: DAY });
const member = (id: string) => cast.find(({ person }) => person.id === id)!;

/** Takes arrivals; those who simply cross are through at once, the others are turned away. */
function take(traffic: Traffic, count: number): Arrival[] {
  return Array.from({ length: count }, () => {
    const arrival = traffic.next()!;
    const referred = (REFERRED_ROLES as readonly string[]).includes(member(arrival.person).role);
    const through = arrival.behaviour.kind === 'crosses' && !referred;
    traffic.ended(arrival.person, through ? 'crossed' : 'turned-away');
    return arrival;
  });
}
const open = (seed: number) => openTraffic({ cast, random: seededRandom(seed) });

describe('the cast', () => {
  it('fills every role and gives each person exactly one', () => {
    expect(cast.map(({ person }) => person.id)).toEqual(people.map(({ id }) => id));
    expect(new Set(cast.map(({ role }) => role))).toEqual(new Set(ROLES));
  });

  it('gives papers that fit the role', () => {
    const of = (role: string) => cast.find((m) => m.role === role)!.traveller;
    expect(of('single-entry').endorsements[0]!.entries).toBe('single');
    expect(of('expired-endorsement').endorsements[0]!.expires < DAY).toBe(true);
    expect(of('not-enrolled').biometricsOnFile).toBe(false);
    expect(of('consent-withdrawn').consent.withdrawnAt).toBeDefined();
    expect(ageOn(of('thirteen').birthDate, DAY)).toBe(13);
    expect(of('minor-alone').guardians).toEqual([]);
    expect(of('minor-with-guardian').guardians).toEqual([of('guardian').id]);
  });

  it('leaves regular travellers enrolled, consenting and in order', () => {
    for (const { traveller } of cast.filter(({ role }) => role === 'regular')) {
      expect(traveller.biometricsOnFile && traveller.consent.face && traveller.consent.fingerprint).toBe(
        true,
      );
      expect(traveller.documents[0]!.expires > DAY).toBe(true);
      for (const e of traveller.endorsements)
        expect([e.entries, e.expires > DAY]).toEqual(['multiple', true]);
    }
  });

  it('says which role it cannot cast', () => {
    expect(() => makeCast({ people: people.slice(3), seed: 1, day: DAY })).toThrow(/thirteen/);
  });
});

describe('a wrong finger', () => {
  it('is one of another pattern than the own, so that no reader can take it for the own', () => {
    for (let seed = 1; seed <= 30; seed++) {
      for (const { person, behaviour } of take(open(seed), 16)) {
        if (behaviour.kind !== 'gives-finger-of') continue;
        const [own, given] = [member(person), member(behaviour.person)];
        expect(given.person.fingerPatterns[behaviour.finger]).not.toBe(
          own.person.fingerPatterns['right-index'],
        );
      }
    }
  });
});

describe('arrivals', () => {
  it('one seed replays them; another brings others', () => {
    expect(take(open(1), 60)).toEqual(take(open(1), 60));
    expect(take(open(1), 60)).not.toEqual(take(open(2), 60));
  });

  it('begin with a crossing, and show every kind of referral within the first fifteen or so', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const first = take(open(seed), 16);
      expect(member(first[0]!.person).role).toBe('regular');
      const roles = new Set(first.map(({ person }) => member(person).role));
      for (const role of REFERRED_ROLES) expect(roles).toContain(role);
    }
  });

  it('go on with about fifteen in a hundred referred', () => {
    const later = take(open(3), 1016).slice(16);
    const referred = later.filter(
      ({ person, behaviour }) =>
        (REFERRED_ROLES as readonly string[]).includes(member(person).role) &&
        (behaviour.kind !== 'crosses' ||
          !['wrong-finger', 'two-bodies', 'two-lanes', 'not-me', 'walks-back'].includes(member(person).role)),
    );
    expect(referred.length).toBeGreaterThan(100);
    expect(referred.length).toBeLessThan(200);
  });

  it('keep presence: who crossed comes back from the other side, who was turned away from the same', () => {
    const traffic = open(5);
    for (let i = 0; i < 500; i++) {
      const arrival = traffic.next()!;
      const side = traffic.sideOf(arrival.person);
      expect(arrival.direction).toBe(side === 'outside' ? 'entry' : 'exit');
      traffic.ended(arrival.person, i % 3 ? 'crossed' : 'turned-away');
      if (i % 3) expect(traffic.sideOf(arrival.person)).not.toBe(side);
      else expect(traffic.sideOf(arrival.person)).toBe(side);
    }
  });

  it('use both directions about equally', () => {
    const entries = take(open(6), 400).filter(({ direction }) => direction === 'entry').length;
    expect(entries).toBeGreaterThan(140);
    expect(entries).toBeLessThan(260);
  });

  it('never bring a person who is still in the port, and end when everybody is', () => {
    const traffic = open(7);
    const seen = new Set<string>();
    for (let arrival = traffic.next(); arrival; arrival = traffic.next()) {
      expect(seen).not.toContain(arrival.person);
      seen.add(arrival.person);
    }
    expect(seen.size).toBeGreaterThan(15);
    expect(seen.size).toBeLessThanOrEqual(people.length);
  });

  it('bring the guardian right after the minor, in the same direction', () => {
    const arrivals = take(open(8), 600);
    const pairs = arrivals.flatMap((a, i) => (a.companion ? [[a, arrivals[i + 1]!] as const] : []));
    expect(pairs.length).toBeGreaterThan(3);
    for (const [minor, guardian] of pairs) {
      expect(guardian.person).toBe(minor.companion!.person);
      expect(guardian.direction).toBe(minor.direction);
    }
    for (const a of arrivals)
      if (member(a.person).role === 'minor-with-guardian') expect(a.companion).toBeDefined();
  });

  it('send the thirteen-year-old to the collection point and nobody else', () => {
    for (const { person, place } of take(open(9), 300)) {
      expect(place).toBe(member(person).role === 'thirteen' ? 'collection-point' : 'lane');
    }
  });
});
