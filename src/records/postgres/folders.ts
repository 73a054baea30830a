/** Where the embedded Postgres keeps what it needs, below the data folder. */
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

export interface Folders {
  readonly home: string;
  readonly cluster: string;
  readonly initialising: string;
  readonly secret: string;
  readonly owner: string;
  readonly log: string;
}

export async function makeFolders(dataDir: string): Promise<Folders> {
  await mkdir(join(dataDir, 'postgres'), { recursive: true, mode: 0o700 });
  return foldersOf(await realpath(dataDir));
}

export function foldersOf(dataDir: string): Folders {
  const home = join(dataDir, 'postgres');
  return {
    home,
    cluster: join(home, 'cluster'),
    initialising: join(home, 'cluster.new'),
    secret: join(home, 'secret'),
    owner: join(home, 'owner.json'),
    log: join(home, 'postgres.log'),
  };
}
