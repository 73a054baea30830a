/** Are these the keys that sealed this store? Asked once at the start, not traveller by traveller at the gate. */
import { createHmac } from 'node:crypto';
import { RoomError } from '../../kernel/index.ts';
import type { Settings } from '../settings.ts';
import type { KeyProvider } from './key-provider.ts';

const SETTING = 'keys-fingerprint';

/** The first keys a store meets are its own from then on. Throws KEYS_MISSING for others. */
export async function checkKeys(settings: Settings, keys: KeyProvider): Promise<void> {
  const ours = createHmac('sha256', keys.indexKey()).update('kouan/keys-fingerprint').digest('hex');
  const known = await settings.get(SETTING);
  if (known === undefined) return settings.set(SETTING, ours);
  if (known === ours) return;
  const text =
    'The keys given are not those that this store was sealed with. Set KOUAN_KEYS to the folder with the right ones.';
  throw new RoomError('KEYS_MISSING', text, { field: 'KOUAN_KEYS' });
}
