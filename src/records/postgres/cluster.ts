/** Makes the cluster on the first start; refuses one that these programs cannot read. */
import { spawn } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { type Binaries, POSTGRES_MAJOR } from './binaries.ts';
import { explainFailure } from './explain-failure.ts';
import type { Folders } from './folders.ts';
import type { RunUser } from './run-user.ts';
import { syncFolder } from './write-durably.ts';

/**
 * Postgres names its cluster by way of its own working folder: so it needs no right to enter the
 * folders above, which are root's alone when the data folder lies below /root.
 */
export const pathForChild = (folder: string): string =>
  process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** What Postgres gets to see of our environment: no secret, no foreign PG* setting. */
export const childEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});

export async function ensureCluster(
  folders: Folders,
  binaries: Binaries,
  user: RunUser | undefined,
  secret: string,
): Promise<'made' | 'found'> {
  // What an interrupted first start left is worth nothing: the rename below is what makes a cluster.
  await rm(folders.initialising, { recursive: true, force: true });
  const version = await readFile(join(folders.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    checkVersion(Number(version));
    return 'found';
  }
  await initialise(folders, binaries, user, secret);
  return 'made';
}

function checkVersion(major: number): void {
  if (major === POSTGRES_MAJOR) return;
  const code = major > POSTGRES_MAJOR ? 'STORE_NEWER_VERSION' : 'CONFIG_INVALID';
  const text = `The data folder holds a Postgres ${major} cluster; this Kouan brings Postgres ${POSTGRES_MAJOR}. Start the Kouan that wrote it, or choose another folder with KOUAN_DATA.`;
  throw new RoomError(code, text, { field: 'KOUAN_DATA', value: major, expected: String(POSTGRES_MAJOR) });
}

async function initialise(
  folders: Folders,
  binaries: Binaries,
  user: RunUser | undefined,
  secret: string,
): Promise<void> {
  const half = join(folders.initialising, 'cluster');
  const secretFile = join(folders.initialising, 'secret');
  await mkdir(half, { recursive: true, mode: 0o700 });
  await writeFile(secretFile, secret, { mode: 0o600 });
  if (user)
    await Promise.all(
      [folders.initialising, half, secretFile].map((path) => chown(path, user.uid, user.gid)),
    );
  await runInitdb(binaries.initdb, half, user);
  await rename(half, folders.cluster);
  await syncFolder(folders.home);
  await rm(folders.initialising, { recursive: true, force: true });
}

function runInitdb(program: string, folder: string, user: RunUser | undefined): Promise<void> {
  const here = pathForChild(folder);
  const settings = [
    '--username=kouan',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ];
  const child = spawn(program, [`--pgdata=${here}`, `--pwfile=${here}/../secret`, ...settings], {
    ...user,
    cwd: folder,
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString('utf8')).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(explainFailure(String(error), error)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explainFailure(said))));
  });
}
