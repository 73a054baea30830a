/** Gives every pictured person a role, and the papers that fit it. */
import {
  addDays,
  addMonths,
  type Day,
  later,
  millis,
  type Random,
  RoomError,
  seededRandom,
  startOfShanghaiDay,
} from '../../kernel/index.ts';
import {
  birthDateFor,
  type DocumentType,
  issueDocument,
  type PicturedPerson,
  type Side,
  type SyntheticTraveller,
  type TravellerEndorsement,
  travellerIdOf,
} from '../people/index.ts';
import type { Role } from './role.ts';

export interface CastMember {
  readonly person: PicturedPerson;
  readonly traveller: SyntheticTraveller;
  readonly role: Role;
  /** The id of the pictured person who accompanies a minor as statutory guardian. */
  readonly guardian?: string;
}

export interface CastOrder {
  readonly people: readonly PicturedPerson[];
  readonly seed: number;
  readonly day: Day;
  /** Where the port leads to; endorsements are for there. */
  readonly destination?: 'HK' | 'MO';
}

const grown = (p: PicturedPerson) => p.age >= 18;
const fifteen = (p: PicturedPerson) => p.age >= 14 && p.age < 16;

/** Who may play what, the hardest to cast first. */
const CASTING: readonly (readonly [Role, (person: PicturedPerson) => boolean])[] = [
  ['thirteen', (p) => p.age < 14],
  ['minor-alone', fifteen],
  ['minor-with-guardian', fifteen],
  ['guardian', (p) => p.category === 'hkmo' && p.age >= 34 && p.age <= 62 && p.origin === 'east-asian'],
  ['single-entry', (p) => p.category === 'mainland' && grown(p)],
  ['expired-endorsement', (p) => p.category === 'mainland' && grown(p)],
  ['worn-finger', (p) => p.age >= 55],
  ['not-enrolled', grown],
  ['consent-withdrawn', grown],
  ['wrong-finger', grown],
  ['two-bodies', grown],
  ['two-lanes', grown],
  ['not-me', grown],
  ['walks-back', grown],
  ['looks-away', grown],
];

/** One member for each person, in the order of the roster; too small a roster is an error that says which role is open. */
export function makeCast({ people, seed, day, destination = 'HK' }: CastOrder): CastMember[] {
  const random = seededRandom(seed).fork('cast');
  const roles = castRoles(people, random);
  const guardian = people.find((p) => roles.get(p.id) === 'guardian');
  return people.map((person, i) => {
    const role = roles.get(person.id) ?? 'regular';
    const traveller = furnish(person, role, i, day, destination, random.fork(person.id));
    if (role !== 'minor-with-guardian' || !guardian) return { person, role, traveller };
    const guardians = [travellerIdOf(guardian.id)];
    return {
      person,
      role,
      traveller: { ...traveller, guardians, side: sideOf(people.indexOf(guardian)) },
      guardian: guardian.id,
    };
  });
}

function castRoles(people: readonly PicturedPerson[], random: Random): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const [role, fits] of CASTING) {
    const free = people.filter((person) => !roles.has(person.id) && fits(person));
    if (free.length === 0)
      throw new RoomError('CONFIG_INVALID', `No pictured person is left to play ${role}.`, {
        field: 'people',
        expected: role,
      });
    // Reserved papers go to those who need them: a role open to anyone first takes those whom no other role wants.
    const plain = fits === grown ? free.filter((p) => p.category !== 'mainland') : free;
    roles.set(random.pick(plain.length > 0 ? plain : free).id, role);
  }
  return roles;
}

/** Every second person begins on the mainland, so that both directions are alive from the first minute. */
const sideOf = (index: number): Side => (index % 2 === 0 ? 'mainland' : 'outside');

function furnish(
  person: PicturedPerson,
  role: Role,
  index: number,
  day: Day,
  destination: 'HK' | 'MO',
  random: Random,
): SyntheticTraveller {
  const birthDate = birthDateFor(random, person.age, day);
  const type = documentTypeOf(person);
  // Serials from 90,000 on are kept for the pictured, apart from the register of those without pictures.
  const holder = { birthDate, serial: 90_000 + index, ofHongKong: destination === 'HK' };
  const apart = role === 'not-enrolled' || role === 'thirteen';
  const withdrew = role === 'consent-withdrawn';
  const consent = { face: !apart, fingerprint: !apart };
  return {
    id: travellerIdOf(person.id),
    name: person.name,
    sex: person.sex,
    category: person.category,
    birthDate,
    documents: [issueDocument(random, type, holder, day)],
    endorsements: type === 'EEP' ? [endorsementFor(role, destination, day, random)] : [],
    consent: withdrew ? { ...consent, withdrawnAt: someHoursBefore(day) } : consent,
    biometricsOnFile: !apart && !withdrew,
    guardians: [],
    side: sideOf(index),
    pictured: person.id,
  };
}

const someHoursBefore = (day: Day) => later(startOfShanghaiDay(day), millis(-9 * 3_600_000));

function documentTypeOf(person: PicturedPerson): DocumentType {
  switch (person.category) {
    case 'hkmo':
      return person.origin === 'east-asian' ? 'HRP' : 'HRP_NC';
    case 'mainland':
      return 'EEP';
    case 'taiwan':
      return 'MTP_TW_5Y';
    case 'foreigner':
      return 'PP_FOREIGN';
  }
}

function endorsementFor(
  role: Role,
  destination: 'HK' | 'MO',
  day: Day,
  random: Random,
): TravellerEndorsement {
  const type = random.pick(['S', 'T', 'Q', 'R'] as const);
  const expires =
    role === 'expired-endorsement' ? addDays(day, -random.int(3, 40)) : addMonths(day, random.int(2, 11));
  return { type, entries: role === 'single-entry' ? 'single' : 'multiple', destination, expires };
}
