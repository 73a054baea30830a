/** Measures the face engine on a folder of pictures: every picture described, every pair compared. */
import { readFile } from 'node:fs/promises';
import { type Clock, isRoomError, type Random, RoomError } from '../../kernel/index.ts';
import { type ErrorRates, errorRates } from '../evaluation/error-rates.ts';
import { type IdentificationRates, identificationRates, type Search } from '../evaluation/identification.ts';
import type { ScoreCounts } from '../evaluation/score-counts.ts';
import { type MeasuredRates, type ScoreTally, scoreTally } from '../evaluation/score-tally.ts';
import { decodeImage } from '../imaging/decode.ts';
import { listPictures, type PersonPictures, thinOut } from './picture-folder.ts';
import type { FaceEngine, FaceModel } from './reading.ts';
import { cosine, fuseReadings, type GoodReading } from './template.ts';

export interface FaceEvaluationOptions {
  readonly engine: FaceEngine;
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly random: Random;
  readonly onProgress?: (progress: {
    readonly step: 'describe' | 'compare';
    readonly done: number;
    readonly of: number;
  }) => void;
  /** Ends the run; it rejects with CANCELLED. */
  readonly signal?: AbortSignal;
  readonly picturesMax?: number;
  /** Resampled sets of people for the confidence intervals. */
  readonly replicates?: number;
}

export interface FaceEvaluation extends MeasuredRates, Omit<IdentificationRates, 'searches'> {
  readonly model: FaceModel;
  readonly people: number;
  readonly pictures: number;
  /** True when there were more pictures than `picturesMax`. */
  readonly thinned: boolean;
  /** Failure to acquire: the share of pictures without a template. */
  readonly fta: number;
  readonly failed: readonly { readonly path: string; readonly why: string }[];
  /** Three readings enrolled, two as probe; absent unless someone has five pictures. */
  readonly fused?: ErrorRates;
  /** Medians. */
  readonly ms: Readonly<Record<Step, number>>;
  /** For plots. */
  readonly counts: ScoreCounts;
}

type Step = 'decode' | 'detect' | 'mesh' | 'describe' | 'total';

const PICTURES_MAX = 10_000;
const REPLICATES = 200;
/** Cosines of this engine lie above; what lies below is counted at the lower end, where no threshold will be. */
const SCORES = { low: 0.4, high: 1.0001, bins: 6000 } as const;
const [ENROL_FRAMES, PROBE_FRAMES] = [3, 2];

/** @throws RoomError NOT_FOUND, CANCELLED, FIELD_INVALID when the pictures allow no genuine or no impostor pair */
export async function evaluateFaces(folder: string, options: FaceEvaluationOptions): Promise<FaceEvaluation> {
  const listed = await listPictures(folder);
  const people = thinOut(listed, options.picturesMax ?? PICTURES_MAX);
  const described = await describeAll(people, options);
  const { random, replicates = REPLICATES } = options;
  const tally = scoreTally({ ...SCORES, people: people.length, replicates, random });
  const searches = await compareAll(described.samples, tally, options);
  const pictures = count(people);
  return {
    model: options.engine.model,
    people: people.length,
    pictures,
    thinned: count(listed) > pictures,
    fta: described.failed.length / pictures,
    failed: described.failed,
    ...tally.rates(),
    ...withoutCount(
      identificationRates(searches, new Set(described.samples.map(({ person }) => person)).size),
    ),
    ...compareFused(described.samples, people.length, options.random),
    ms: described.ms,
    counts: tally.counts(),
  };
}

const count = (people: readonly PersonPictures[]): number =>
  people.reduce((sum, { paths }) => sum + paths.length, 0);

const withoutCount = ({
  searches: _,
  ...rates
}: IdentificationRates): Omit<IdentificationRates, 'searches'> => rates;

interface Sample {
  readonly person: number;
  readonly reading: GoodReading;
}

interface Described {
  readonly samples: readonly Sample[];
  readonly failed: readonly { path: string; why: string }[];
  readonly ms: Readonly<Record<Step, number>>;
}

