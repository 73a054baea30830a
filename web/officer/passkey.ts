/** An officer's passkeys. */
import { makePasskey, type PasskeyOutcome, provePasskey } from '../shared/api/passkey.ts';

export type { PasskeyOutcome };

export const signInWithPasskey = (): Promise<PasskeyOutcome> =>
  provePasskey('/v1/session/passkey/options', '/v1/session/passkey');

export const registerPasskey = (): Promise<PasskeyOutcome> =>
  makePasskey('/v1/passkeys/options', '/v1/passkeys');
