/** Measures the face engine on a folder of pictures: every picture described, every pair compared. */
import { fieldInvalid, type Random } from '../../kernel/index.ts';
import type { GroupedRates } from '../evaluation/group-tally.ts';
import type { IdentificationRates } from '../evaluation/identification.ts';
import { parseLabels } from '../evaluation/labels.ts';
import type { ScoreCounts } from '../evaluation/score-counts.ts';
import type { MeasuredRates } from '../evaluation/score-tally.ts';
import { type DescribeOptions, describePictures, type StepTimes } from './describe-pictures.ts';
import { openAcquisition } from './evaluation-acquisition.ts';
import { openComparisons } from './evaluation-comparisons.ts';
import { listPictures, type PersonPictures, thinOut } from './picture-folder.ts';
import type { FaceModel } from './reading.ts';

export interface FaceEvaluationOptions extends DescribeOptions {
  readonly random: Random;
  /** Text of a CSV that says of which groups people are. */
  readonly labels?: string;
  readonly picturesMax?: number;
  /** Resampled sets of people for the confidence intervals. */
  readonly replicates?: number;
}

/** One with one, and one among many. */
export type FaceRates = MeasuredRates & Omit<IdentificationRates, 'searches'>;

export interface FaceEvaluation {
  readonly model: FaceModel;
  readonly people: number;
  /** Pictures that were looked at. */
  readonly pictures: number;
  /** True when there were more pictures than `picturesMax`. */
  readonly thinned: boolean;
  /** True when the signal ended it: rates are of what was compared until then. */
  readonly interrupted: boolean;
  /** Absent when the run was ended before a genuine and an impostor pair. */
  readonly rates?: FaceRates;
  /** Failure to acquire: the share of pictures without a template. */
  readonly fta: number;
  readonly failed: readonly { readonly path: string; readonly why: string }[];
  /** Three readings enrolled, two as probe; absent unless two people have five pictures. */
  readonly fused?: MeasuredRates;
  /** By the labels' columns. */
  readonly groups?: readonly GroupedRates[];
  /** Medians; of a comparison the mean. */
  readonly ms: StepTimes & { readonly compare: number };
  /** For plots. */
  readonly counts: ScoreCounts;
}

const PICTURES_MAX = 10_000;
const REPLICATES = 200;

/** @throws RoomError NOT_FOUND, FIELD_INVALID when the pictures allow no genuine or no impostor pair */
export async function evaluateFaces(folder: string, options: FaceEvaluationOptions): Promise<FaceEvaluation> {
  const listed = await listPictures(folder);
  const people = thinOut(listed, options.picturesMax ?? PICTURES_MAX);
  const comparisons = openComparisons({
    people: people.length,
    labellings:
      options.labels === undefined
        ? []
        : parseLabels(
            options.labels,
            people.map(({ person }) => person),
          ),
    replicates: options.replicates ?? REPLICATES,
    random: options.random,
    clock: options.clock,
  });
  const acquisition = openAcquisition();
  for await (const picture of describePictures(people, options)) {
    acquisition.take(picture);
    if (picture.kind === 'described') comparisons.take(picture.sample);
  }
  const interrupted = options.signal?.aborted ?? false;
  if (!interrupted) assertMeasurable(comparisons.pairs());
  const { compareMs, ...rates } = comparisons.rates();
  const { ms, ...acquired } = acquisition.rates();
  return {
    model: options.engine.model,
    people: people.length,
    thinned: count(listed) > count(people),
    interrupted,
    ...acquired,
    ...rates,
    ms: { ...ms, compare: compareMs },
  };
}

function assertMeasurable({
  genuine,
  impostor,
}: {
  readonly genuine: number;
  readonly impostor: number;
}): void {
  if (genuine === 0) throw fieldInvalid('genuine', 0, 'two pictures with a face of one person');
  if (impostor === 0) throw fieldInvalid('impostor', 0, 'pictures with a face of two people');
}

const count = (people: readonly PersonPictures[]): number =>
  people.reduce((sum, { paths }) => sum + paths.length, 0);
