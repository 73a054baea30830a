/** What "my data" needs of the house, and gets injected. Every reading names the person's own account, so that it stands in the list of who looked. */
import type { Clock, Day, Instant } from '../../kernel/index.ts';
import type { Law } from '../../policy/index.ts';
import type { CrossingSource } from '../crossing-records/search.ts';
import type { Modality } from '../enrolment/consent-texts.ts';

export interface Reading {
  readonly actor: string;
  readonly purpose: string;
}

/** Who asks: a person whose name and presence were checked, and the account they came by. */
export interface Asking {
  readonly account: string;
  readonly traveller: string;
}

export const readingOf = ({ account }: Asking): Reading => ({ actor: account, purpose: 'self-service' });

export interface KnownDocument {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly expires: Day;
  readonly endorsements: readonly {
    readonly type: string;
    readonly entries: string;
    readonly destination: string;
    readonly expires: Day;
  }[];
}

export interface KnownPerson {
  readonly id: string;
  readonly category: 'hkmo' | 'mainland' | 'taiwan' | 'foreigner';
  readonly names: Readonly<Record<string, string>>;
  readonly birthDate: Day;
  readonly addedAt: Instant;
  readonly documents: readonly KnownDocument[];
}

export interface GivenConsent {
  readonly id: string;
  readonly purpose: string;
  readonly modality: Modality;
  readonly textVersion: string;
  readonly language: string;
  readonly givenAt: Instant;
  readonly withdrawnAt?: Instant;
}

export interface MyDataParts {
  readonly clock: Clock;
  readonly law: Law;
  /** Id of the port whose lane the answers are about. */
  readonly port: string;
  readonly register: {
    get(id: string, by: Reading): Promise<KnownPerson>;
    guardiansOf(ward: string, on: Day): Promise<readonly string[]>;
    wardsOf(guardian: string, on: Day): Promise<readonly string[]>;
  };
  /** Facts of the law's question `lane`; see the records room. */
  readonly facts: (traveller: string, document?: string) => Promise<LaneFacts>;
  readonly consents: {
    of(traveller: string): Promise<readonly GivenConsent[]>;
    withdraw(
      traveller: string,
      by: Reading,
      modality: Modality,
    ): Promise<{ readonly withdrawn: readonly Modality[]; readonly templatesErased: number }>;
  };
  readonly audit: {
    append(note: {
      readonly action: string;
      readonly actor: string;
      readonly purpose: string;
      readonly traveller: string;
      readonly result: string;
      readonly count: number;
    }): Promise<void>;
    /** Leaves about a traveller, oldest first, as canonical JSON. */
    of(traveller: string): Promise<readonly string[]>;
  };
  readonly crossings: CrossingSource;
  /** A name for somebody that tells one from another and leads nowhere. */
  readonly pseudonymOf: (actor: string) => string;
}

export interface LaneFacts {
  readonly documentId?: string;
  readonly consent: {
    readonly face: boolean;
    readonly fingerprint: boolean;
    readonly withdrawnAt?: string;
  };
  readonly [fact: string]: unknown;
}
