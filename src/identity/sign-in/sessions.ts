/** Sessions: opaque, ended by idleness, by age, by their holder, or with the account. */
import { instantOf, type Millis } from '../../kernel/index.ts';
import { type Lifetime, type Refused, refused, type SignInDesk } from './desk.ts';
import type { Session } from './sign-in-store.ts';
import { hashToken, isToken, newToken } from './token.ts';

/** Writing down every request would be a write a request; idleness need not be that exact. */
const TOUCH_AFTER_MS = 15_000;

/** The holder has proved who they are; the token returned goes into a cookie and is kept nowhere here. */
export async function startSession({ store, clock, fill }: SignInDesk, holder: string): Promise<string> {
  const token = newToken(fill);
  const now = clock.now();
  await store.addSession({ idHash: hashToken(token), holder, startedAt: now, seenAt: now });
  return token;
}

/** The session behind a token, while it lasts; one that has run out is ended by being asked for. */
export async function openSession<S extends Session>(
  { store, clock }: SignInDesk<S>,
  token: unknown,
  lifetimeOf: (session: S) => Lifetime,
): Promise<{ readonly outcome: 'open'; readonly session: S } | Refused> {
  if (!isToken(token)) return refused('unknown');
  const session = await store.session(hashToken(token));
  if (!session) return refused('unknown');
  const now = clock.now();
  const over = endOf(session, now, lifetimeOf(session));
  if (over) {
    await store.endSession(session.idHash);
    return over;
  }
  if (now - session.seenAt >= TOUCH_AFTER_MS) await store.touchSession(session.idHash, now);
  return { outcome: 'open', session };
}

/** A clock that runs backwards ends the session too: its age cannot be told any more. */
function endOf(session: Session, now: number, { idleMs, wholeMs }: Lifetime): Refused | undefined {
  const age = now - session.startedAt;
  if (age < 0 || age >= wholeMs) return refused('expired');
  return now - session.seenAt >= idleMs ? refused('idle') : undefined;
}

export async function endSession({ store }: SignInDesk, token: unknown): Promise<void> {
  if (isToken(token)) await store.endSession(hashToken(token));
}

/** Clears what ran out; to be called now and then. */
export async function forgetExpired({ store, clock }: SignInDesk, longest: Millis): Promise<void> {
  await store.forgetExpired(clock.now(), instantOf(clock.now() - longest));
}
