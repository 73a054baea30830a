/**
 * Finds thresholds on an operator's own pictures. A promise that the number of people cannot support is refused: by the
 * rule of three, a rate needs three times its inverse of independent comparisons even when none of them fails, and
 * independent are pairs of people (1:1) or people (1:N), not pictures.
 */
import { fieldInvalid, type Random } from '../../kernel/index.ts';
import { type KeptPromise, promiseRate } from '../evaluation/promise.ts';
import { trialsToPromise } from '../evaluation/resampling.ts';
import { scoreTally } from '../evaluation/score-tally.ts';
import { type DescribeOptions, describePictures, type Sample } from './describe-pictures.ts';
import { type FrameCounts, type FusedPerson, fusePeople } from './fused-templates.ts';
import { listPictures, thinOut } from './picture-folder.ts';
import type { FaceModel } from './reading.ts';
import { cosine } from './template.ts';
import type { FaceThreshold } from './thresholds.ts';

export interface FaceCalibrationOptions extends DescribeOptions {
  readonly random: Random;
  /** What to promise, for each of `frames`. */
  readonly goals: readonly CalibrationGoal[];
  readonly frames: readonly FrameCounts[];
  /** Whose pictures and of which day, in words; kept with each row. */
  readonly calibratedOn: string;
  readonly replicates?: number;
}

/** `n`: people in the gallery. */
export type CalibrationGoal =
  | { readonly task: '1:1'; readonly fmr: number }
  | { readonly task: '1:N'; readonly fpir: number; readonly n: number };

export interface FaceCalibration {
  readonly model: FaceModel;
  readonly people: number;
  readonly pictures: number;
  readonly fta: number;
  /** True when the signal ended the reading; then nothing is promised. */
  readonly interrupted: boolean;
  readonly thresholds: readonly CalibratedRow[];
  readonly refused: readonly RefusedPromise[];
}

export interface CalibratedRow {
  readonly threshold: FaceThreshold;
  /** Share of genuine comparisons below the threshold. */
  readonly fnmr: number;
}

export interface RefusedPromise {
  readonly goal: CalibrationGoal & FrameCounts;
  readonly people: number;
  readonly peopleNeeded: number;
}

const SCORES = { low: -0.2, high: 1.0001, bins: 6000 } as const;
/** Their comparisons take minutes; more would tell little that these do not. */
const PICTURES_MAX = 20_000;
const REPLICATES = 400;
const METHOD =
  'lowest threshold that holds the rate on all people and on 95 % of the sets drawn from them with replacement';

/** @throws RoomError NOT_FOUND, FIELD_INVALID for a rate out of range */
export async function calibrateFaces(
  folder: string,
  options: FaceCalibrationOptions,
): Promise<FaceCalibration> {
  for (const goal of options.goals) assertGoal(goal);
  const samples: Sample[] = [];
  let pictures = 0;
  const people = thinOut(await listPictures(folder), PICTURES_MAX);
  for await (const picture of describePictures(people, options)) {
    pictures++;
    if (picture.kind === 'described') samples.push(picture.sample);
  }
  const interrupted = options.signal?.aborted ?? false;
  const found = interrupted
    ? []
    : options.frames.flatMap((frames) => calibrateFrames(samples, frames, options));
  return {
    model: options.engine.model,
    people: new Set(samples.map(({ person }) => person)).size,
    pictures,
    fta: pictures > 0 ? 1 - samples.length / pictures : 0,
    interrupted,
    thresholds: found.flatMap((one) => ('threshold' in one ? [one] : [])),
    refused: found.flatMap((one) => ('goal' in one ? [one] : [])),
  };
}

function assertGoal(goal: CalibrationGoal): void {
  const rate = rateOf(goal);
  if (!(rate >= 1e-6 && rate <= 0.5)) throw fieldInvalid('rate', rate, 'a rate from 0.000001 to 0.5');
  if (goal.task === '1:N' && !(Number.isInteger(goal.n) && goal.n > 0))
    throw fieldInvalid('n', goal.n, 'a number of people');
}

const rateOf = (goal: CalibrationGoal): number => (goal.task === '1:1' ? goal.fmr : goal.fpir);

