/** Bootstrap over people: comparisons of one person are not independent of each other, people are. */
import type { Random } from '../../kernel/index.ts';

export type Interval = readonly [low: number, high: number];

const CONFIDENCE = 0.95;

/**
 * How often each person occurs in each set: `replicates + 1` numbers a person, those of one person one after another, so
 * that a comparison is counted in all sets by a walk through neighbouring memory. Set 0 holds everyone once; each other
 * one draws as many people as there are, with replacement.
 */
export function resampledPeople(people: number, replicates: number, random: Random): Float64Array {
  const sets = replicates + 1;
  const weights = new Float64Array(people * sets);
  for (let person = 0; person < people; person++) weights[person * sets] = 1;
  for (let set = 1; set < sets; set++) {
    for (let i = 0; i < people; i++) weights[random.int(0, people - 1) * sets + set]! += 1;
  }
  return weights;
}

/**
 * Counts a comparison of two people, or of one with themselves, in all sets.
 * @param at where the counts of the comparison's bin begin, `sets` numbers
 */
export function countInSets(
  counts: Float64Array | Float32Array,
  at: number,
  weights: Float64Array,
  sets: number,
  personA: number,
  personB: number,
): void {
  const [a, b] = [personA * sets, personB * sets];
  if (a === b) for (let set = 0; set < sets; set++) counts[at + set]! += weights[a + set]!;
  else for (let set = 0; set < sets; set++) counts[at + set]! += weights[a + set]! * weights[b + set]!;
}

/** The range that leaves out the same share at both ends. */
export function middleOf(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at((1 - CONFIDENCE) / 2), at((1 + CONFIDENCE) / 2)];
}

/**
 * The largest rate that is still likely (95 %) when none of `trials` independent trials failed: the rule of three,
 * 3 / trials, in its exact form. 1 without a trial.
 */
export const rateMaxWithoutError = (trials: number): number =>
  trials > 0 ? 1 - (1 - CONFIDENCE) ** (1 / trials) : 1;

/** Independent trials without which a rate cannot be promised: even without an error fewer would allow a higher one. */
export const trialsToPromise = (rate: number): number => Math.ceil(3 / rate);
