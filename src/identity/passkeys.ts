/** Passkeys (WebAuthn level 3): registering one while signed in, and signing in with one. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { fieldInvalid, later } from '../kernel/index.ts';
import { type Identity, type Refused, refused, type SignIn } from './context.ts';
import type { Challenge, Officer, Passkey } from './identity-store.ts';
import { startSession } from './sessions.ts';
import { newToken } from './token.ts';

const LABEL_LENGTH_MAX = 60;

/** For `navigator.credentials.create`; the challenge is kept for five minutes and works once. */
export async function startRegistration(
  identity: Identity,
  officer: Officer,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { relyingParty } = identity;
  const known = await identity.store.passkeysOf(officer.id);
  const challenge = await newChallenge(identity, 'registration', officer.id);
  return generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userName: officer.id,
    userDisplayName: officer.name,
    userID: new TextEncoder().encode(officer.id),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    excludeCredentials: known.map((passkey) => ({
      id: passkey.credentialId,
      transports: [...passkey.transports],
    })),
    // Discoverable, so that an officer signs in without typing a name; verified, so that it is two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export type Registration = { readonly outcome: 'registered'; readonly credentialId: string } | Refused;

export async function finishRegistration(
  identity: Identity,
  officer: Officer,
  response: RegistrationResponseJSON,
  label: string,
): Promise<Registration> {
  if (label.trim() === '' || label.length > LABEL_LENGTH_MAX) {
    throw fieldInvalid('label', label, `a name of 1-${LABEL_LENGTH_MAX} characters for the passkey`);
  }
  const { relyingParty, clock } = identity;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(identity, challenge, 'registration', officer.id),
    expectedOrigin: [...relyingParty.origins],
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return refused('not-verified');
  const { credential, credentialBackedUp } = verified.registrationInfo;
  await identity.store.addPasskey({
    credentialId: credential.id,
    officer: officer.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    label: label.trim(),
    addedAt: clock.now(),
  });
  await identity.audit.append({ action: 'passkey-registered', actor: officer.id });
  return { outcome: 'registered', credentialId: credential.id };
}

/** For `navigator.credentials.get`; names no credential, so it tells a stranger nothing about who exists. */
export async function startAuthentication(
  identity: Identity,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await newChallenge(identity, 'authentication');
  return generateAuthenticationOptions({
    rpID: identity.relyingParty.id,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
  });
}

export async function finishAuthentication(
  identity: Identity,
  response: AuthenticationResponseJSON,
): Promise<SignIn> {
  const passkey = typeof response?.id === 'string' ? await identity.store.passkey(response.id) : undefined;
  if (!passkey) return refused('unknown');
  const newCounter = await verifySignature(identity, response, passkey);
  if (newCounter === undefined) return refused('not-verified');
  // Two answers with one count are two authenticators with one key: the second is not let in.
  const counter = { from: passkey.counter, to: newCounter };
  if (!(await identity.store.advancePasskey(passkey.credentialId, counter, identity.clock.now()))) {
    return refused('not-verified');
  }
  const officer = await identity.store.officer(passkey.officer);
  return officer ? startSession(identity, officer, 'passkey') : refused('unknown');
}

/** The authenticator's new count; undefined when the answer does not hold. */
async function verifySignature(
  identity: Identity,
  response: AuthenticationResponseJSON,
  passkey: Passkey,
): Promise<number | undefined> {
  const { relyingParty } = identity;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(identity, challenge, 'authentication'),
    expectedOrigin: [...relyingParty.origins],
    expectedRPID: relyingParty.id,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

async function newChallenge(
  identity: Identity,
  ceremony: Challenge['ceremony'],
  officer?: string,
): Promise<string> {
  const challenge = newToken(identity.fill);
  const expiresAt = later(identity.clock.now(), identity.limits.challengeMs);
  await identity.store.addChallenge({
    challenge,
    ceremony,
    expiresAt,
    ...(officer !== undefined && { officer }),
  });
  return challenge;
}

async function takeChallenge(
  identity: Identity,
  challenge: string,
  ceremony: Challenge['ceremony'],
  officer?: string,
): Promise<boolean> {
  const kept = await identity.store.takeChallenge(challenge);
  return (
    kept !== undefined &&
    kept.ceremony === ceremony &&
    kept.officer === officer &&
    identity.clock.now() < kept.expiresAt
  );
}
