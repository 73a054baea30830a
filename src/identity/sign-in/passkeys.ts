/** Passkeys (WebAuthn level 3): registering one, and proving with one who is there. */
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
import { fieldInvalid, later } from '../../kernel/index.ts';
import { type Holder, type Refused, refused, type SignInDesk } from './desk.ts';
import type { Challenge, Passkey } from './sign-in-store.ts';
import { newToken } from './token.ts';

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;
export type RegistrationResponse = RegistrationResponseJSON;
export type AuthenticationResponse = AuthenticationResponseJSON;

const LABEL_LENGTH_MAX = 60;

/** For `navigator.credentials.create`; the challenge is kept for five minutes and works once. */
export async function startRegistration(desk: SignInDesk, holder: Holder): Promise<CreationOptions> {
  const { relyingParty } = desk;
  const known = await desk.store.passkeysOf(holder.id);
  const challenge = await newChallenge(desk, 'registration', holder.id);
  return generateRegistrationOptions({
    rpID: relyingParty.id,
    rpName: relyingParty.name,
    userName: holder.id,
    userDisplayName: holder.name,
    userID: new TextEncoder().encode(holder.id),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    excludeCredentials: known.map((passkey) => ({
      id: passkey.credentialId,
      transports: [...passkey.transports],
    })),
    // Discoverable, so that nobody types a name to sign in; verified, so that it is two factors.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export type Registration = { readonly outcome: 'registered'; readonly credentialId: string } | Refused;

/** Throws FIELD_INVALID (label). */
export async function finishRegistration(
  desk: SignInDesk,
  holder: string,
  response: RegistrationResponse,
  label: string,
): Promise<Registration> {
  if (label.trim() === '' || label.length > LABEL_LENGTH_MAX) {
    throw fieldInvalid('label', label, `a name of 1-${LABEL_LENGTH_MAX} characters for the passkey`);
  }
  const { relyingParty, clock } = desk;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(desk, challenge, 'registration', holder),
    expectedOrigin: [...relyingParty.origins],
    expectedRPID: relyingParty.id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return refused('not-verified');
  const { credential, credentialBackedUp } = verified.registrationInfo;
  await desk.store.addPasskey({
    credentialId: credential.id,
    holder,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    label: label.trim(),
    addedAt: clock.now(),
  });
  await desk.audit.append({ action: 'passkey-registered', actor: holder });
  return { outcome: 'registered', credentialId: credential.id };
}

/** For `navigator.credentials.get`; names no credential, so it tells a stranger nothing about who exists. */
export async function startAuthentication(desk: SignInDesk): Promise<RequestOptions> {
  const challenge = await newChallenge(desk, 'authentication');
  return generateAuthenticationOptions({
    rpID: desk.relyingParty.id,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    userVerification: 'required',
  });
}

export type Proof = { readonly outcome: 'proved'; readonly holder: string } | Refused;

export async function finishAuthentication(
  desk: SignInDesk,
  response: AuthenticationResponse,
): Promise<Proof> {
  const passkey = typeof response?.id === 'string' ? await desk.store.passkey(response.id) : undefined;
  if (!passkey) return refused('unknown');
  const newCounter = await verifySignature(desk, response, passkey);
  if (newCounter === undefined) return refused('not-verified');
  // Two answers with one count are two authenticators with one key: the second is not let in.
  const counter = { from: passkey.counter, to: newCounter };
  const advanced = await desk.store.advancePasskey(passkey.credentialId, counter, desk.clock.now());
  return advanced ? { outcome: 'proved', holder: passkey.holder } : refused('not-verified');
}

/** The authenticator's new count; undefined when the answer does not hold. */
async function verifySignature(
  desk: SignInDesk,
  response: AuthenticationResponse,
  passkey: Passkey,
): Promise<number | undefined> {
  const { relyingParty } = desk;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(desk, challenge, 'authentication'),
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
  desk: SignInDesk,
  ceremony: Challenge['ceremony'],
  holder?: string,
): Promise<string> {
  const challenge = newToken(desk.fill);
  const expiresAt = later(desk.clock.now(), desk.limits.challengeMs);
  await desk.store.addChallenge({
    challenge,
    ceremony,
    expiresAt,
    ...(holder !== undefined && { holder }),
  });
  return challenge;
}

async function takeChallenge(
  desk: SignInDesk,
  challenge: string,
  ceremony: Challenge['ceremony'],
  holder?: string,
): Promise<boolean> {
  const kept = await desk.store.takeChallenge(challenge);
  return (
    kept !== undefined &&
    kept.ceremony === ceremony &&
    kept.holder === holder &&
    desk.clock.now() < kept.expiresAt
  );
}
