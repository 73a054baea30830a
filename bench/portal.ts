/** The portal: what it bears, what a first visit costs, how soon it stands there on a slow telephone. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, figure, type Report } from './frame.ts';
import { processorMs, processTree } from './passage/process-tree.ts';
import { CLI, startPort } from './passage/running-port.ts';
import { firstLoad } from './portal/first-load.ts';
import { type MeasuredLoad, measureLoad } from './portal/load.ts';
import { largestPaintMs } from './portal/paint.ts';

const RATE = 200;
const WARM_SECONDS = 5;
const SECONDS = 30;
const LOADS = 3;

interface Measured {
  readonly load: MeasuredLoad;
  readonly paintMs: number;
  /** Of the server with its Postgres, for one request. */
  readonly processorMs: number;
}

/** The port without its population: the machine's cores are for the portal, and for the visitors of this measurement. */
async function runningPortal(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'kouan-bench-'));
  try {
    const port = await startPort(folder, ['--empty']);
    try {
      const paintMs = await largestPaintMs(port.url, LOADS);
      await measureLoad(port.url, RATE / 4, WARM_SECONDS);
      const tree = processTree(port.pid);
      const before = processorMs(tree);
      const calm = await measureLoad(port.url, RATE / 4, WARM_SECONDS);
      const taken = (processorMs(tree) - before) / (calm.answered || 1);
      return { paintMs, processorMs: taken, load: await measureLoad(port.url, RATE, SECONDS) };
    } finally {
      await port.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf({ perSecond, p50Ms, p99Ms, failed }: MeasuredLoad): Figure[] {
  return [
    figure({ name: 'mixed requests answered', unit: '/s', goal: RATE * 0.99, better: 'higher' }, perSecond),
    figure({ name: 'time of a request, median', unit: 'ms', goal: 50, better: 'lower' }, p50Ms),
    figure({ name: 'time of a request, p99', unit: 'ms', goal: 200, better: 'lower' }, p99Ms),
    figure({ name: 'requests refused or broken', unit: '', goal: 0, better: 'lower' }, failed),
  ];
}

export async function run(): Promise<Report> {
  for (const needed of [CLI, 'dist/web/index.html'])
    if (!existsSync(needed)) throw new Error(`${needed} is missing: run npm run build first.`);
  const { files, gzipKb } = firstLoad();
  const { load, paintMs, processorMs: taken } = await runningPortal();
  const lower = { better: 'lower' } as const;
  return {
    figures: [
      ...figuresOf(load),
      figure({ name: 'processor time of a request, with Postgres', unit: 'ms', goal: 8, ...lower }, taken),
      figure({ name: 'JavaScript of a first visit, gzipped', unit: 'kB', goal: 120, ...lower }, gzipKb),
      figure({ name: 'largest paint, slow telephone', unit: 'ms', goal: 1800, ...lower }, paintMs),
    ],
    notes: [
      `${RATE} requests a second for ${SECONDS} s: services, one service, own cases, key list, the verifiers' page, and arrival cards opened, filled in step by step and sent; ${load.filed} were filed to their end, ${load.notSent} requests found no free visitor.`,
      'A request counts from the moment it was due; the visitors run on the same cores as the server and its Postgres, each from a loopback address of its own (Linux).',
      `The first visit fetches ${files} scripts before the portal stands there; the paint is the median of ${LOADS} loads with an empty cache.`,
    ],
  };
}
