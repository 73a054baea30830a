/** Passkeys: the server asks, the device answers, the server judges. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type Answer, sendJson } from './request.ts';

/** `refused`: the device or its owner did not finish; nothing has changed. */
export type PasskeyOutcome = Answer<unknown> | { readonly outcome: 'refused' };

/** Signs in with a passkey of this device. */
export async function provePasskey(optionsPath: string, path: string): Promise<PasskeyOutcome> {
  const asked = await sendJson<PublicKeyCredentialRequestOptionsJSON>('POST', optionsPath, {});
  if (asked.outcome !== 'ok') return asked;
  try {
    const proof = await startAuthentication({ optionsJSON: asked.value });
    return await sendJson('POST', path, proof);
  } catch {
    return { outcome: 'refused' };
  }
}

/** Makes a passkey on this device. @param ask what the options are asked with @param wrap how the answer is sent */
export async function makePasskey(
  optionsPath: string,
  path: string,
  ask: object = {},
  wrap: (response: object) => object = (response) => response,
): Promise<PasskeyOutcome> {
  const asked = await sendJson<PublicKeyCredentialCreationOptionsJSON>('POST', optionsPath, ask);
  if (asked.outcome !== 'ok') return asked;
  try {
    const made = await startRegistration({ optionsJSON: asked.value });
    return await sendJson('POST', path, wrap(made));
  } catch {
    return { outcome: 'refused' };
  }
}
