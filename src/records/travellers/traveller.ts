/** What is known about a traveller, as it comes in and as it is read back. */
import type { Day, Id, Instant, TravellerId } from '../../kernel/index.ts';
import type { NewConsent } from '../consents.ts';

export type DocumentId = Id<'document'>;
export type EndorsementId = Id<'endorsement'>;

export const CATEGORIES = ['hkmo', 'mainland', 'foreigner', 'taiwan'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The sealed part: it is read only by this person's own key. */
export interface PersonDetails {
  /** By script or language, as `{ 'zh-Hant': '陳大文', latin: 'CHAN TAI MAN' }`; at least one. */
  readonly names: Readonly<Record<string, string>>;
  readonly birthDate: Day;
  /** A registered finding; absent is full capacity, nothing is inferred (D-03). */
  readonly declaredCapacity?: 'LIMITED' | 'NONE';
  readonly livesOnOwnLabourIncome?: boolean;
  readonly officialDocumentHeld?: boolean;
  /** Enrolled for the older fast lanes, which counts as enrolled here (C-03). */
  readonly fastLaneEnrolled?: boolean;
  /** Metres. */
  readonly heightM?: number;
}

export interface NewEndorsement {
  readonly type: string;
  readonly entries: string;
  readonly destination: string;
  readonly expires: Day;
}

export interface NewDocument {
  readonly id?: DocumentId;
  readonly type: string;
  readonly number: string;
  readonly expires: Day;
  readonly endorsements?: readonly NewEndorsement[];
}

export interface NewTraveller extends PersonDetails {
  /** A repeated call with the same id changes nothing. */
  readonly id?: TravellerId;
  readonly category: Category;
  /** Made by the simulator: no real person. */
  readonly synthetic?: boolean;
  readonly documents?: readonly NewDocument[];
  readonly consents?: readonly NewConsent[];
}

export interface Endorsement extends NewEndorsement {
  readonly id: EndorsementId;
}

export interface TravelDocument {
  readonly id: DocumentId;
  readonly type: string;
  readonly number: string;
  readonly expires: Day;
  readonly endorsements: readonly Endorsement[];
}

export interface Traveller extends PersonDetails {
  readonly id: TravellerId;
  readonly category: Category;
  readonly synthetic: boolean;
  readonly addedAt: Instant;
  readonly documents: readonly TravelDocument[];
}

export const detailsContext = (person: string) => ({ record: 'traveller', person, purpose: 'personal' });
export const documentContext = (id: string, person: string) => ({
  record: 'document',
  id,
  person,
  purpose: 'personal',
});
