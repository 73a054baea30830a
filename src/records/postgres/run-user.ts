/** Postgres refuses to run as root, so root lends it an unprivileged user. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { RoomError } from '../../kernel/index.ts';

const run = promisify(execFile);

export interface RunUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user Postgres runs as; undefined when it may run as ourselves (we are not root). */
export async function findRunUser(): Promise<RunUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = (await lookUp('postgres')) ?? (await createUser()) ?? (await lookUp('nobody'));
  if (user) return user;
  throw new RoomError(
    'CONFIG_INVALID',
    'Postgres cannot run as root, and there is no user named postgres. Make one with "useradd --system postgres", or start as an ordinary user.',
  );
}

async function lookUp(name: string): Promise<RunUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<RunUser | undefined> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  } catch {
    // Minimal containers have no useradd; `nobody` serves there.
    return undefined;
  }
  return lookUp('postgres');
}

/** Whether the user may enter every folder down to `path` and read what is there. */
export async function canReach(path: string, user: RunUser): Promise<boolean> {
  const target = resolve(path);
  if (!(await grants(target, user, 0o5))) return false;
  for (let folder = dirname(target); ; folder = dirname(folder)) {
    if (!(await grants(folder, user, 0o1))) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function grants(path: string, user: RunUser, wanted: number): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return false;
  const shift = facts.uid === user.uid ? 6 : facts.gid === user.gid ? 3 : 0;
  return ((facts.mode >> shift) & wanted) === wanted;
}
