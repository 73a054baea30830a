/**
 * The fingerprint engine step by step, on one core, and its errors: on impressions made from the synthetic people's
 * fingers, and on pictures of real ones where KOUAN_BENCH_FINGERS names a folder with a folder for each sensor in it.
 */
import { systemClock } from '../src/kernel/index.ts';
import { CAREFUL, makeImpression } from '../src/simulator/index.ts';
import { loadPeople } from '../src/simulator/node.ts';
import {
  comparePairs,
  compareTwoFingers,
  type Impression,
  ratesOf,
  readImpressions,
  readSensors,
} from './finger/accuracy.ts';
import { measureSteps } from './finger/steps.ts';
import { type Figure, figure, notMeasured, type Report } from './frame.ts';

const PEOPLE = 20;
const TOUCHES = 3;
const FINGERS = ['right-index', 'left-index'] as const;
const FOLDER = 'KOUAN_BENCH_FINGERS';

async function madeImpressions(): Promise<readonly Impression[]> {
  const people = await loadPeople('assets/people');
  const made: Impression[] = [];
  for (const [person, { id }] of people.roster.slice(0, PEOPLE).entries()) {
    for (const finger of FINGERS) {
      const master = await people.master(id, finger);
      for (let touch = 1; touch <= TOUCHES; touch++) {
        const image = makeImpression(master, { ...CAREFUL, seed: 100 * person + touch });
        made.push({ finger: `${person}-${finger}`, touch, image });
      }
    }
  }
  return made;
}

const share = (name: string, goal: number, note: string) =>
  ({ name, unit: 'share', goal, better: 'lower', note }) as const;

/** Errors on made impressions: far easier than real fingers, so that a fault shows and little else. */
function madeFigures(made: readonly Impression[]): Figure[] {
  const read = readImpressions(made);
  const [one, two] = [ratesOf(comparePairs(read)), ratesOf(compareTwoFingers(read))];
  const note = `${one.pairs.genuine} genuine, ${one.pairs.impostor} impostor pairs`;
  return [
    figure(share('failure to acquire, made', 0.005, ''), 1 - read.length / made.length),
    figure(share('EER, one finger, made', 0.038, note), one.eer),
    figure(share('EER, two fingers, made', 0.015, `${two.pairs.impostor} impostor pairs`), two.eer),
  ];
}

const REAL = {
  eer: share('EER, one finger, mean over sensors', 0.038, ''),
  fnmr: share('FNMR at FMR 1e-3, all sensors', 0.11, ''),
  two: share('EER, two fingers, mean over sensors', 0.015, ''),
  fta: share('failure to acquire', 0.005, ''),
};

async function realFigures(folder: string | undefined): Promise<Figure[]> {
  if (!folder)
    return Object.values(REAL).map((named) => notMeasured(named, `set ${FOLDER} to a folder of sensors`));
  const sensors = await readSensors(folder);
  const read = sensors.map(({ impressions }) => readImpressions(impressions));
  const taken = sensors.reduce((sum, { impressions }) => sum + impressions.length, 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const scores = read.map(comparePairs);
  const one = scores.map((own) => ratesOf(own));
  const two = read.map((own) => ratesOf(compareTwoFingers(own)));
  const all = ratesOf(...scores);
  const each = (rates: readonly { readonly eer: number }[]) =>
    sensors.map(({ name }, i) => `${name} ${((rates[i]?.eer ?? 0) * 100).toFixed(2)} %`).join(', ');
  return [
    figure({ ...REAL.eer, note: each(one) }, mean(one.map(({ eer }) => eer))),
    figure(
      { ...REAL.fnmr, note: `${all.pairs.genuine} genuine, ${all.pairs.impostor} impostor pairs` },
      all.fnmr['1e-3'],
    ),
    figure({ ...REAL.two, note: each(two) }, mean(two.map(({ eer }) => eer))),
    figure(REAL.fta, 1 - read.flat().length / taken),
  ];
}

export async function run(): Promise<Report> {
  const made = await madeImpressions();
  return {
    figures: [
      ...measureSteps(made, systemClock),
      ...madeFigures(made),
      ...(await realFigures(process.env[FOLDER])),
    ],
    notes: [
      `Times are medians over ${made.length} impressions of ${PEOPLE * FINGERS.length} made fingers and their pairs.`,
      'Preparation happens once for a template, when it is loaded; its goal is our own. There is no free peer in JavaScript.',
      'Two fingers: the fingers of a folder are taken two by two as those of one person, and scores are summed.',
    ],
  };
}
