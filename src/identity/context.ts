/** What every part of identity works with. */
import type { Clock, FillRandom, Millis } from '../kernel/index.ts';
import type { IdentityAudit, IdentityStore, Officer } from './identity-store.ts';

export interface Identity {
  readonly store: IdentityStore;
  readonly audit: IdentityAudit;
  readonly clock: Clock;
  readonly fill: FillRandom;
  readonly relyingParty: RelyingParty;
  readonly limits: Limits;
}

/** Whom a passkey is made for (WebAuthn). A browser refuses an IP address as `id`: `localhost` or a name. */
export interface RelyingParty {
  readonly id: string;
  readonly name: string;
  /** As `http://localhost:8080`. */
  readonly origins: readonly string[];
}

export interface Limits {
  readonly linkMs: Millis;
  readonly challengeMs: Millis;
  readonly sessionIdleMs: Millis;
  readonly sessionMs: Millis;
}

/** Why somebody is not signed in. For the log and the audit; a page says only that it did not work. */
export type Refusal = 'unknown' | 'expired' | 'idle' | 'disabled' | 'not-verified';

export type Refused = { readonly outcome: 'refused'; readonly reason: Refusal };

export type SignIn =
  | { readonly outcome: 'signed-in'; readonly officer: Officer; readonly sessionToken: string }
  | Refused;

export const refused = (reason: Refusal): Refused => ({ outcome: 'refused', reason });
