/** Sessions: opaque, ended by idleness, by age, by the officer, or with the account. */
import { instantOf } from '../kernel/index.ts';
import { type Identity, type Refused, refused, type SignIn } from './context.ts';
import type { Officer, Session } from './identity-store.ts';
import { hashToken, isToken, newToken } from './token.ts';

/** Writing down every request would be a write a request; idleness need not be that exact. */
const TOUCH_AFTER_MS = 15_000;

export type SessionCheck = { readonly outcome: 'valid'; readonly officer: Officer } | Refused;

/** The officer has proved who they are; the token goes into a cookie and is kept nowhere here. */
export async function startSession(identity: Identity, officer: Officer, how: string): Promise<SignIn> {
  if (officer.disabledAt !== undefined) return refused('disabled');
  const sessionToken = newToken(identity.fill);
  const now = identity.clock.now();
  await identity.audit.append({ action: 'officer-signed-in', actor: officer.id, result: how });
  await identity.store.addSession({
    idHash: hashToken(sessionToken),
    officer: officer.id,
    startedAt: now,
    seenAt: now,
  });
  return { outcome: 'signed-in', officer, sessionToken };
}

export async function checkSession(identity: Identity, token: unknown): Promise<SessionCheck> {
  if (!isToken(token)) return refused('unknown');
  const session = await identity.store.session(hashToken(token));
  if (!session) return refused('unknown');
  const over = endOf(identity, session);
  if (over) {
    await identity.store.endSession(session.idHash);
    return over;
  }
  const officer = await identity.store.officer(session.officer);
  if (!officer || officer.disabledAt !== undefined) return refused('disabled');
  const now = identity.clock.now();
  if (now - session.seenAt >= TOUCH_AFTER_MS) await identity.store.touchSession(session.idHash, now);
  return { outcome: 'valid', officer };
}

/** A clock that runs backwards ends the session too: its age cannot be told any more. */
function endOf({ clock, limits }: Identity, session: Session): Refused | undefined {
  const age = clock.now() - session.startedAt;
  if (age < 0 || age >= limits.sessionMs) return refused('expired');
  return clock.now() - session.seenAt >= limits.sessionIdleMs ? refused('idle') : undefined;
}

export async function endSession(identity: Identity, token: unknown): Promise<void> {
  if (isToken(token)) await identity.store.endSession(hashToken(token));
}

/** Clears what ran out; to be called now and then. */
export async function forgetExpired({ store, clock, limits }: Identity): Promise<void> {
  await store.forgetExpired(clock.now(), instantOf(clock.now() - limits.sessionMs));
}
