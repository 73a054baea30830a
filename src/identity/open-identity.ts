/** Officers: accounts, sign-in and permissions, over a store that is injected. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import {
  type Clock,
  type FillRandom,
  fieldInvalid,
  minutes,
  newId,
  platformRandom,
} from '../kernel/index.ts';
import { activeOfficer } from './active-officer.ts';
import type { Identity, Limits, RelyingParty, SignIn } from './context.ts';
import type { IdentityAudit, IdentityStore, Officer } from './identity-store.ts';
import {
  finishAuthentication,
  finishRegistration,
  type Registration,
  startAuthentication,
  startRegistration,
} from './passkeys.ts';
import { ROLES, type Role } from './permissions.ts';
import { checkSession, endSession, forgetExpired, type SessionCheck } from './sessions.ts';
import { type IssuedLink, issueLink, redeemLink } from './sign-in-links.ts';

export interface IdentityOptions {
  readonly store: IdentityStore;
  readonly audit: IdentityAudit;
  readonly clock: Clock;
  readonly relyingParty: RelyingParty;
  readonly fill?: FillRandom;
}

export interface Officers {
  /** `by` is the officer or process that does it. Throws FIELD_INVALID. */
  add(officer: { name: string; role: Role }, by: string): Promise<Officer>;
  list(): Promise<Officer[]>;
  /** Ends the account and everything that could sign in to it. Throws NOT_FOUND. */
  disable(officer: string, by: string): Promise<void>;
  issueLink(officer: string, by: string): Promise<IssuedLink>;
  redeemLink(token: unknown): Promise<SignIn>;
  startRegistration(officer: string): Promise<PublicKeyCredentialCreationOptionsJSON>;
  finishRegistration(
    officer: string,
    response: RegistrationResponseJSON,
    label: string,
  ): Promise<Registration>;
  startAuthentication(): Promise<PublicKeyCredentialRequestOptionsJSON>;
  finishAuthentication(response: AuthenticationResponseJSON): Promise<SignIn>;
  checkSession(token: unknown): Promise<SessionCheck>;
  endSession(token: unknown): Promise<void>;
  forgetExpired(): Promise<void>;
}

/** OWASP ASVS 5, V7: fifteen minutes idle, a working shift at most. */
const LIMITS: Limits = {
  linkMs: minutes(15),
  challengeMs: minutes(5),
  sessionIdleMs: minutes(15),
  sessionMs: minutes(8 * 60),
};

const NAME_LENGTH_MAX = 80;

export function openIdentity(options: IdentityOptions): Officers {
  const identity: Identity = { fill: platformRandom, limits: LIMITS, ...options };
  return {
    add: (officer, by) => addOfficer(identity, officer, by),
    list: () => identity.store.officers(),
    async disable(id, by) {
      const officer = await activeOfficer(identity, id);
      await identity.store.disableOfficer(officer.id, identity.clock.now());
      await identity.audit.append({ action: 'officer-disabled', actor: by, result: officer.id });
    },
    issueLink: (officer, by) => issueLink(identity, officer, by),
    redeemLink: (token) => redeemLink(identity, token),
    startRegistration: async (id) => startRegistration(identity, await activeOfficer(identity, id)),
    async finishRegistration(id, response, label) {
      return finishRegistration(identity, await activeOfficer(identity, id), response, label);
    },
    startAuthentication: () => startAuthentication(identity),
    finishAuthentication: (response) => finishAuthentication(identity, response),
    checkSession: (token) => checkSession(identity, token),
    endSession: (token) => endSession(identity, token),
    forgetExpired: () => forgetExpired(identity),
  };
}

async function addOfficer(
  { store, audit, clock, fill }: Identity,
  { name, role }: { name: string; role: Role },
  by: string,
): Promise<Officer> {
  if (name.trim() === '' || name.length > NAME_LENGTH_MAX) {
    throw fieldInvalid('name', name, `a name of 1-${NAME_LENGTH_MAX} characters`);
  }
  if (!ROLES.includes(role)) throw fieldInvalid('role', role, `one of ${ROLES.join(', ')}`);
  const officer: Officer = {
    id: newId('officer', clock, fill),
    name: name.trim(),
    role,
    addedAt: clock.now(),
  };
  await store.addOfficer(officer);
  await audit.append({ action: 'officer-added', actor: by, result: `${officer.id},${role}` });
  return officer;
}