async function describeAll(
  people: readonly PersonPictures[],
  options: FaceEvaluationOptions,
): Promise<Described> {
  const samples: Sample[] = [];
  const failed: { path: string; why: string }[] = [];
  const times: Record<Step, number[]> = { decode: [], detect: [], mesh: [], describe: [], total: [] };
  const tasks = people.flatMap(({ paths }, person) => paths.map((path) => ({ person, path })));
  for (const [i, { person, path }] of tasks.entries()) {
    assertWanted(options);
    const result = await describeOne(path, options);
    if ('why' in result) failed.push({ path, why: result.why });
    else {
      samples.push({ person, reading: result.reading });
      for (const step of Object.keys(times) as Step[]) times[step].push(result.ms[step]);
    }
    options.onProgress?.({ step: 'describe', done: i + 1, of: tasks.length });
  }
  const ms = { decode: 0, detect: 0, mesh: 0, describe: 0, total: 0 };
  for (const step of Object.keys(times) as Step[]) ms[step] = median(times[step]);
  return { samples, failed, ms };
}

type OneResult =
  | { readonly why: string }
  | { readonly reading: GoodReading; readonly ms: Record<Step, number> };

async function describeOne(path: string, { engine, clock }: FaceEvaluationOptions): Promise<OneResult> {
  const bytes = await readFile(path);
  const start = clock.elapsed();
  try {
    const frame = await decodeImage(bytes);
    const decode = clock.elapsed() - start;
    const reading = await engine.read(frame, 'evaluate');
    if (reading.outcome !== 'ok') return { why: reading.outcome };
    return { reading, ms: { decode, ...reading.ms, total: clock.elapsed() - start } };
  } catch (error) {
    // A picture that cannot be read is a failure to acquire; a broken engine ends the run.
    if (isRoomError(error) && error.code.startsWith('IMAGE_')) return { why: error.message };
    throw error;
  }
}

/** All pairs into the tally; each person's first sample is the gallery, the others search it. */
async function compareAll(
  samples: readonly Sample[],
  tally: ScoreTally,
  options: FaceEvaluationOptions,
): Promise<Search[]> {
  const gallery = firstOfEach(samples);
  const enrolled = new Set(gallery);
  const searches: Search[] = [];
  for (const [i, one] of samples.entries()) {
    assertWanted(options);
    for (let j = 0; j < i; j++) {
      const other = samples[j]!;
      tally.add(cosine(one.reading.features, other.reading.features), one.person, other.person);
    }
    if (!enrolled.has(one)) searches.push(searchGallery(one, gallery));
    options.onProgress?.({ step: 'compare', done: i + 1, of: samples.length });
    await nextTurn();
  }
  return searches;
}

/** Samples come person by person. */
const firstOfEach = (samples: readonly Sample[]): Sample[] =>
  samples.filter(({ person }, i) => samples[i - 1]?.person !== person);

function searchGallery(probe: Sample, gallery: readonly Sample[]): Search {
  let [own, bestOther] = [-1, -1];
  for (const entry of gallery) {
    const score = cosine(probe.reading.features, entry.reading.features);
    if (entry.person === probe.person) own = score;
    else bestOther = Math.max(bestOther, score);
  }
  return { own, bestOther };
}

/** As a lane works: a template of three readings, a probe of two, for everyone who has five pictures or more. */
function compareFused(samples: readonly Sample[], people: number, random: Random): { fused?: ErrorRates } {
  const eligible = firstOfEach(samples)
    .map(({ person }) => ({ person, own: samples.filter((sample) => sample.person === person) }))
    .filter(({ own }) => own.length >= ENROL_FRAMES + PROBE_FRAMES);
  if (eligible.length < 2) return {};
  const gallery = eligible.map(({ person, own }) => ({
    person,
    template: fused(own.slice(0, ENROL_FRAMES)),
  }));
  const tally = scoreTally({ ...SCORES, people, replicates: 0, random });
  for (const { person, own } of eligible) {
    for (let i = ENROL_FRAMES; i + PROBE_FRAMES <= own.length; i += PROBE_FRAMES) {
      const probe = fused(own.slice(i, i + PROBE_FRAMES));
      for (const entry of gallery) tally.add(cosine(probe, entry.template), person, entry.person);
    }
  }
  return { fused: errorRates(tally.counts()) };
}

const fused = (samples: readonly Sample[]): Float32Array =>
  fuseReadings(samples.map(({ reading }) => reading)).features;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function assertWanted({ signal }: FaceEvaluationOptions): void {
  if (signal?.aborted) throw new RoomError('CANCELLED', 'The evaluation was broken off.');
}

/** Lets Ctrl-C and progress bars through between two rows of comparisons. */
const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
