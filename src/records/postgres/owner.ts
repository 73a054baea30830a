/** One Kouan a data folder: a file says who owns it, on which port its Postgres answers. */
import { readFile, rm } from 'node:fs/promises';
import { RoomError } from '../../kernel/index.ts';
import type { Folders } from './folders.ts';
import { processStamp } from './processes.ts';
import { readSecret } from './secret.ts';
import { writeDurably } from './write-durably.ts';

interface Owner {
  readonly pid: number;
  readonly stamp: string;
  readonly port: number;
}

async function livingOwner(folders: Folders): Promise<Owner | undefined> {
  const text = await readFile(folders.owner, 'utf8').catch(() => '');
  const owner = parseOwner(text);
  if (!owner) return undefined;
  return (await processStamp(owner.pid)) === owner.stamp ? owner : undefined;
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, stamp, port } = JSON.parse(text) as Partial<Owner>;
    if (typeof pid !== 'number' || typeof stamp !== 'string' || typeof port !== 'number') return undefined;
    return { pid, stamp, port };
  } catch {
    return undefined;
  }
}

/** Two starts within one process are refused too: both would write the same cluster. */
export async function claimFolder(folders: Folders, port: number): Promise<void> {
  const owner = await livingOwner(folders);
  if (owner) {
    const text = `Kouan runs on this data folder already (process ${owner.pid}). Stop it first, or choose another folder with KOUAN_DATA.`;
    throw new RoomError('ALREADY_RUNNING', text, { field: 'KOUAN_DATA', pid: owner.pid });
  }
  await writeOwner(folders, port);
}

export async function writeOwner(folders: Folders, port: number): Promise<void> {
  const stamp = (await processStamp(process.pid)) ?? 'alive';
  await writeDurably(folders.owner, JSON.stringify({ pid: process.pid, stamp, port }));
}

export const releaseFolder = (folders: Folders): Promise<void> => rm(folders.owner, { force: true });

/** Where the Postgres of a running Kouan answers; undefined when none runs on this folder. */
export async function runningConnection(folders: Folders): Promise<string | undefined> {
  const [owner, secret] = await Promise.all([livingOwner(folders), readSecret(folders.secret)]);
  return owner && secret ? connectionStringOf(owner.port, secret) : undefined;
}

export const connectionStringOf = (port: number, secret: string): string =>
  `postgres://kouan:${secret}@127.0.0.1:${port}/postgres`;
