/** The fingerprint engine step by step, on one core, on impressions made from the synthetic people's fingers. */
import {
  extractFinger,
  FINGER_THRESHOLDS,
  type FingerTemplate,
  prepareFinger,
  verifyFinger,
} from '../src/biometrics/index.ts';
import { type GreyImage, systemClock } from '../src/kernel/index.ts';
import { CAREFUL, makeImpression } from '../src/simulator/index.ts';
import { loadPeople } from '../src/simulator/node.ts';
import { type Figure, figure, median, type Report } from './frame.ts';

const PEOPLE = 20;
const TOUCHES = 3;
const ROUNDS = 3;

interface Impression {
  readonly person: number;
  readonly image: GreyImage;
}

async function impressions(): Promise<readonly Impression[]> {
  const people = await loadPeople('assets/people');
  const made: Impression[] = [];
  for (const [person, { id }] of people.roster.slice(0, PEOPLE).entries()) {
    const master = await people.master(id, 'right-index');
    for (let touch = 1; touch <= TOUCHES; touch++)
      made.push({ person, image: makeImpression(master, { ...CAREFUL, seed: 100 * person + touch }) });
  }
  return made;
}

/** Median milliseconds over all the items, in the last of several rounds. */
function medianOver<T>(items: readonly T[], call: (item: T) => void): number {
  let times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times = items.map((item) => {
      const start = systemClock.elapsed();
      call(item);
      return systemClock.elapsed() - start;
    });
  }
  return median(times);
}

export async function run(): Promise<Report> {
  const made = await impressions();
  const extractMs = medianOver(made, ({ image }) => void extractFinger(image));
  const read = made.map(({ person, image }) => ({ person, reading: extractFinger(image) }));
  const templates: { person: number; template: FingerTemplate }[] = read.flatMap(({ person, reading }) =>
    reading.outcome === 'ok' ? [{ person, template: reading.template }] : [],
  );
  const prepareMs = medianOver(templates, ({ template }) => void prepareFinger(template));
  const ready = templates.map(({ template }) => prepareFinger(template));
  const pairs = ready.flatMap((one, i) => ready.slice(0, i).map((other) => [one, other] as const));
  const threshold = FINGER_THRESHOLDS['finger-fmr-1e-3'];
  const matchMs = medianOver(pairs, ([one, other]) => void verifyFinger(one, [other], threshold));
  const ms = (name: string, goal: number, value: number): Figure =>
    figure({ name, unit: 'ms', goal, better: 'lower' }, value);
  return {
    figures: [
      ms('extract, 320 x 384', 25, extractMs),
      ms('prepare', 10, prepareMs),
      ms('match, prepared', 1, matchMs),
      figure(
        { name: 'failure to acquire', unit: 'share', goal: 0.005, better: 'lower' },
        1 - templates.length / made.length,
      ),
    ],
    notes: [
      `Medians of ${made.length} impressions of ${PEOPLE} synthetic fingers and of their ${pairs.length} pairs.`,
      'Preparation happens once for a template, when it is loaded; its goal is our own. Accuracy is measured by kouan finger evaluate.',
    ],
  };
}
