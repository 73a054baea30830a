/** Clears away what a killed Kouan or a killed Postgres left running or lying about. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, millis, RoomError, wait } from '../../kernel/index.ts';
import type { Log } from './log.ts';
import { postgresProcessesIn, signal } from './processes.ts';

const STEP_MS = millis(20);

/** From polite to final: fast shutdown, immediate shutdown, kill; each for so many milliseconds. */
const ESCALATION = [
  { name: 'SIGINT', forMs: 5000 },
  { name: 'SIGQUIT', forMs: 3000 },
  { name: 'SIGKILL', forMs: 3000 },
] as const;

/**
 * Ends an orphaned Postgres of this cluster and removes its pid file. The file goes only when no
 * process works in the cluster any more: two servers on one cluster would destroy it.
 */
export async function clearStale(cluster: string, clock: Clock, log: Log): Promise<void> {
  for (const { name, forMs } of ESCALATION) {
    const orphans = await postgresProcessesIn(cluster);
    if (orphans.length === 0) break;
    log.warn({ pids: orphans, signal: name }, 'Stopping a Postgres that outlived the Kouan that started it.');
    const postmaster = await postmasterPid(cluster);
    const targets = postmaster !== undefined && orphans.includes(postmaster) ? [postmaster] : orphans;
    for (const pid of name === 'SIGKILL' ? orphans : targets) signal(pid, name);
    await untilNone(cluster, clock, forMs);
  }
  if ((await postgresProcessesIn(cluster)).length > 0) {
    throw new RoomError('ALREADY_RUNNING', 'Another Postgres works on this data folder and does not end.');
  }
  if (process.platform === 'linux') await rm(join(cluster, 'postmaster.pid'), { force: true });
}

async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

async function untilNone(cluster: string, clock: Clock, forMs: number): Promise<void> {
  const start = clock.elapsed();
  while (clock.elapsed() - start < forMs && (await postgresProcessesIn(cluster)).length > 0) {
    await wait(clock, STEP_MS);
  }
}
