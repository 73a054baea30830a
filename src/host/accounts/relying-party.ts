/** The one address that passkeys and identity providers are bound to. */
import type { RelyingParty } from '../../identity/index.ts';
import type { Settings } from '../settings.ts';

export function relyingPartyOf({ tls }: Pick<Settings, 'tls'>, port: number): RelyingParty {
  const scheme = tls ? 'https' : 'http';
  return { id: 'localhost', name: 'Kouan 口岸', origins: [`${scheme}://localhost:${port}`] };
}

export const originOf = ({ origins }: RelyingParty): string => origins[0] ?? '';
