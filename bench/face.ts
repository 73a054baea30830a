/** The face engine step by step, on one core, on the synthetic people's pictures. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FaceReading } from '../src/biometrics/index.ts';
import { decodeImage, openFaceEngine } from '../src/biometrics/node.ts';
import { type Frame, systemClock } from '../src/kernel/index.ts';
import type { PicturedView } from '../src/simulator/index.ts';
import { loadPeople } from '../src/simulator/node.ts';
import { type Figure, figure, median, type Report } from './frame.ts';

const MODELS = 'dist/models';
const VIEWS: readonly PicturedView[] = ['lane-1', 'lane-2', 'lane-3'];
const PEOPLE = 20;
/** The first readings find the models cold. */
const WARM_UP = 6;

async function frames(): Promise<{ readonly frames: readonly Frame[]; readonly decodeMs: number }> {
  const people = await loadPeople('assets/people');
  const paths = people.roster
    .slice(0, PEOPLE)
    .flatMap(({ id }) => VIEWS.map((view) => people.picturePath(id, view)));
  const [decoded, times]: [Frame[], number[]] = [[], []];
  for (const path of paths) {
    const bytes = await readFile(path);
    const start = systemClock.elapsed();
    decoded.push(await decodeImage(bytes));
    times.push(systemClock.elapsed() - start);
  }
  return { frames: decoded, decodeMs: median(times) };
}

interface Read {
  readonly reading: FaceReading;
  readonly ms: number;
  /** Time of the processor, which other programs on the machine do not stretch. */
  readonly cpuMs: number;
}

async function readAll(wanted: readonly Frame[]): Promise<readonly Read[]> {
  const engine = await openFaceEngine({ modelsDir: MODELS, threads: 1, clock: systemClock });
  const read: Read[] = [];
  for (const frame of [...wanted.slice(0, WARM_UP), ...wanted]) {
    const [start, before] = [systemClock.elapsed(), process.cpuUsage()];
    const reading = await engine.read(frame, 'probe');
    const { user, system } = process.cpuUsage(before);
    read.push({ reading, ms: systemClock.elapsed() - start, cpuMs: (user + system) / 1000 });
  }
  await engine.close();
  return read.slice(WARM_UP);
}

export async function run(): Promise<Report> {
  if (!existsSync(`${MODELS}/models.json`))
    throw new Error('The models are missing: run npm run build first.');
  const { frames: wanted, decodeMs } = await frames();
  const read = await readAll(wanted);
  const good = read.filter(({ reading }) => reading.outcome === 'ok');
  const step = (name: keyof FaceReading['ms']) => median(good.map(({ reading }) => reading.ms[name]));
  const ms = (name: string, goal: number, value: number): Figure =>
    figure({ name, unit: 'ms', goal, better: 'lower' }, value);
  return {
    figures: [
      ms('decode a picture file', 15, decodeMs),
      ms('detect', 20, step('detect')),
      ms('mesh', 25, step('mesh')),
      ms('describe', 30, step('describe')),
      ms('frame to template, one core', 70, median(good.map((one) => one.ms))),
      ms('frame to template, processor time', 70, median(good.map((one) => one.cpuMs))),
      figure(
        { name: 'failure to acquire', unit: 'share', goal: 0.005, better: 'lower' },
        1 - good.length / read.length,
      ),
    ],
    notes: [
      `Medians of ${good.length} frames of ${PEOPLE} synthetic people. Accuracy is measured by kouan face evaluate.`,
      'Promised are the whole and the failure to acquire; the goals of the steps say where the time should go. What the steps leave of the whole is measuring the face for its quality.',
      'No peer: the packages that the weights come from need a TensorFlow runtime, which is not among the dependencies.',
    ],
  };
}
