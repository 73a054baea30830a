/** Face templates: several readings of one person made into one, compared with another. Pure; runs in a browser too. */
import { fieldInvalid, RoomError } from '../../kernel/index.ts';
import type { FaceReading } from './reading.ts';
import { type FaceThreshold, thresholdFor } from './thresholds.ts';

export interface FaceTemplate {
  /** sha256 of the model that made it; templates of unlike models say nothing about each other. */
  readonly model: string;
  readonly dims: number;
  /** How many readings are in it. */
  readonly frames: number;
  /** Unit length. */
  readonly features: Float32Array;
}

export type GoodReading = Extract<FaceReading, { outcome: 'ok' }>;

/** What of a reading goes into a template. */
export type DescribedFace = Pick<GoodReading, 'model' | 'features' | 'quality'>;

/** More frames of one person add next to nothing, and cost travellers their time. */
const FRAMES_MAX = 32;
const UNIT_TOLERANCE = 1e-3;

/**
 * The mean of the readings, weighted by their overall quality, at unit length.
 * Readings of other outcomes are not accepted: the caller decides when it has enough good ones.
 * @throws RoomError FIELD_INVALID without a reading or with too many, MODEL_MISMATCH when they come from several models
 */
export function fuseReadings(readings: readonly DescribedFace[]): FaceTemplate {
  const [first] = readings;
  if (!first || readings.length > FRAMES_MAX) {
    throw fieldInvalid('readings', readings.length, `1 to ${FRAMES_MAX} readings`);
  }
  const sum = new Float32Array(first.features.length);
  for (const { model, features, quality } of readings) {
    if (model !== first.model) throw mismatch(model, first.model);
    if (features.length !== sum.length) throw invalidTemplate(`${sum.length} numbers`, features.length);
    // Never zero: even the poorest accepted frame is evidence.
    const weight = Math.max(1, quality.overall);
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * features[i]!;
  }
  return { model: first.model, dims: sum.length, frames: readings.length, features: toUnit(sum) };
}

export interface FaceVerification {
  readonly outcome: 'match' | 'no-match';
  /** Id of the threshold that was applied. The score itself stays here. */
  readonly threshold: string;
}

/** @throws RoomError MODEL_MISMATCH, TEMPLATE_INVALID, CONFIG_INVALID when no threshold is calibrated for 1:1 */
export function verifyFace(
  probe: FaceTemplate,
  reference: FaceTemplate,
  thresholds: readonly FaceThreshold[],
): FaceVerification {
  const threshold = thresholdFor(thresholds, {
    task: '1:1',
    enrolFrames: reference.frames,
    probeFrames: probe.frames,
    modelSha: probe.model,
  });
  if (!threshold)
    throw new RoomError(
      'CONFIG_INVALID',
      'No threshold is calibrated for comparing one face with one from so many frames by this model.',
    );
  const outcome = similarity(probe, reference) >= threshold.value ? 'match' : 'no-match';
  return { outcome, threshold: threshold.id };
}

/** Cosine, −1 to 1. For matchers and for measuring; it is not to be logged or sent anywhere. */
export function similarity(one: FaceTemplate, other: FaceTemplate): number {
  if (one.model !== other.model) throw mismatch(one.model, other.model);
  return cosine(checked(one), checked(other));
}

/** Eight bits a dimension, for the gallery: unit vector x 127, rounded. */
export const quantise = (template: FaceTemplate): Int8Array =>
  Int8Array.from(checked(template), (value) => Math.round(value * 127));

/** @throws RoomError TEMPLATE_INVALID for a vector without direction */
export function toUnit(features: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(features, features));
  if (!(length > 0 && Number.isFinite(length))) throw invalidTemplate('a vector with a direction', length);
  return features.map((value) => value / length);
}

/** The dot product, which is the cosine for vectors of unit length. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function checked({ features, dims }: FaceTemplate): Float32Array {
  if (features.length !== dims) throw invalidTemplate(`${dims} numbers`, features.length);
  const length = cosine(features, features);
  if (!(Math.abs(length - 1) < UNIT_TOLERANCE))
    throw invalidTemplate('a vector of unit length', Math.sqrt(length));
  return features;
}

const invalidTemplate = (expected: string, value: unknown): RoomError =>
  new RoomError('TEMPLATE_INVALID', `The face template is damaged: it should be ${expected}.`, {
    expected,
    value,
  });

const mismatch = (value: string, expected: string): RoomError =>
  new RoomError('MODEL_MISMATCH', 'The faces were described by different models: enrol the person again.', {
    value: value.slice(0, 12),
    expected: expected.slice(0, 12),
  });
