/**
 * Error rates of a matcher, with the terms of ISO/IEC 19795-1: a comparison matches when its score reaches the threshold;
 * FMR is the share of impostor comparisons that match, FNMR that of genuine ones that do not.
 */
import { fieldInvalid } from '../../kernel/index.ts';
import { countScores, type ScoreCounts } from './score-counts.ts';

/** The rates at which FNMR and FNIR are stated, under the names they have in reports. */
export const FMR_GOALS = { '1e-2': 1e-2, '1e-3': 1e-3, '1e-4': 1e-4 } as const;
export type FmrGoal = keyof typeof FMR_GOALS;

export interface OperatingPoint {
  readonly threshold: number;
  readonly fmr: number;
  readonly fnmr: number;
}

export interface ErrorRates {
  readonly pairs: { readonly genuine: number; readonly impostor: number };
  /** Distance of both means in units of their common standard deviation. */
  readonly dPrime: number;
  /** Where FMR and FNMR are equal. */
  readonly eer: number;
  /** At the lowest threshold whose FMR does not exceed the goal. */
  readonly fnmr: Readonly<Record<FmrGoal, number>>;
  readonly threshold: Readonly<Record<FmrGoal, number>>;
}

/** @throws RoomError FIELD_INVALID without a genuine or an impostor score */
export const metrics = (genuine: readonly number[], impostor: readonly number[]): ErrorRates =>
  errorRates(countScores(genuine, impostor));

export function errorRates(counts: ScoreCounts): ErrorRates {
  const points = operatingPoints(counts);
  const at = (goal: FmrGoal): OperatingPoint => pointAtFmr(points, FMR_GOALS[goal]);
  return {
    pairs: { genuine: total(counts.genuine), impostor: total(counts.impostor) },
    dPrime: dPrime(counts),
    eer: equalErrorRate(points),
    fnmr: eachGoal((goal) => at(goal).fnmr),
    threshold: eachGoal((goal) => at(goal).threshold),
  };
}

export const eachGoal = <T>(value: (goal: FmrGoal) => T): Record<FmrGoal, T> => ({
  '1e-2': value('1e-2'),
  '1e-3': value('1e-3'),
  '1e-4': value('1e-4'),
});

/** One point for each score as threshold, rising, and a last one that nothing reaches. */
export function operatingPoints({ scores, genuine, impostor }: ScoreCounts): OperatingPoint[] {
  const [genuineCount, impostorCount] = [total(genuine), total(impostor)];
  if (genuineCount === 0)
    throw fieldInvalid('genuine', 0, 'at least one comparison of a person with themselves');
  if (impostorCount === 0) throw fieldInvalid('impostor', 0, 'at least one comparison of two people');
  let [genuineBelow, impostorBelow] = [0, 0];
  const points: OperatingPoint[] = [];
  for (let i = 0; i < scores.length; i++) {
    const fmr = (impostorCount - impostorBelow) / impostorCount;
    points.push({ threshold: scores[i]!, fmr, fnmr: genuineBelow / genuineCount });
    genuineBelow += genuine[i]!;
    impostorBelow += impostor[i]!;
  }
  const last = scores[scores.length - 1] ?? 0;
  points.push({ threshold: justAbove(last), fmr: 0, fnmr: 1 });
  return points;
}

/** Far less than two scores differ by, yet a number that a report can print. */
const justAbove = (score: number): number => score + Math.max(1e-9, Math.abs(score) * 1e-9);

export function pointAtFmr(points: readonly OperatingPoint[], fmrMax: number): OperatingPoint {
  const found = points.find(({ fmr }) => fmr <= fmrMax) ?? points.at(-1);
  if (!found) throw fieldInvalid('points', 0, 'at least one operating point');
  return found;
}

/** Straight between the two thresholds where the curves cross. */
function equalErrorRate(points: readonly OperatingPoint[]): number {
  const crossed = points.findIndex(({ fmr, fnmr }) => fmr <= fnmr);
  const [before, after] = [points[crossed - 1], points[crossed]];
  if (!after) return 1;
  if (!before) return after.fnmr;
  const [gapBefore, gapAfter] = [before.fmr - before.fnmr, after.fnmr - after.fmr];
  const share = gapBefore / (gapBefore + gapAfter);
  return before.fmr + share * (after.fmr - before.fmr);
}

function dPrime({ scores, genuine, impostor }: ScoreCounts): number {
  const [own, other] = [moments(scores, genuine), moments(scores, impostor)];
  const spread = Math.sqrt((own.variance + other.variance) / 2);
  return spread === 0 ? 0 : (own.mean - other.mean) / spread;
}

function moments(scores: ArrayLike<number>, counts: ArrayLike<number>): { mean: number; variance: number } {
  const count = total(counts);
  let mean = 0;
  for (let i = 0; i < scores.length; i++) mean += (scores[i]! * counts[i]!) / count;
  let variance = 0;
  for (let i = 0; i < scores.length; i++) variance += ((scores[i]! - mean) ** 2 * counts[i]!) / count;
  return { mean, variance };
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}
