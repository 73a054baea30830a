/** What every part of signing in works with, whoever signs in. */
import type { Clock, FillRandom, Millis } from '../../kernel/index.ts';
import type { Session, SignInStore } from './sign-in-store.ts';

/** Where sign-ins and changes of accounts are told of; `records.audit` is one. */
export interface IdentityAudit {
  append(note: {
    action: string;
    actor: string;
    /** Whose data it is about; goes into the log under a pseudonym. */
    traveller?: string;
    purpose?: string;
    result?: string;
  }): Promise<void>;
}

export interface SignInDesk<S extends Session = Session> {
  readonly store: SignInStore<S>;
  readonly audit: IdentityAudit;
  readonly clock: Clock;
  readonly fill: FillRandom;
  readonly relyingParty: RelyingParty;
  readonly limits: SignInLimits;
}

/** Whom a passkey is made for (WebAuthn). A browser refuses an IP address as `id`: `localhost` or a name. */
export interface RelyingParty {
  readonly id: string;
  readonly name: string;
  /** As `http://localhost:8080`. */
  readonly origins: readonly string[];
}

export interface SignInLimits {
  readonly linkMs: Millis;
  readonly challengeMs: Millis;
}

/** How long a session lasts unused, and at most. */
export interface Lifetime {
  readonly idleMs: Millis;
  readonly wholeMs: Millis;
}

/** Whose passkey it is: the id, and the name that the device shows beside it. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** Why somebody is not signed in. For the log and the audit; a page says only that it did not work. */
export type Refusal = 'unknown' | 'expired' | 'idle' | 'disabled' | 'not-verified';

export type Refused = { readonly outcome: 'refused'; readonly reason: Refusal };

export const refused = (reason: Refusal): Refused => ({ outcome: 'refused', reason });
