/** What identity needs kept, declared here so that the store can be injected; `records.officers` is one. */
import type { Instant } from '../kernel/index.ts';
import type { Role } from './permissions.ts';

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly addedAt: Instant;
  readonly disabledAt?: Instant;
}

export interface Passkey {
  /** base64url */
  readonly credentialId: string;
  readonly officer: string;
  /** COSE key */
  readonly publicKey: Uint8Array;
  /** Signatures counted by the authenticator; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  /** The officer's own word for it. */
  readonly label: string;
  readonly addedAt: Instant;
  readonly usedAt?: Instant;
}

export interface SignInLink {
  /** SHA-256 of the token, in hex: the token itself is kept nowhere. */
  readonly tokenHash: string;
  readonly officer: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

export interface Challenge {
  readonly challenge: string;
  readonly ceremony: 'registration' | 'authentication';
  readonly officer?: string;
  readonly expiresAt: Instant;
}

export interface Session {
  readonly idHash: string;
  readonly officer: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

/** `take…` removes what it returns: of many who ask at once, one gets it. */
export interface IdentityStore {
  addOfficer(officer: Officer): Promise<void>;
  officer(id: string): Promise<Officer | undefined>;
  officers(): Promise<Officer[]>;
  /** Ends the account with its sessions, links, challenges and passkeys. */
  disableOfficer(id: string, at: Instant): Promise<void>;
  addPasskey(passkey: Passkey): Promise<void>;
  passkey(credentialId: string): Promise<Passkey | undefined>;
  passkeysOf(officer: string): Promise<Passkey[]>;
  /** False when the counter is not `from` any more. */
  advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant): Promise<boolean>;
  addLink(link: SignInLink): Promise<void>;
  takeLink(tokenHash: string): Promise<SignInLink | undefined>;
  addChallenge(challenge: Challenge): Promise<void>;
  takeChallenge(challenge: string): Promise<Challenge | undefined>;
  addSession(session: Session): Promise<void>;
  session(idHash: string): Promise<Session | undefined>;
  touchSession(idHash: string, at: Instant): Promise<void>;
  endSession(idHash: string): Promise<void>;
  forgetExpired(now: Instant, sessionsStartedBefore: Instant): Promise<void>;
}

/** Where sign-ins and changes of accounts are told of; `records.audit` is one. */
export interface IdentityAudit {
  append(note: { action: string; actor: string; purpose?: string; result?: string }): Promise<void>;
}