function calibrateFrames(
  samples: readonly Sample[],
  frames: FrameCounts,
  options: FaceCalibrationOptions,
): readonly (CalibratedRow | RefusedPromise)[] {
  const fused = fusePeople(samples, frames);
  return options.goals.map((goal) => {
    const peopleNeeded = peopleToPromise(goal);
    const kept = fused.length < peopleNeeded ? undefined : keep(fused, goal, options);
    if (!kept) return { goal: { ...goal, ...frames }, people: fused.length, peopleNeeded };
    return { threshold: rowOf(goal, frames, kept, fused, options), fnmr: fnmrOf(fused, kept.threshold) };
  });
}

/** The fewest people of whom there are independent comparisons enough, and a gallery without the stranger. */
export function peopleToPromise(goal: CalibrationGoal): number {
  const trials = trialsToPromise(rateOf(goal));
  if (goal.task === '1:N') return Math.max(trials, goal.n + 1);
  return Math.ceil((1 + Math.sqrt(1 + 8 * trials)) / 2);
}

function keep(
  fused: readonly FusedPerson[],
  goal: CalibrationGoal,
  options: FaceCalibrationOptions,
): KeptPromise | undefined {
  return goal.task === '1:1'
    ? keepFmr(fused, goal.fmr, options)
    : keepFpir(fused, goal.fpir, goal.n, options);
}

const tallyFor = (
  fused: readonly FusedPerson[],
  { replicates = REPLICATES, random }: FaceCalibrationOptions,
) => scoreTally({ ...SCORES, people: fused.length, replicates, random });

function keepFmr(
  fused: readonly FusedPerson[],
  fmr: number,
  options: FaceCalibrationOptions,
): KeptPromise | undefined {
  const tally = tallyFor(fused, options);
  for (const [i, { probes }] of fused.entries()) {
    for (const [j, { template }] of fused.entries()) {
      if (i !== j) for (const probe of probes) tally.add(cosine(probe, template), i, j);
    }
  }
  return promiseRate(tally.sets(), fmr, (fused.length * (fused.length - 1)) / 2);
}

/** Everyone is a stranger to a gallery drawn from the others. */
function keepFpir(
  fused: readonly FusedPerson[],
  fpir: number,
  n: number,
  options: FaceCalibrationOptions,
): KeptPromise | undefined {
  const tally = tallyFor(fused, options);
  for (const [i, { probes }] of fused.entries()) {
    const gallery = drawOthers(fused, i, n, options.random);
    for (const probe of probes) {
      const best = gallery.reduce((most, { template }) => Math.max(most, cosine(probe, template)), -1);
      // Only the stranger's own weight counts in a resampled set, as with a comparison of one person.
      tally.add(best, i, i);
    }
  }
  const sets = tally.sets().map(({ scores, genuine }) => ({ scores, impostor: genuine }));
  return promiseRate(sets, fpir, fused.length);
}

function drawOthers(
  fused: readonly FusedPerson[],
  stranger: number,
  n: number,
  random: Random,
): readonly FusedPerson[] {
  const others = fused.filter((_, i) => i !== stranger);
  for (let i = 0; i < n; i++) {
    const j = random.int(i, others.length - 1);
    [others[i], others[j]] = [others[j]!, others[i]!];
  }
  return others.slice(0, n);
}

function fnmrOf(fused: readonly FusedPerson[], threshold: number): number {
  const genuine = fused.flatMap(({ template, probes }) => probes.map((probe) => cosine(probe, template)));
  return genuine.filter((score) => score < threshold).length / genuine.length;
}

function rowOf(
  goal: CalibrationGoal,
  { enrolFrames, probeFrames }: FrameCounts,
  { threshold: value, rate, interval }: KeptPromise,
  fused: readonly FusedPerson[],
  { engine: { model }, calibratedOn }: FaceCalibrationOptions,
): FaceThreshold {
  const probes = fused.reduce((sum, own) => sum + own.probes.length, 0);
  const frames = `${enrolFrames}+${probeFrames}`;
  const promise =
    goal.task === '1:1'
      ? { id: `own-1:1-${frames}-fmr-${goal.fmr}`, fmr: goal.fmr, comparisons: probes * (fused.length - 1) }
      : {
          id: `own-1:N-${frames}-${goal.n}-fpir-${goal.fpir}`,
          fpir: goal.fpir,
          nMax: goal.n,
          comparisons: probes,
        };
  return {
    engine: model.name,
    modelSha: model.sha256,
    task: goal.task,
    enrolFrames,
    probeFrames,
    ...promise,
    value,
    people: fused.length,
    rate,
    interval,
    calibratedOn,
    method: METHOD,
  };
}
