/** A traveller's passkeys: signing in, opening an account, adding a device, coming back by a counter's link. */
import { makePasskey, type PasskeyOutcome, provePasskey } from '../../shared/api/passkey.ts';
import { sendJson } from '../../shared/api/request.ts';
import type { Language } from '../../shared/i18n/language.ts';

const PLATFORMS = ['iPhone', 'iPad', 'Android', 'Macintosh', 'Windows', 'Linux'] as const;

/** Tells devices apart in a list; no more of the browser is kept. */
const deviceLabel = (): string => PLATFORMS.find((name) => navigator.userAgent.includes(name)) ?? 'Browser';

const labelled = (response: object) => ({ label: deviceLabel(), response });

export const signIn = (): Promise<PasskeyOutcome> =>
  provePasskey('/v1/account/passkey/options', '/v1/account/passkey');

export const beGuest = (language: Language): Promise<PasskeyOutcome> =>
  sendJson('POST', '/v1/account/guest', { language });

/** For an account that is signed in; a guest's becomes one that can be signed in to again. */
export const addPasskey = (): Promise<PasskeyOutcome> =>
  makePasskey('/v1/account/passkeys/options', '/v1/account/passkeys', {}, labelled);

/** An account begins as a guest's. When the device does not finish, the guest's session goes too. */
export async function openAccount(language: Language): Promise<PasskeyOutcome> {
  const begun = await beGuest(language);
  if (begun.outcome !== 'ok') return begun;
  const added = await addPasskey();
  if (added.outcome !== 'ok') await sendJson('POST', '/v1/account/end', {});
  return added;
}

export const comeIn = (way: 'device' | 'recovery', given: string): Promise<PasskeyOutcome> =>
  makePasskey('/v1/account/ways-in/options', '/v1/account/ways-in', { way, given }, (response) => ({
    way,
    given,
    ...labelled(response),
  }));
