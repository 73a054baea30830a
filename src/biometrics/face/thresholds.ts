/** Where the line between match and no match lies: data, each row with what it promises and how it was found. */
import { RoomError } from '../../kernel/index.ts';
import type { FaceModel } from './reading.ts';

export interface FaceThreshold {
  /** Stored with every decision. */
  readonly id: string;
  readonly engine: string;
  /** Only for this model file; without it, for every build of the engine. */
  readonly modelSha?: string;
  readonly task: '1:1' | '1:N';
  /** Readings fused into the enrolled template, and into the probe. */
  readonly enrolFrames: number;
  readonly probeFrames: number;
  /** Largest gallery for which a 1:N row holds. */
  readonly nMax?: number;
  /** False match rate of a 1:1 row. */
  readonly fmr?: number;
  /** False positive identification rate of a 1:N row at `nMax`. */
  readonly fpir?: number;
  /** Least cosine of a match. */
  readonly value: number;
  /** People whose pictures it was found on, and comparisons of two people, or searches for strangers. */
  readonly people?: number;
  readonly comparisons?: number;
  /** The rate that was found at `value`, with its interval: 95 %, bootstrap over people. */
  readonly rate?: number;
  readonly interval?: readonly [low: number, high: number];
  readonly calibratedOn: string;
  readonly method: string;
}

/** Name of the descriptor that the build makes; no operator's model may take it. */
export const BUNDLED_FACE_ENGINE = 'dlib-resnet-128';

const MEASURED = 'threshold at the stated rate of impostor scores';
const LFW = 'LFW subset: 100 people, 123,750 impostor pairs';

const dlib = (row: Omit<FaceThreshold, 'engine' | 'calibratedOn'>): FaceThreshold => ({
  engine: BUNDLED_FACE_ENGINE,
  calibratedOn: LFW,
  people: 100,
  ...(row.task === '1:1' ? { comparisons: 123_750 } : {}),
  ...row,
});

/**
 * The default engine. A lane's gallery holds at most 200 people, twice what the pictures could calibrate. Its rows go
 * on along the measured impostor tail: from FMR 1e-3 to 1e-4 the threshold rises by .011 for one frame each, by .009
 * for 3 + 2, so that a gallery twice as large at the same FPIR needs .011 x log10 2 = .0033, or .0027, more.
 */
export const DEFAULT_FACE_THRESHOLDS: readonly FaceThreshold[] = [
  dlib({
    id: 'face-1:1-1+1',
    task: '1:1',
    enrolFrames: 1,
    probeFrames: 1,
    fmr: 1e-3,
    value: 0.936,
    method: MEASURED,
  }),
  dlib({
    id: 'face-1:1-3+2',
    task: '1:1',
    enrolFrames: 3,
    probeFrames: 2,
    fmr: 1e-3,
    value: 0.946,
    method: MEASURED,
  }),
  dlib({
    id: 'face-1:N-1+1-100',
    task: '1:N',
    enrolFrames: 1,
    probeFrames: 1,
    nMax: 100,
    fpir: 0.01,
    value: 0.947,
    method: MEASURED,
  }),
  dlib({
    id: 'face-1:N-3+2-100',
    task: '1:N',
    enrolFrames: 3,
    probeFrames: 2,
    nMax: 100,
    fpir: 0.01,
    value: 0.955,
    method: MEASURED,
  }),
  dlib({
    id: 'face-1:N-1+1-200',
    task: '1:N',
    enrolFrames: 1,
    probeFrames: 1,
    nMax: 200,
    fpir: 0.01,
    value: 0.951,
    method: 'extrapolated from 100 people along the impostor tail',
  }),
  dlib({
    id: 'face-1:N-3+2-200',
    task: '1:N',
    enrolFrames: 3,
    probeFrames: 2,
    nMax: 200,
    fpir: 0.01,
    value: 0.958,
    method: 'extrapolated from 100 people along the impostor tail',
  }),
];

export interface Comparison {
  readonly task: FaceThreshold['task'];
  readonly enrolFrames: number;
  readonly probeFrames: number;
  /** People in the gallery; for 1:N. */
  readonly galleryCount?: number;
  readonly modelSha?: string;
}

/** Fusing more frames than these raises the scores of strangers no further to speak of. */
const FRAMES_ENOUGH = { enrol: 3, probe: 2 } as const;

/**
 * The row for a comparison: of those that hold for its gallery, the one calibrated for just these frames, and where
 * there is none the strictest of those calibrated for as many; among equals the one for the smallest gallery. None when
 * the gallery is larger than any row allows, or when only fewer frames were calibrated, for fused strangers are more
 * alike than single pictures of them: the caller refuses or refers, it does not guess.
 */
export function thresholdFor(rows: readonly FaceThreshold[], wanted: Comparison): FaceThreshold | undefined {
  const holding = rows
    .filter((row) => row.task === wanted.task && holdsFor(row, wanted))
    .sort((a, b) => (a.nMax ?? 0) - (b.nMax ?? 0));
  const exact = holding.find(
    (row) => row.enrolFrames === wanted.enrolFrames && row.probeFrames === wanted.probeFrames,
  );
  if (exact) return exact;
  const enough = holding.filter(
    (row) =>
      row.enrolFrames >= Math.min(wanted.enrolFrames, FRAMES_ENOUGH.enrol) &&
      row.probeFrames >= Math.min(wanted.probeFrames, FRAMES_ENOUGH.probe),
  );
  const nearestSize = enough.filter((row) => row.nMax === enough[0]?.nMax);
  return nearestSize.sort((a, b) => b.value - a.value)[0];
}

function holdsFor(row: FaceThreshold, { task, galleryCount = 0, modelSha }: Comparison): boolean {
  if (row.modelSha !== undefined && modelSha !== undefined && row.modelSha !== modelSha) return false;
  return task === '1:1' || (row.nMax !== undefined && galleryCount <= row.nMax);
}

/**
 * The rows that hold for an engine: those of its own calibration, and for the bundled one the default rows.
 * @throws RoomError MODEL_MISMATCH for another model's calibration, CONFIG_INVALID for a model without one
 */
export function thresholdsOf(
  model: FaceModel,
  calibrated?: readonly FaceThreshold[],
): readonly FaceThreshold[] {
  const [first] = calibrated ?? [];
  if (first) {
    if (calibrated?.every(({ modelSha }) => modelSha === model.sha256)) return calibrated;
    throw new RoomError(
      'MODEL_MISMATCH',
      `The thresholds were calibrated for ${first.engine}, not for the face model ${model.name} as it is now described: run kouan face calibrate with it.`,
      { field: 'modelSha', value: first.modelSha?.slice(0, 12), expected: model.sha256.slice(0, 12) },
    );
  }
  if (model.name === BUNDLED_FACE_ENGINE) return DEFAULT_FACE_THRESHOLDS;
  throw new RoomError(
    'CONFIG_INVALID',
    `No thresholds are calibrated for the face model ${model.name}: run kouan face calibrate with pictures of your own.`,
    { field: 'thresholds', value: model.name },
  );
}
