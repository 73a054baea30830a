/** Any number of travellers without pictures: the register of a port, by seed. */
import {
  addMonths,
  type Day,
  dayFromEpoch,
  dayOfAge,
  epochDay,
  parseId,
  type Random,
  seededRandom,
  type TravellerId,
} from '../../../kernel/index.ts';
import type { Sex } from '../face/identity.ts';
import type { Category } from '../roster.ts';
import { type DocumentType, issueDocument } from './documents.ts';
import { chineseName, otherName } from './names.ts';
import type { SyntheticTraveller, TravellerEndorsement } from './traveller.ts';

export interface PopulationOrder {
  readonly seed: number;
  /** At most 99,999: the document numbers' reserved ranges hold no more. */
  readonly count: number;
  /** The day on which ages and validities are right. */
  readonly day: Day;
}

/** Travellers one by one; children are followed by the adult who is their guardian. */
export function* makePopulation({ seed, count, day }: PopulationOrder): Iterable<SyntheticTraveller> {
  const random = seededRandom(seed).fork('population');
  for (let serial = 1; serial <= count; serial++) {
    const child = serial < count && random.chance(0.06);
    if (!child) yield makeTraveller(random, serial, day, random.int(18, 84));
    else {
      const minor = makeTraveller(random, serial, day, random.int(7, 17));
      const guardian = makeTraveller(random, ++serial, day, random.int(32, 60), minor.category);
      yield { ...minor, guardians: [guardian.id], side: guardian.side };
      yield guardian;
    }
  }
}

export const travellerIdOf = (name: string): TravellerId => parseId('traveller', `T-SYN-${name}`);

function makeTraveller(
  random: Random,
  serial: number,
  day: Day,
  age: number,
  like?: Category,
): SyntheticTraveller {
  const category = like ?? drawCategory(random);
  const sex: Sex = random.chance(0.5) ? 'female' : 'male';
  const birthDate = birthDateFor(random, age, day);
  const ofHongKong = random.chance(0.85);
  const type = drawDocumentType(random, category);
  const consents = random.chance(0.9);
  return {
    id: travellerIdOf(String(serial).padStart(6, '0')),
    name: drawName(random, sex, category, type),
    sex,
    category,
    birthDate,
    documents: [issueDocument(random, type, { birthDate, serial, ofHongKong }, day)],
    endorsements: type === 'EEP' ? [drawEndorsement(random, day)] : [],
    consent: { face: consents, fingerprint: consents },
    biometricsOnFile: consents && age >= 14 && random.chance(0.8),
    guardians: [],
    side: random.chance(category === 'hkmo' ? 0.25 : 0.8) ? 'mainland' : 'outside',
  };
}

/** A birthday such that the age on the day is as said. */
export function birthDateFor(random: Random, age: number, day: Day): Day {
  const youngest = addMonths(day, -12 * age);
  const born = dayFromEpoch(epochDay(youngest) - random.int(1, 364));
  return dayOfAge(born, age) <= day ? born : youngest;
}

function drawCategory(random: Random): Category {
  const share = random.next();
  return share < 0.58 ? 'hkmo' : share < 0.9 ? 'mainland' : share < 0.95 ? 'taiwan' : 'foreigner';
}

function drawDocumentType(random: Random, category: Category): DocumentType {
  switch (category) {
    case 'hkmo':
      return random.chance(0.04) ? 'HRP_NC' : 'HRP';
    case 'mainland':
      return random.chance(0.03) ? 'EEP_OFFICIAL' : 'EEP';
    case 'taiwan':
      return 'MTP_TW_5Y';
    case 'foreigner':
      return random.chance(0.2) ? 'FPR' : 'PP_FOREIGN';
  }
}

function drawName(random: Random, sex: Sex, category: Category, type: DocumentType) {
  if (category === 'foreigner')
    return otherName(random, sex, random.pick(['english', 'indian', 'african', 'portuguese'] as const));
  if (type === 'HRP_NC')
    return otherName(random, sex, random.pick(['portuguese', 'english', 'indian'] as const));
  return chineseName(random, sex, category);
}

function drawEndorsement(random: Random, day: Day): TravellerEndorsement {
  const type = random.pick(['T', 'S', 'S', 'R', 'Q', 'G', 'L', 'L'] as const);
  const qualifies = type !== 'G' && type !== 'L';
  return {
    type,
    entries: qualifies && random.chance(0.8) ? 'multiple' : random.pick(['single', 'two'] as const),
    destination: random.chance(0.85) ? 'HK' : 'MO',
    expires: addMonths(day, random.int(-2, 11)),
  };
}
