/** A place of its own for one port: data and keys in a temporary folder, gone afterwards. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Home {
  readonly data: string;
  readonly keys: string;
  /** For pictures and other files of a journey. */
  file(name: string): string;
  /** What a port and the command line are started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Also ends what still runs in it, such as the Postgres of a port that did not come up. */
  remove(): void;
}

export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'kouan-journey-'));
  const [data, keys] = [join(folder, 'data'), join(folder, 'keys')];
  const home: Home = {
    data,
    keys,
    file: (name) => join(folder, name),
    env: { KOUAN_DATA: data, KOUAN_KEYS: keys },
    remove: () => {
      for (const pid of processesIn(home)) killIfThere(pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return home;
}

export function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended when its parent did.
  }
}

/** Ids of processes that work inside the home's data folder, such as its Postgres. Reads /proc. */
export function processesIn({ data }: Home): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => workingFolder(pid)?.startsWith(data))
    .map(Number);
}

function workingFolder(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // The process ended meanwhile, or is somebody else's.
    return undefined;
  }
}
