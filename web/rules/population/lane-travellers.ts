/**
 * Travellers for the face lane, by seed: ages, residence, documents and endorsements in the shares of the demonstration port.
 * They have no names and no numbers, since the law asks for none.
 */
import { addDays, addMonths, type Day, type Random, seededRandom } from '../../../src/kernel/index.ts';
import type { CaseFacts } from '../cases/case-files.ts';

export interface TravellerOrder {
  readonly seed: number;
  readonly count: number;
  /** The day on which ages and validities are right. */
  readonly day: Day;
  /** Ports that they are spread over, evenly. */
  readonly ports: readonly string[];
}

const CHILD_SHARE = 0.06;
const CONSENT_SHARE = 0.9;
const ENROLLED_SHARE = 0.8;
const ENROLMENT_AGE_MIN = 14;

type Category = 'hkmo' | 'mainland' | 'taiwan' | 'foreigner';

function drawCategory(random: Random): Category {
  const share = random.next();
  return share < 0.58 ? 'hkmo' : share < 0.9 ? 'mainland' : share < 0.95 ? 'taiwan' : 'foreigner';
}

function drawDocument(random: Random, category: Category): string {
  if (category === 'hkmo') return random.chance(0.04) ? 'HRP_NC' : 'HRP';
  if (category === 'mainland') return random.chance(0.03) ? 'EEP_OFFICIAL' : 'EEP';
  if (category === 'taiwan') return 'MTP_TW_5Y';
  return random.chance(0.2) ? 'FPR' : 'PP_FOREIGN';
}

/** Most are of a class that the lane takes; some are for one journey only, a few have just run out. */
function drawEndorsement(random: Random, day: Day): CaseFacts {
  const type = random.pick(['T', 'S', 'S', 'R', 'Q', 'G', 'L', 'L']);
  const often = type !== 'G' && type !== 'L' && random.chance(0.8);
  return {
    type,
    entries: often ? 'multiple' : random.pick(['single', 'two']),
    destination: random.chance(0.85) ? 'HK' : 'MO',
    expires: addMonths(day, random.int(-2, 11)),
  };
}

const GUARDIAN = { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true };

function drawTraveller(random: Random, day: Day, port: string): CaseFacts {
  const child = random.chance(CHILD_SHARE);
  const age = child ? random.int(7, 17) : random.int(18, 84);
  const category = drawCategory(random);
  const document = drawDocument(random, category);
  const consents = random.chance(CONSENT_SHARE);
  return {
    at: `${day}T12:00:00+08:00`,
    port,
    direction: random.chance(category === 'hkmo' ? 0.25 : 0.8) ? 'exit' : 'entry',
    person: { category, birthDate: addDays(addMonths(day, -12 * age), -random.int(0, 364)) },
    document: { type: document, expires: addMonths(day, random.int(-1, 100)) },
    consent: { face: consents, fingerprint: consents },
    biometricsOnFile: consents && age >= ENROLMENT_AGE_MIN && random.chance(ENROLLED_SHARE),
    companion: child ? GUARDIAN : null,
    endorsements: document === 'EEP' ? [drawEndorsement(random, day)] : [],
  };
}

export function laneTravellers({ seed, count, day, ports }: TravellerOrder): readonly CaseFacts[] {
  const random = seededRandom(seed).fork('lane-travellers');
  return Array.from({ length: count }, (_, place) =>
    drawTraveller(random, day, ports[place % ports.length] ?? ''),
  );
}
