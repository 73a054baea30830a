/** Travellers: accounts, sign-in, contacts, and who they were shown to be; over a store and partners that are injected. */
import { type Clock, type FillRandom, type Language, minutes, platformRandom } from '../../kernel/index.ts';
import type { Vouched } from '../oidc/providers.ts';
import type { IdentityAudit, Refused, RelyingParty } from '../sign-in/desk.ts';
import type { IssuedLink } from '../sign-in/one-time-links.ts';
import {
  type AuthenticationResponse,
  type CreationOptions,
  finishAuthentication,
  type RegistrationResponse,
  type RequestOptions,
  startAuthentication,
} from '../sign-in/passkeys.ts';
import { endSession, forgetExpired } from '../sign-in/sessions.ts';
import {
  checkSession,
  openAccount,
  openGuest,
  SESSION_LONGEST,
  type SignedIn,
  signIn,
} from './account-sessions.ts';
import type { AccountStore, Channel, Contacts } from './account-store.ts';
import { type CodeCheck, type CodeSent, confirmCode, keepContact, sendCode } from './contacts.ts';
import type { DocumentForms, LiveFaces, Messages, PersonRegister, Portraits, TravellerDesk } from './desk.ts';
import {
  type Device,
  devicesOf,
  finishDevice,
  finishWayIn,
  issueDeviceCode,
  issueRecovery,
  removeDevice,
  startDevice,
  startWayIn,
  type WayIn,
} from './devices.ts';
import { maskContact } from './phone.ts';
import { signInByProvider } from './provider-sign-in.ts';
import { checkRealName, type RealNameCheck, type RealNameForm } from './real-name.ts';
import { openPersonChecks, type PersonChecks } from './real-person.ts';

export interface TravellerOptions {
  readonly store: AccountStore;
  readonly audit: IdentityAudit;
  readonly clock: Clock;
  readonly relyingParty: RelyingParty;
  readonly messages: Messages;
  readonly register: PersonRegister;
  readonly documents: DocumentForms;
  readonly faces: LiveFaces;
  readonly portraits: Portraits;
  readonly fill?: FillRandom;
}

export interface TravellerIdentity {
  openGuest(language: Language): Promise<SignedIn>;
  startSignIn(): Promise<RequestOptions>;
  finishSignIn(response: AuthenticationResponse): Promise<SignedIn | Refused>;
  signInByProvider(vouched: Vouched, language: Language): Promise<SignedIn | Refused>;
  checkSession(token: unknown): ReturnType<typeof checkSession>;
  endSession(token: unknown): Promise<void>;
  endAllSessions(account: string): Promise<void>;
  /** Ends the account: nobody signs in to it again, contacts are erased. */
  close(account: string): Promise<void>;
  setLanguage(account: string, language: Language): Promise<void>;
  devices(account: string): Promise<Device[]>;
  startDevice(account: string): Promise<CreationOptions>;
  finishDevice(account: string, response: RegistrationResponse, label: string): Promise<SignedIn | Refused>;
  removeDevice(account: string, device: string): Promise<void>;
  issueDeviceCode(account: string): Promise<IssuedLink>;
  /** `officer` has seen the person. */
  issueRecovery(documentNumber: string, officer: string): Promise<IssuedLink>;
  startWayIn(way: WayIn, given: unknown): ReturnType<typeof startWayIn>;
  finishWayIn(
    way: WayIn,
    given: unknown,
    response: RegistrationResponse,
    label: string,
  ): Promise<SignedIn | Refused>;
  sendCode(account: string, to: { channel: Channel; to: string }): Promise<CodeSent>;
  confirmCode(account: string, code: string): Promise<CodeCheck>;
  forgetContact(account: string, channel: Channel): Promise<void>;
  contacts(account: string): Promise<Contacts>;
  maskedContacts(account: string): Promise<Contacts>;
  checkRealName(account: string, form: RealNameForm): Promise<RealNameCheck>;
  readonly person: PersonChecks;
  forgetExpired(): Promise<void>;
}

const LIMITS = { linkMs: minutes(15), challengeMs: minutes(5) };

export function openTravellers(options: TravellerOptions): TravellerIdentity {
  const desk: TravellerDesk = { fill: platformRandom, limits: LIMITS, ...options };
  return {
    ...entrances(desk),
    ...holding(desk),
    checkRealName: (account, form) => checkRealName(desk, account, form),
    person: openPersonChecks(desk),
    forgetExpired: () => forgetExpired(desk, SESSION_LONGEST),
  };
}

/** Ways in and out. */
function entrances(desk: TravellerDesk) {
  return {
    openGuest: (language: Language) => openGuest(desk, language),
    startSignIn: () => startAuthentication(desk),
    async finishSignIn(response: AuthenticationResponse) {
      const proof = await finishAuthentication(desk, response);
      return proof.outcome === 'proved' ? signIn(desk, proof.holder, 'passkey') : proof;
    },
    signInByProvider: (vouched: Vouched, language: Language) => signInByProvider(desk, vouched, language),
    checkSession: (token: unknown) => checkSession(desk, token),
    endSession: (token: unknown) => endSession(desk, token),
    async endAllSessions(account: string) {
      await desk.store.endSessionsOf(account);
      await desk.audit.append({ action: 'account-signed-out-everywhere', actor: account });
    },
    startWayIn: (way: WayIn, given: unknown) => startWayIn(desk, way, given),
    finishWayIn: (way: WayIn, given: unknown, response: RegistrationResponse, label: string) =>
      finishWayIn(desk, way, given, response, label),
    issueRecovery: (documentNumber: string, officer: string) => issueRecovery(desk, documentNumber, officer),
  };
}

/** What a holder does with the account. */
function holding(desk: TravellerDesk) {
  return {
    async close(account: string) {
      await openAccount(desk, account);
      await desk.store.closeAccount(account, desk.clock.now());
      await desk.audit.append({ action: 'account-closed', actor: account });
    },
    setLanguage: (account: string, language: Language) => desk.store.setLanguage(account, language),
    devices: (account: string) => devicesOf(desk, account),
    startDevice: (account: string) => startDevice(desk, account),
    finishDevice: (account: string, response: RegistrationResponse, label: string) =>
      finishDevice(desk, account, response, label),
    removeDevice: (account: string, device: string) => removeDevice(desk, account, device),
    issueDeviceCode: (account: string) => issueDeviceCode(desk, account),
    sendCode: (account: string, to: { channel: Channel; to: string }) => sendCode(desk, account, to),
    confirmCode: (account: string, code: string) => confirmCode(desk, account, code),
    forgetContact: (account: string, channel: Channel) => keepContact(desk, account, channel, undefined),
    contacts: (account: string) => desk.store.contacts(account),
    maskedContacts: async (account: string) => masked(await desk.store.contacts(account)),
  };
}

const masked = ({ mobile, email }: Contacts): Contacts => ({
  ...(mobile !== undefined && { mobile: maskContact(mobile) }),
  ...(email !== undefined && { email: maskContact(email) }),
});
