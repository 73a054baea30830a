/** Sessions of travellers: a guest's is short and says so, an account's lasts half a day; idleness ends both. */

import type { Language } from '../../kernel/index.ts';
import { type Instant, later, type Millis, minutes, newId, RoomError } from '../../kernel/index.ts';
import { type Lifetime, type Refused, refused } from '../sign-in/desk.ts';
import { openSession, startSession } from '../sign-in/sessions.ts';
import type { Account, AccountKind, AccountSession } from './account-store.ts';
import type { AccountView, TravellerDesk } from './desk.ts';

const IDLE = minutes(15);
const WHOLE: Readonly<Record<AccountKind, Millis>> = {
  guest: minutes(60),
  passkey: minutes(12 * 60),
  oidc: minutes(12 * 60),
};
export const SESSION_LONGEST = WHOLE.passkey;
/** How long a real-person check counts in its session. */
export const PERSON_COUNTS = minutes(15);

const lifetimeOf = ({ account }: AccountSession): Lifetime => ({
  idleMs: IDLE,
  wholeMs: WHOLE[account.kind],
});

export interface SignedIn {
  readonly outcome: 'signed-in';
  readonly account: string;
  /** Goes into the cookie. */
  readonly token: string;
}

export async function openGuest(desk: TravellerDesk, language: Language): Promise<SignedIn> {
  const { store, clock, fill } = desk;
  const account: Account = {
    id: newId('account', clock, fill),
    kind: 'guest',
    language,
    mainlandMobile: false,
    openedAt: clock.now(),
  };
  await store.addAccount(account);
  return { outcome: 'signed-in', account: account.id, token: await startSession(desk, account.id) };
}

/** The holder has proved who they are. A session that was there before is not carried on: its token may be known. */
export async function signIn(desk: TravellerDesk, id: string, how: string): Promise<SignedIn | Refused> {
  const account = await desk.store.account(id);
  if (!account) return refused('unknown');
  if (account.closedAt !== undefined) return refused('disabled');
  await desk.audit.append({ action: 'account-signed-in', actor: id, result: how });
  return { outcome: 'signed-in', account: id, token: await startSession(desk, id) };
}

/** The account behind a cookie, and the session's hash, by which the session is named from then on. */
export async function checkSession(
  desk: TravellerDesk,
  token: unknown,
): Promise<{ readonly outcome: 'valid'; readonly view: AccountView; readonly session: string } | Refused> {
  const open = await openSession(desk, token, lifetimeOf);
  if (open.outcome !== 'open') return open;
  const { session } = open;
  if (session.account.closedAt !== undefined) return refused('disabled');
  return { outcome: 'valid', view: viewOf(session, desk.clock.now()), session: session.idHash };
}

function viewOf({ account, startedAt, realPersonAt }: AccountSession, now: Instant): AccountView {
  const { id, kind, language, realName, mainlandMobile } = account;
  const counts =
    realPersonAt !== undefined && now >= realPersonAt && now < later(realPersonAt, PERSON_COUNTS);
  return {
    id,
    kind,
    language,
    mainlandMobile,
    endsAt: later(startedAt, WHOLE[kind]),
    ...(realName && { realName }),
    ...(counts && { realPerson: { at: realPersonAt } }),
  };
}

/** Throws NOT_FOUND. */
export async function openAccount({ store }: TravellerDesk, id: string): Promise<Account> {
  const account = await store.account(id);
  if (account && account.closedAt === undefined) return account;
  throw new RoomError('NOT_FOUND', 'There is no such account.', { field: 'account' });
}
