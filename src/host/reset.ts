/** Forgets everything in the data folder: the store, its templates, the keys that the demo made. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RoomError } from '../kernel/index.ts';
import { ownerOf } from './data-folder.ts';
import type { Settings } from './settings.ts';

/** Throws ALREADY_RUNNING while a port works with the folder, CONFIG_INVALID for a folder that is not one of Kouan's. */
export function resetData({ dataDir, keysDir, keysNamed, databaseUrl }: Settings): void {
  const owner = ownerOf(dataDir);
  if (owner)
    throw new RoomError(
      'ALREADY_RUNNING',
      `Process ${owner.pid} works with ${dataDir}. Stop it first; nothing was changed.`,
    );
  if (databaseUrl) {
    throw new RoomError(
      'CONFIG_INVALID',
      'DATABASE_URL names a database that somebody else runs; empty it there. Nothing was changed.',
      {
        field: 'DATABASE_URL',
      },
    );
  }
  if (!existsSync(dataDir)) return;
  // Only a folder that Kouan made is erased, whatever KOUAN_DATA says.
  if (!existsSync(join(dataDir, 'version.json'))) {
    throw new RoomError('CONFIG_INVALID', `${dataDir} is not a data folder of Kouan; nothing was changed.`, {
      field: 'KOUAN_DATA',
    });
  }
  rmSync(dataDir, { recursive: true, force: true });
  // Keys that the operator named are not ours to destroy.
  if (!keysNamed) rmSync(keysDir, { recursive: true, force: true });
}
