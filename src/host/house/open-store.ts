/** The store: an embedded Postgres on the data folder, or the one that DATABASE_URL names; keys beside it. */
import { type Clock, RoomError } from '../../kernel/index.ts';
import {
  connectPostgres,
  type KeyProvider,
  openFileKeys,
  openRecords,
  type Records,
  startPostgres,
} from '../../records/index.ts';
import type { Settings } from '../settings.ts';

export interface Store {
  readonly records: Records;
  readonly connectionString: string;
  readonly keys: KeyProvider;
  readonly keysMade: boolean;
  /** Process id of the embedded server; undefined where somebody else runs it. */
  pid(): number | undefined;
  close(): Promise<void>;
}

export async function openStore(settings: Settings, clock: Clock): Promise<Store> {
  const keys = await openKeys(settings);
  const server = await openServer(settings, clock);
  try {
    const records = await openRecords({ connectionString: server.connectionString, keys, clock });
    return {
      records,
      connectionString: server.connectionString,
      keys,
      keysMade: keys.made,
      pid: server.pid,
      async close() {
        await records.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openKeys(settings: Settings): Promise<KeyProvider & { made: boolean }> {
  if (settings.production && !settings.keysNamed) {
    throw new RoomError(
      'KEYS_MISSING',
      'Production needs KOUAN_KEYS: the folder of the key-encryption key, apart from the data. Nothing was started.',
      { field: 'KOUAN_KEYS' },
    );
  }
  return openFileKeys({ folder: settings.keysDir, makeIfAbsent: !settings.production });
}

async function openServer({ databaseUrl, dataDir }: Settings, clock: Clock) {
  if (databaseUrl) {
    const { connectionString } = await connectPostgres(databaseUrl);
    return { connectionString, pid: () => undefined, stop: async () => {} };
  }
  const server = await startPostgres({ dataDir, clock });
  return { connectionString: server.connectionString, pid: () => server.pid(), stop: () => server.stop() };
}
