/** Passkeys: the server asks, the device answers, the server judges. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type Answer, sendJson } from '../shared/api/request.ts';

/** `refused`: the device or its owner did not finish; nothing has changed. */
export type PasskeyOutcome = Answer<unknown> | { readonly outcome: 'refused' };

export async function signInWithPasskey(): Promise<PasskeyOutcome> {
  const asked = await sendJson<PublicKeyCredentialRequestOptionsJSON>(
    'POST',
    '/v1/session/passkey/options',
    {},
  );
  if (asked.outcome !== 'ok') return asked;
  try {
    const proof = await startAuthentication({ optionsJSON: asked.value });
    return await sendJson('POST', '/v1/session/passkey', proof);
  } catch {
    return { outcome: 'refused' };
  }
}

export async function registerPasskey(): Promise<PasskeyOutcome> {
  const asked = await sendJson<PublicKeyCredentialCreationOptionsJSON>('POST', '/v1/passkeys/options', {});
  if (asked.outcome !== 'ok') return asked;
  try {
    const key = await startRegistration({ optionsJSON: asked.value });
    return await sendJson('POST', '/v1/passkeys', key);
  } catch {
    return { outcome: 'refused' };
  }
}
