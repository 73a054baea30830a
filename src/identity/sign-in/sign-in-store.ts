/** What signing in needs kept, the same for officers and for travellers; `holder` is the id of either. */
import type { Instant } from '../../kernel/index.ts';

export interface Passkey {
  /** base64url */
  readonly credentialId: string;
  readonly holder: string;
  /** COSE key */
  readonly publicKey: Uint8Array;
  /** Signatures counted by the authenticator; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  /** The holder's own word for it. */
  readonly label: string;
  readonly addedAt: Instant;
  readonly usedAt?: Instant;
}

export interface OneTimeLink {
  /** SHA-256 of the token, in hex: the token itself is kept nowhere. */
  readonly tokenHash: string;
  readonly holder: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
}

export interface Challenge {
  readonly challenge: string;
  readonly ceremony: 'registration' | 'authentication';
  readonly holder?: string;
  readonly expiresAt: Instant;
}

export interface Session {
  readonly idHash: string;
  readonly holder: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
}

/** `take…` removes what it returns: of many who ask at once, one gets it. */
export interface SignInStore<S extends Session = Session> {
  addPasskey(passkey: Passkey): Promise<void>;
  passkey(credentialId: string): Promise<Passkey | undefined>;
  passkeysOf(holder: string): Promise<Passkey[]>;
  /** False when the counter is not `from` any more. */
  advancePasskey(credentialId: string, counter: { from: number; to: number }, at: Instant): Promise<boolean>;
  /** False when the holder has no such passkey. */
  removePasskey(holder: string, credentialId: string): Promise<boolean>;
  addLink(link: OneTimeLink): Promise<void>;
  link(tokenHash: string): Promise<OneTimeLink | undefined>;
  takeLink(tokenHash: string): Promise<OneTimeLink | undefined>;
  addChallenge(challenge: Challenge): Promise<void>;
  takeChallenge(challenge: string): Promise<Challenge | undefined>;
  addSession(session: Session): Promise<void>;
  session(idHash: string): Promise<S | undefined>;
  touchSession(idHash: string, at: Instant): Promise<void>;
  endSession(idHash: string): Promise<void>;
  endSessionsOf(holder: string): Promise<void>;
  /** Ends everything that the holder could sign in with: passkeys, links, challenges, sessions. */
  endSignInOf(holder: string): Promise<void>;
  forgetExpired(now: Instant, sessionsStartedBefore: Instant): Promise<void>;
}
