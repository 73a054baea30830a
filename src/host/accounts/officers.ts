/** Officers' sign-in as the server asks for it, over identity. */
import { type IdentityStore, type Officers, openIdentity, type SignIn } from '../../identity/index.ts';
import type { Clock } from '../../kernel/index.ts';
import type { Records } from '../../records/index.ts';
import type { Accounts, Officer } from '../../server/index.ts';
import type { Settings } from '../settings.ts';
import { relyingPartyOf } from './relying-party.ts';

/** Chosen by the officer's browser; the name tells devices apart in a list. */
const PASSKEY_LABEL = 'kiosk or console';
const DEMO_OFFICER = 'Demo officer 示範人員';

export interface OfficerDesk {
  readonly accounts: Accounts;
  /** A fresh one-time token for the demonstration's officer, who is made when there is none. */
  demoLink(): Promise<string>;
}

export function openOfficerDesk(
  records: Records,
  clock: Clock,
  settings: Settings,
  port: number,
): OfficerDesk {
  const identity = openIdentity({
    store: records.officers,
    audit: records.audit,
    clock,
    relyingParty: relyingPartyOf(settings, port),
  });
  return { accounts: accountsOver(identity, records.officers), demoLink: () => demoLink(identity) };
}

async function demoLink(identity: Officers): Promise<string> {
  const known = (await identity.list()).find(
    ({ name, disabledAt }) => name === DEMO_OFFICER && disabledAt === undefined,
  );
  const officer = known ?? (await identity.add({ name: DEMO_OFFICER, role: 'supervisor' }, 'host/demo'));
  return (await identity.issueLink(officer.id, 'host/demo')).token;
}

function accountsOver(identity: Officers, store: Pick<IdentityStore, 'passkeysOf'>): Accounts {
  return {
    async officerOf(token) {
      const check = await identity.checkSession(token);
      if (check.outcome !== 'valid') return undefined;
      const { id, name, role } = check.officer;
      return { id, name, role, passkeys: (await store.passkeysOf(id)).length };
    },
    signInByLink: async (link) => started(await identity.redeemLink(link)),
    signOut: (token) => identity.endSession(token),
    passkeyRegistration: ({ id }: Officer) => identity.startRegistration(id),
    async addPasskey({ id }: Officer, response) {
      await identity.finishRegistration(
        id,
        response as Parameters<Officers['finishRegistration']>[1],
        PASSKEY_LABEL,
      );
    },
    passkeySignIn: () => identity.startAuthentication(),
    signInByPasskey: async (response) =>
      started(
        await identity.finishAuthentication(response as Parameters<Officers['finishAuthentication']>[0]),
      ),
  };
}

const started = (signIn: SignIn) =>
  signIn.outcome === 'signed-in' ? { token: signIn.sessionToken } : undefined;
