/** The first crossing: from a camera's frame to a durable record, and what the whole house takes. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGallery } from '../src/biometrics/gallery/index.ts';
import { decodeImage, openFaceEngine } from '../src/biometrics/node.ts';
import { lanePopulation, portsOf } from '../src/cli/law/lane-population.ts';
import { millis, parseDay, seededRandom, systemClock, wait } from '../src/kernel/index.ts';
import { compileRules } from '../src/policy/index.ts';
import { openBundle } from '../src/policy/node.ts';
import { loadPeople, type People } from '../src/simulator/node.ts';
import { type Figure, figure, medianMs, medianMsAsync, perSecond, type Report } from './frame.ts';
import { type MeasuredPassages, measurePassages } from './passage/passages.ts';
import { processTree, pssMb } from './passage/process-tree.ts';
import { CLI, type RunningPort, startPort } from './passage/running-port.ts';

const ASSETS = 'assets/people';
const RULES = 'dist/rules';
/** Travellers walk through the lanes meanwhile; the highest of these looks counts. */
const MEMORY_LOOKS = 10;
const LOOK_EVERY_MS = 2000;
const PASSAGES = 21;

/** The frame is decoded already, as a camera gives it. */
async function frameToTemplate(people: People): Promise<Figure> {
  const engine = await openFaceEngine({ modelsDir: 'dist/models', threads: 1, clock: systemClock });
  const id = people.roster[0]?.id ?? '';
  const frame = await decodeImage(await readFile(people.picturePath(id, 'lane-1')));
  const { outcome } = await engine.read(frame, 'probe');
  if (outcome !== 'ok') throw new Error(`The frame gave no template: ${outcome}.`);
  const ms = await medianMsAsync(50, () => engine.read(frame, 'probe'));
  await engine.close();
  return figure({ name: 'frame to template, one core', unit: 'ms', goal: 80, better: 'lower' }, ms);
}

function searchOfGallery(): Figure {
  const random = seededRandom(1);
  const thresholds = { id: 'bench', cosineMin: 0.5, margin: 0.02, galleryMax: 100_000, fpir: 0.01 };
  const gallery = createGallery({ dims: 128, capacityMax: 100_000, thresholds, random });
  const template = () => Int8Array.from({ length: 128 }, () => random.int(-127, 127));
  for (let i = 0; i < 100_000; i++) gallery.enrol(`T-${String(i).padStart(10, '0')}-BENCHMRK`, template());
  const probe = template();
  return figure(
    { name: 'gallery of 100,000 x 128', unit: 'ms', goal: 1.5, better: 'lower' },
    medianMs(200, () => void gallery.search(probe)),
  );
}

/** The release that was built, asked by the synthetic population at every port. */
function laneDecisions(): Figure {
  const [release = ''] = readdirSync(RULES).filter((name) => name.startsWith('sha256-'));
  const law = compileRules(openBundle(release, readFileSync(join(RULES, release), 'utf8')));
  const asked = [
    ...lanePopulation({ seed: 1, count: 1024, day: parseDay('2026-03-16'), ports: portsOf(law) }),
  ];
  const rate = perSecond(50_000, (i) => void law.decide('lane', asked[i & 1023], { remedies: false }));
  return figure(
    { name: 'decisions of the law, with trace', unit: '/s', goal: 100_000, better: 'higher' },
    rate,
  );
}

async function memoryMb(pid: number): Promise<number> {
  let highest = 0;
  for (let look = 0; look < MEMORY_LOOKS; look++) {
    await wait(systemClock, millis(LOOK_EVERY_MS));
    highest = Math.max(highest, pssMb(processTree(pid)));
  }
  return highest;
}

interface House {
  readonly figures: readonly Figure[];
  readonly passages: MeasuredPassages;
}

/** The built program three times on one folder: to fill it, as on any later day, and calm, with the same people enrolled. */
async function wholeHouse(people: People): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'kouan-bench-'));
  try {
    const first = await during(await startPort(folder), ({ pid }) => memoryMb(pid));
    const later = await during(await startPort(folder), async () => 0);
    const calm = await during(await startPort(folder, ['--empty']), () =>
      measurePassages(folder, people, ASSETS, PASSAGES),
    );
    return {
      passages: calm.result,
      figures: houseFigures(calm.result, first.result, first.startSeconds, later.startSeconds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function during<T>(port: RunningPort, measure: (port: RunningPort) => Promise<T>) {
  try {
    return { startSeconds: port.startSeconds, result: await measure(port) };
  } finally {
    await port.stop();
  }
}

function houseFigures(passages: MeasuredPassages, memory: number, first: number, later: number): Figure[] {
  const lower = { better: 'lower' } as const;
  return [
    figure({ name: 'system time of a whole passage', unit: 'ms', goal: 400, ...lower }, passages.ms),
    figure(
      { name: 'memory of everything, 10,000 registered (PSS)', unit: 'MB', goal: 900, ...lower },
      memory,
    ),
    figure({ name: 'first start, built', unit: 's', goal: 150, ...lower }, first),
    figure({ name: 'later start', unit: 's', goal: 5, ...lower }, later),
  ];
}

export async function run(): Promise<Report> {
  for (const needed of [CLI, 'dist/models/models.json', 'dist/web/index.html'])
    if (!existsSync(needed)) throw new Error(`${needed} is missing: run npm run build first.`);
  const people = await loadPeople(ASSETS);
  const alone = [await frameToTemplate(people), searchOfGallery(), laneDecisions()];
  const { figures, passages } = await wholeHouse(people);
  const steps = [...passages.steps].map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(', ');
  return {
    figures: [...alone, ...figures],
    notes: [
      `${passages.passed} of ${passages.asked} passages ended at the exit (the cast holds people who are referred). Medians of their steps in ms: ${steps}.`,
      'Passages run on a warm port without other traffic; several frames are read in each, and steps that run side by side are counted in full.',
      'The first start is that of the built program: fetching packages and building come before it.',
    ],
  };
}
