/** One-time sign-in links: how the first passkey comes to be, and how the demo lets one in. */
import { type Instant, later } from '../kernel/index.ts';
import { activeOfficer } from './active-officer.ts';
import { type Identity, refused, type SignIn } from './context.ts';
import { startSession } from './sessions.ts';
import { hashToken, isToken, newToken } from './token.ts';

export interface IssuedLink {
  /** Goes into the link; shown once, kept nowhere. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Throws NOT_FOUND for an officer who does not exist or is disabled. */
export async function issueLink(identity: Identity, officer: string, by: string): Promise<IssuedLink> {
  const { store, clock, limits, fill, audit } = identity;
  await activeOfficer(identity, officer);
  const token = newToken(fill);
  const expiresAt = later(clock.now(), limits.linkMs);
  await store.addLink({ tokenHash: hashToken(token), officer, madeAt: clock.now(), expiresAt });
  await audit.append({ action: 'sign-in-link-issued', actor: by, result: officer });
  return { token, expiresAt };
}

/** A link works once, also when it turns out to have run out. */
export async function redeemLink(identity: Identity, token: unknown): Promise<SignIn> {
  const link = isToken(token) ? await identity.store.takeLink(hashToken(token)) : undefined;
  if (!link) return refused('unknown');
  if (identity.clock.now() >= link.expiresAt) return refused('expired');
  const officer = await identity.store.officer(link.officer);
  return officer ? startSession(identity, officer, 'link') : refused('unknown');
}
