/** Whose process is this? A pid alone does not say: pids are reused, and a dead child keeps its pid until reaped. */
import { readdir, readFile, readlink } from 'node:fs/promises';

/** Changes when a pid is given to another process; undefined when nothing runs under it. */
export async function processStamp(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return process.platform !== 'linux' && isAlive(pid) ? 'alive' : undefined;
  // The name in parentheses may hold spaces; state is field 3 and start time field 22 of proc(5).
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Every Postgres process that works in this cluster: postmaster and backends alike (Linux; elsewhere none is seen). */
export async function postgresProcessesIn(cluster: string): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await worksIn(pid, cluster)) ? [pid] : [])));
  return found.flat();
}

async function worksIn(pid: number, cluster: string): Promise<boolean> {
  try {
    const [folder, program] = await Promise.all([readlink(`/proc/${pid}/cwd`), readlink(`/proc/${pid}/exe`)]);
    return folder === cluster && /\/postgres( \(deleted\))?$/.test(program);
  } catch {
    return false;
  }
}

/** Signals a process; one that is gone already is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
