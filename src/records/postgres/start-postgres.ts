/** The embedded Postgres, from an empty folder to a server that is looked after. */
import { type Clock, isRoomError } from '../../kernel/index.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { type Folders, foldersOf, makeFolders } from './folders.ts';
import { findFreePort } from './free-port.ts';
import { type Log, noLog } from './log.ts';
import { claimFolder, connectionStringOf, releaseFolder, runningConnection, writeOwner } from './owner.ts';
import { findRunUser, type RunUser } from './run-user.ts';
import { ensureSecret } from './secret.ts';
import { type ServerProcess, spawnServer } from './server-process.ts';
import { clearStale } from './stale.ts';
import { supervise } from './supervise.ts';

export interface PostgresOptions {
  /** Kouan's data folder; Postgres lives in its `postgres` folder. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log?: Log;
  /** TCP port on loopback; a free one is found when absent. */
  readonly port?: number;
}

export interface RunningPostgres {
  readonly connectionString: string;
  readonly port: number;
  /** Whether this start made the cluster. */
  readonly fresh: boolean;
  /** The server's process id; another one after it was started again. */
  pid(): number;
  /** Ends Postgres cleanly and gives the data folder free. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded Postgres on a data folder, makes its cluster on the first start, heals what a kill left
 * behind, and starts it again when it ends unasked.
 *
 * Throws ALREADY_RUNNING, DISK_FULL, PORT_TAKEN, STORE_NEWER_VERSION, CONFIG_INVALID, STORE_UNAVAILABLE.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, clock, log = noLog } = options;
  const folders = await makeFolders(dataDir).catch((error) => {
    throw explainFailure(String(error), error);
  });
  const port = options.port ?? (await findFreePort());
  await claimFolder(folders, port);
  try {
    const user = await findRunUser();
    const binaries = await findBinaries(user);
    const secret = await ensureSecret(folders.secret);
    await clearStale(folders.cluster, clock, log);
    const cluster = await ensureCluster(folders, binaries, user, secret);
    const start = () => startServer(folders, binaries, user, port, clock, log);
    const server = supervise(await start(), start, clock, log);
    return {
      connectionString: connectionStringOf(port, secret),
      port,
      fresh: cluster === 'made',
      pid: server.pid,
      async stop() {
        await server.stop();
        await releaseFolder(folders);
      },
    };
  } catch (error) {
    await releaseFolder(folders).catch(() => undefined);
    throw isRoomError(error) ? error : explainFailure(String(error), error);
  }
}

async function startServer(
  folders: Folders,
  binaries: Binaries,
  user: RunUser | undefined,
  port: number,
  clock: Clock,
  log: Log,
): Promise<ServerProcess> {
  await clearStale(folders.cluster, clock, log);
  const server = await spawnServer(folders, binaries, user, port, clock);
  await writeOwner(folders, port);
  return server;
}

/** How a command beside a running Kouan reaches its Postgres; undefined when none runs on this folder. */
export const findRunningPostgres = (dataDir: string): Promise<string | undefined> =>
  runningConnection(foldersOf(dataDir));
