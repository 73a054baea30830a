/** Officers: accounts, sign-in and permissions, over a store that is injected. */
import {
  type Clock,
  type FillRandom,
  fieldInvalid,
  minutes,
  newId,
  platformRandom,
} from '../../kernel/index.ts';
import {
  type IdentityAudit,
  type Lifetime,
  type Refused,
  type RelyingParty,
  refused,
  type SignInDesk,
  type SignInLimits,
} from '../sign-in/desk.ts';
import { type IssuedLink, newLink, takeLink } from '../sign-in/one-time-links.ts';
import {
  type AuthenticationResponse,
  type CreationOptions,
  finishAuthentication,
  finishRegistration,
  type Registration,
  type RegistrationResponse,
  type RequestOptions,
  startAuthentication,
  startRegistration,
} from '../sign-in/passkeys.ts';
import { endSession, forgetExpired, openSession, startSession } from '../sign-in/sessions.ts';
import { isToken } from '../sign-in/token.ts';
import { activeOfficer } from './active-officer.ts';
import type { IdentityStore, Officer } from './officer-store.ts';
import { ROLES, type Role } from './permissions.ts';

export interface IdentityOptions {
  readonly store: IdentityStore;
  readonly audit: IdentityAudit;
  readonly clock: Clock;
  readonly relyingParty: RelyingParty;
  readonly fill?: FillRandom;
}

export type SignIn =
  | { readonly outcome: 'signed-in'; readonly officer: Officer; readonly sessionToken: string }
  | Refused;

export type SessionCheck = { readonly outcome: 'valid'; readonly officer: Officer } | Refused;

export interface Officers {
  /** `by` is the officer or process that does it. Throws FIELD_INVALID. */
  add(officer: { name: string; role: Role }, by: string): Promise<Officer>;
  list(): Promise<Officer[]>;
  /** Ends the account and everything that could sign in to it. Throws NOT_FOUND. */
  disable(officer: string, by: string): Promise<void>;
  /** Throws NOT_FOUND for an officer who does not exist or is disabled. */
  issueLink(officer: string, by: string): Promise<IssuedLink>;
  redeemLink(token: unknown): Promise<SignIn>;
  startRegistration(officer: string): Promise<CreationOptions>;
  finishRegistration(officer: string, response: RegistrationResponse, label: string): Promise<Registration>;
  startAuthentication(): Promise<RequestOptions>;
  finishAuthentication(response: AuthenticationResponse): Promise<SignIn>;
  checkSession(token: unknown): Promise<SessionCheck>;
  endSession(token: unknown): Promise<void>;
  forgetExpired(): Promise<void>;
}

const LIMITS: SignInLimits = { linkMs: minutes(15), challengeMs: minutes(5) };
/** OWASP ASVS 5, V7: fifteen minutes idle, a working shift at most. */
const LIFETIME: Lifetime = { idleMs: minutes(15), wholeMs: minutes(8 * 60) };

const NAME_LENGTH_MAX = 80;

interface OfficerDesk extends SignInDesk {
  readonly store: IdentityStore;
}

export function openIdentity(options: IdentityOptions): Officers {
  const desk: OfficerDesk = { fill: platformRandom, limits: LIMITS, ...options };
  const active = (id: string) => activeOfficer(desk.store, id);
  return {
    add: (officer, by) => addOfficer(desk, officer, by),
    list: () => desk.store.officers(),
    async disable(id, by) {
      const officer = await active(id);
      await desk.store.disableOfficer(officer.id, desk.clock.now());
      await desk.audit.append({ action: 'officer-disabled', actor: by, result: officer.id });
    },
    async issueLink(id, by) {
      await active(id);
      const link = await newLink(desk, id);
      await desk.audit.append({ action: 'sign-in-link-issued', actor: by, result: id });
      return link;
    },
    async redeemLink(token) {
      const link = isToken(token) ? await takeLink(desk, token) : refused('unknown');
      return link.outcome === 'found' ? signIn(desk, link.holder, 'link') : link;
    },
    startRegistration: async (id) => startRegistration(desk, await active(id)),
    finishRegistration: async (id, response, label) =>
      finishRegistration(desk, (await active(id)).id, response, label),
    startAuthentication: () => startAuthentication(desk),
    async finishAuthentication(response) {
      const proof = await finishAuthentication(desk, response);
      return proof.outcome === 'proved' ? signIn(desk, proof.holder, 'passkey') : proof;
    },
    checkSession: (token) => checkSession(desk, token),
    endSession: (token) => endSession(desk, token),
    forgetExpired: () => forgetExpired(desk, LIFETIME.wholeMs),
  };
}

async function addOfficer(
  { store, audit, clock, fill }: OfficerDesk,
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

/** The officer has proved who they are. */
async function signIn(desk: OfficerDesk, id: string, how: string): Promise<SignIn> {
  const officer = await desk.store.officer(id);
  if (!officer) return refused('unknown');
  if (officer.disabledAt !== undefined) return refused('disabled');
  await desk.audit.append({ action: 'officer-signed-in', actor: id, result: how });
  return { outcome: 'signed-in', officer, sessionToken: await startSession(desk, id) };
}

async function checkSession(desk: OfficerDesk, token: unknown): Promise<SessionCheck> {
  const open = await openSession(desk, token, () => LIFETIME);
  if (open.outcome !== 'open') return open;
  const officer = await desk.store.officer(open.session.holder);
  if (!officer || officer.disabledAt !== undefined) return refused('disabled');
  return { outcome: 'valid', officer };
}
