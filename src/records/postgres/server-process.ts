/** One run of the Postgres server: spawn, wait until it answers, stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, millis, wait } from '../../kernel/index.ts';
import type { Binaries } from './binaries.ts';
import { childEnvironment, pathForChild } from './cluster.ts';
import { explainFailure } from './explain-failure.ts';
import type { Folders } from './folders.ts';
import type { RunUser } from './run-user.ts';
import { serverArguments } from './server-settings.ts';

const STEP_MS = millis(10);
/** Recovery after a power cut replays at most max_wal_size of log; slow disks take their time. */
const START_MS_MAX = 120_000;
const STOP_MS = [10_000, 5000] as const;
const LOG_BYTES_MAX = 5_000_000;

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the server has ended, however that came. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export async function spawnServer(
  folders: Folders,
  binaries: Binaries,
  user: RunUser | undefined,
  port: number,
  clock: Clock,
): Promise<ServerProcess> {
  const log = await openLog(folders.log);
  const logStart = (await log.stat()).size;
  const child = spawn(binaries.postgres, ['-D', pathForChild(folders.cluster), ...serverArguments(port)], {
    ...user,
    cwd: folders.cluster,
    env: childEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // Ctrl-C goes to a whole process group: Postgres must outlive the requests that we still finish.
    detached: true,
  });
  const ended = endOf(child);
  await log.close();
  const failure = await untilReady(child, folders, clock);
  if (failure !== undefined) {
    await stopChild(child, ended, clock);
    throw explainFailure(await logSince(folders.log, logStart), failure);
  }
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended, clock) };
}

async function openLog(path: string): Promise<FileHandle> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > LOG_BYTES_MAX) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

async function logSince(path: string, start: number): Promise<string> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return bytes.subarray(start).toString('utf8').slice(-4000);
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
}

const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Undefined once the server answers; otherwise why it does not. */
async function untilReady(child: ChildProcess, folders: Folders, clock: Clock): Promise<string | undefined> {
  const start = clock.elapsed();
  while (clock.elapsed() - start < START_MS_MAX) {
    if (hasEnded(child)) return `Postgres ended with ${child.exitCode ?? child.signalCode ?? 'no process'}.`;
    if (await saysReady(folders.cluster, child.pid)) return undefined;
    await wait(clock, STEP_MS);
  }
  return `Postgres was not ready after ${START_MS_MAX} ms.`;
}

/** Line 1 of the pid file is the server's pid, line 8 its status (as pg_ctl reads them). */
async function saysReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

async function stopChild(child: ChildProcess, ended: Promise<void>, clock: Clock): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGINT');
  if (await endsWithin(ended, STOP_MS[0], clock)) return;
  child.kill('SIGQUIT');
  if (await endsWithin(ended, STOP_MS[1], clock)) return;
  child.kill('SIGKILL');
  await ended;
}

function endsWithin(ended: Promise<void>, limitMs: number, clock: Clock): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(millis(limitMs), () => resolve(false));
    void ended.then(() => {
      cancel();
      resolve(true);
    });
  });
}
