/** From scores of strangers to a threshold that keeps a promise, with the caution that few people ask for. */
import { type Interval, middleOf, rateMaxWithoutError, trialsToPromise } from './resampling.ts';

/** Scores of strangers as counts, ascending. */
export interface StrangerCounts {
  readonly scores: ArrayLike<number>;
  readonly impostor: ArrayLike<number>;
}

export interface KeptPromise {
  readonly threshold: number;
  /** Share of the strangers that reach it. */
  readonly rate: number;
  /** 95 % confidence, bootstrap over people; never narrower than the rule of three allows. */
  readonly interval: Interval;
}

/** In how many of the resampled sets the promise has to hold. */
const ASSURANCE = 0.95;

/**
 * The lowest threshold that at most `rateMax` of the strangers reach, among everyone and in 95 % of the resampled sets.
 * Nothing when `trials`, which are independent of each other (pairs of people, or people), are too few to promise it.
 * @param sets of everyone first, then of resampled people
 */
export function promiseRate(
  sets: readonly StrangerCounts[],
  rateMax: number,
  trials: number,
): KeptPromise | undefined {
  const usable = sets.filter(({ impostor }) => total(impostor) > 0);
  const [everyone, ...resampled] = usable;
  if (!everyone || trials < trialsToPromise(rateMax)) return undefined;
  const needed = resampled.map((set) => lowestThreshold(set, rateMax)).sort((a, b) => a - b);
  const assured = needed[Math.ceil(ASSURANCE * needed.length) - 1] ?? Number.NEGATIVE_INFINITY;
  const threshold = Math.max(lowestThreshold(everyone, rateMax), assured);
  const rates = resampled.map((set) => rateAt(set, threshold));
  const [low, high] = rates.length > 0 ? middleOf(rates) : [0, 1];
  return {
    threshold,
    rate: rateAt(everyone, threshold),
    interval: [low, Math.max(high, rateMaxWithoutError(trials))],
  };
}

function lowestThreshold({ scores, impostor }: StrangerCounts, rateMax: number): number {
  const allowed = rateMax * total(impostor);
  let reached = 0;
  for (let i = scores.length - 1; i >= 0; i--) {
    reached += impostor[i]!;
    if (reached > allowed) return scores[i + 1] ?? justAbove(scores[i]!);
  }
  return scores[0] ?? 0;
}

const justAbove = (score: number): number => score + Math.max(1e-9, Math.abs(score) * 1e-9);

function rateAt({ scores, impostor }: StrangerCounts, threshold: number): number {
  let reached = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! >= threshold) reached += impostor[i]!;
  return reached / total(impostor);
}

function total(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  return sum;
}
