/** The data folder: one owner at a time, of a known version, with the token by which the command line speaks to the owner. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRoomError, RoomError } from '../kernel/index.ts';

const DATA_VERSION = 1;

/** Who holds the folder, and where it can be spoken to once its server listens. */
export interface Owner {
  readonly pid: number;
  readonly address?: string;
}

export interface DataFolder {
  readonly path: string;
  readonly operatorToken: string;
  /** Tells other processes where the owner listens. */
  announce(address: string): void;
  release(): void;
}

const lockFile = (path: string) => join(path, 'owner.json');
const tokenFile = (path: string) => join(path, 'operator-token');
const versionFile = (path: string) => join(path, 'version.json');

/** Takes the folder for this process. A lock of a process that is gone is taken over. Throws ALREADY_RUNNING, STORE_NEWER_VERSION, DISK_FULL. */
export function openDataFolder(path: string, pid: number): DataFolder {
  return explainDisk(path, () => {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    checkVersion(path);
    takeLock(path, pid);
    return {
      path,
      operatorToken: readOrMakeToken(path),
      announce: (address) => writeWhole(lockFile(path), JSON.stringify({ pid, address } satisfies Owner)),
      release: () => rmSync(lockFile(path), { force: true }),
    };
  });
}

/** The living owner of a folder, if there is one. */
export function ownerOf(path: string): (Owner & { readonly token: string }) | undefined {
  const owner = readOwner(path);
  if (!owner || !isAlive(owner.pid) || !existsSync(tokenFile(path))) return undefined;
  return { ...owner, token: readFileSync(tokenFile(path), 'utf8') };
}

function readOwner(path: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(lockFile(path), 'utf8'));
    return isOwner(owner) ? owner : undefined;
  } catch {
    // No file, or one that a killed process left half-written: nobody owns the folder.
    return undefined;
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';

function takeLock(path: string, pid: number): void {
  const owner = readOwner(path);
  if (owner && owner.pid !== pid && isAlive(owner.pid)) {
    throw new RoomError(
      'ALREADY_RUNNING',
      `Process ${owner.pid} works with ${path} already${owner.address ? ` at ${owner.address}` : ''}. Stop it, or set KOUAN_DATA to another folder.`,
      { field: 'KOUAN_DATA', value: path },
    );
  }
  rmSync(lockFile(path), { force: true });
  // 'wx' lets only one of two processes that start together win.
  try {
    const file = openSync(lockFile(path), 'wx', 0o644);
    writeFileSync(file, JSON.stringify({ pid } satisfies Owner));
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new RoomError('ALREADY_RUNNING', `Another process just took ${path}.`, {
      field: 'KOUAN_DATA',
      value: path,
    });
  }
}

/** Whether a process of ours lives: a recycled number that belongs to another program does not count. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return true;
  const command = readFileSync(commandLine, 'utf8');
  return command === '' ? false : /node|kouan|vitest/.test(command);
}

function readOrMakeToken(path: string): string {
  const file = tokenFile(path);
  if (existsSync(file)) {
    const token = readFileSync(file, 'utf8');
    if (token.length === 64) return token;
  }
  const token = randomBytes(32).toString('hex');
  writeWhole(file, token, 0o600);
  return token;
}

function checkVersion(path: string): void {
  const file = versionFile(path);
  if (!existsSync(file)) {
    writeWhole(file, JSON.stringify({ version: DATA_VERSION }));
    return;
  }
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: number };
  if (version <= DATA_VERSION) return;
  throw new RoomError(
    'STORE_NEWER_VERSION',
    `${path} was written by a newer Kouan (data version ${version}, this one knows ${DATA_VERSION}). Start that newer version; nothing was changed.`,
    { field: 'KOUAN_DATA', value: version, expected: `at most ${DATA_VERSION}` },
  );
}

// Written beside and renamed, so that a killed process leaves the old file or the new one, never half of one.
function writeWhole(file: string, text: string, mode = 0o644): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text, { mode });
  renameSync(beside, file);
}

function explainDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isRoomError(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new RoomError(
        'DISK_FULL',
        `The disk that holds ${path} is full. Free some space and start again; nothing was lost.`,
        {},
        error,
      );
    }
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
      throw new RoomError(
        'CONFIG_INVALID',
        `${path} cannot be written. Set KOUAN_DATA to a folder of yours.`,
        { field: 'KOUAN_DATA' },
        error,
      );
    }
    throw error;
  }
}
