/** What travellers' accounts need kept, declared here so that the store can be injected; `records.accounts` is one. */
import type { Instant, Language, TravellerId } from '../../kernel/index.ts';
import type { Session, SignInStore } from '../sign-in/sign-in-store.ts';

export const ACCOUNT_KINDS = ['guest', 'passkey', 'oidc'] as const;
/** `guest`: one session, nothing to sign in with again. `oidc`: signed in through an authority's identity provider. */
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly language: Language;
  /** Who the holder was shown to be, and when. */
  readonly realName?: { readonly traveller: TravellerId; readonly at: Instant };
  /** A mobile number of the mainland is confirmed (H-10). */
  readonly mainlandMobile: boolean;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
}

/** A session with its account, read together. */
export interface AccountSession extends Session {
  readonly account: Account;
  /** When the person was last seen to be the one on file, in this session. */
  readonly realPersonAt?: Instant;
}

/** Confirmed ways to reach the holder; kept sealed. */
export interface Contacts {
  /** E.164, as `+85291234567`. */
  readonly mobile?: string;
  readonly email?: string;
}

export type Channel = 'sms' | 'email';

/** A code that was sent and waits to be typed in; one an account. */
export interface ContactCode {
  readonly account: string;
  readonly channel: Channel;
  readonly to: string;
  /** Six digits. */
  readonly code: string;
  readonly triesLeft: number;
  readonly expiresAt: Instant;
}

/** What is counted, so that it cannot be tried without end: an act, by a subject that the store keeps as a blind index. */
export interface Attempt {
  readonly act: string;
  readonly subject: string;
  readonly at: Instant;
}

export interface AccountConsent {
  readonly account: string;
  readonly purpose: string;
  readonly textVersion: string;
  readonly language: Language;
  readonly givenAt: Instant;
}

export interface AccountStore extends SignInStore<AccountSession> {
  addAccount(account: Account): Promise<void>;
  account(id: string): Promise<Account | undefined>;
  setKind(id: string, kind: AccountKind): Promise<void>;
  setLanguage(id: string, language: Language): Promise<void>;
  setRealName(id: string, traveller: TravellerId, at: Instant): Promise<void>;
  /** Open accounts that passed as this traveller, oldest first. */
  accountsOf(traveller: string): Promise<Account[]>;
  /** The open account that a provider's subject signs in to. */
  accountOfSubject(issuer: string, subject: string): Promise<Account | undefined>;
  /** False when another account has this subject. */
  setSubject(id: string, issuer: string, subject: string): Promise<boolean>;
  setRealPerson(sessionIdHash: string, at: Instant): Promise<void>;
  contacts(id: string): Promise<Contacts>;
  /** Seals the contacts, and keeps beside them whether the number is one of the mainland. */
  setContacts(id: string, contacts: Contacts, mainlandMobile: boolean): Promise<void>;
  /** Replaces the account's code. */
  setCode(code: ContactCode): Promise<void>;
  /** Takes one try off and returns the code as it was; undefined when there is none, or no try left. */
  tryCode(account: string): Promise<ContactCode | undefined>;
  forgetCode(account: string): Promise<void>;
  /** Ends the account with everything it signs in with; destroys its key and so its contacts. */
  closeAccount(id: string, at: Instant): Promise<void>;
  addConsent(consent: AccountConsent): Promise<void>;
  /** The version agreed to and not withdrawn; undefined without one. */
  consentFor(account: string, purpose: string): Promise<string | undefined>;
  withdrawConsent(account: string, purpose: string, at: Instant): Promise<void>;
  /** Returns the attempt's id. */
  addAttempt(attempt: Attempt): Promise<number>;
  /** Times of the subject's attempts since then, oldest first. */
  attemptsSince(act: string, subject: string, since: Instant): Promise<Instant[]>;
  dropAttempt(id: number): Promise<void>;
  dropAttemptsOf(act: string, subject: string): Promise<void>;
}
