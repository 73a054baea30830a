/** One synthetic traveller of the register, in the words of the lane question's facts. */
import type { Day, Instant, TravellerId } from '../../../kernel/index.ts';
import type { Sex } from '../face/identity.ts';
import type { Category, PersonName } from '../roster.ts';
import type { TravelDocument } from './documents.ts';

export interface TravellerEndorsement {
  readonly type: 'T' | 'S' | 'R' | 'Q' | 'D' | 'G' | 'L';
  readonly entries: 'multiple' | 'single' | 'two' | 'weekly';
  readonly destination: 'HK' | 'MO';
  readonly expires: Day;
}

export interface TravellerConsent {
  readonly face: boolean;
  readonly fingerprint: boolean;
  readonly withdrawnAt?: Instant;
}

/** Which side of the border a traveller is on: outside is Hong Kong, Macao or Taiwan. */
export type Side = 'mainland' | 'outside';

export interface SyntheticTraveller {
  readonly id: TravellerId;
  readonly name: PersonName;
  readonly sex: Sex;
  readonly category: Category;
  readonly birthDate: Day;
  /** The first is the one to travel with. */
  readonly documents: readonly TravelDocument[];
  readonly endorsements: readonly TravellerEndorsement[];
  readonly consent: TravellerConsent;
  readonly biometricsOnFile: boolean;
  /** Statutory guardians, for a minor. */
  readonly guardians: readonly TravellerId[];
  readonly side: Side;
  /** The pictured person who stands for this traveller; absent without pictures. */
  readonly pictured?: string;
}
