/** One-time links and codes: how a passkey comes to be where there is none to sign in with. */
import { type Instant, later } from '../../kernel/index.ts';
import { type Refused, refused, type SignInDesk } from './desk.ts';
import type { OneTimeLink } from './sign-in-store.ts';
import { hashToken, newToken } from './token.ts';

export interface IssuedLink {
  /** Goes into the link; shown once, kept nowhere. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** `token` is drawn here unless one is given; what is given must be as hard to guess within its time. */
export async function newLink(
  { store, clock, limits, fill }: SignInDesk,
  holder: string,
  token = newToken(fill),
): Promise<IssuedLink> {
  const expiresAt = later(clock.now(), limits.linkMs);
  await store.addLink({ tokenHash: hashToken(token), holder, madeAt: clock.now(), expiresAt });
  return { token, expiresAt };
}

type Found = { readonly outcome: 'found'; readonly holder: string } | Refused;

/** A link works once, also when it turns out to have run out. */
export async function takeLink({ store, clock }: SignInDesk, token: string): Promise<Found> {
  return holderOf(clock.now(), await store.takeLink(hashToken(token)));
}

/** Looks at a link and leaves it: for the first half of a ceremony that takes it in the second. */
export async function peekLink({ store, clock }: SignInDesk, token: string): Promise<Found> {
  return holderOf(clock.now(), await store.link(hashToken(token)));
}

function holderOf(now: Instant, link: OneTimeLink | undefined): Found {
  if (!link) return refused('unknown');
  return now >= link.expiresAt ? refused('expired') : { outcome: 'found', holder: link.holder };
}
