/**
 * Counts any number of scores in memory that does not grow, and keeps at the same time the counts that resampled sets of
 * people would have given, from which come confidence intervals. Resampled are people, not comparisons: those of one
 * person are not independent of each other.
 */
import { fieldInvalid, type Random } from '../../kernel/index.ts';
import { type ErrorRates, eachGoal, errorRates, type FmrGoal } from './error-rates.ts';
import type { ScoreCounts } from './score-counts.ts';

export interface TallyOptions {
  /** How many people there are; they are numbered from 0. */
  readonly people: number;
  /** Scores beyond are counted at the ends. */
  readonly low: number;
  readonly high: number;
  readonly bins?: number;
  /** Resampled sets of people; 0 for no intervals. */
  readonly replicates?: number;
  readonly random: Random;
}

export type Interval = readonly [low: number, high: number];

export interface MeasuredRates extends ErrorRates {
  /** 95 % confidence, bootstrap over people; absent when no set of people could be resampled. */
  readonly intervals?: {
    readonly eer: Interval;
    readonly fnmr: Readonly<Record<FmrGoal, Interval>>;
  };
}

export interface ScoreTally {
  /** A comparison of two samples of these people; of one and the same for a genuine one. */
  add(score: number, personA: number, personB: number): void;
  counts(): ScoreCounts;
  /** @throws RoomError FIELD_INVALID without a genuine or an impostor score */
  rates(): MeasuredRates;
}

const BINS = 4000;
const REPLICATES = 200;
const CONFIDENCE = 0.95;

export function scoreTally(options: TallyOptions): ScoreTally {
  const { people, low, high, bins = BINS, replicates = REPLICATES, random } = options;
  if (!(high > low)) throw fieldInvalid('high', high, `more than ${low}`);
  const weights = resampledPeople(people, replicates, random);
  const sets = Array.from({ length: replicates + 1 }, () => ({
    genuine: new Float64Array(bins),
    impostor: new Float64Array(bins),
  }));
  const scores = Float64Array.from({ length: bins }, (_, i) => low + ((high - low) * i) / bins);
  const binOf = (score: number): number =>
    Math.min(bins - 1, Math.max(0, Math.floor(((score - low) / (high - low)) * bins)));
  return {
    add(score, personA, personB) {
      const [bin, kind] = [binOf(score), personA === personB ? 'genuine' : 'impostor'] as const;
      for (let set = 0; set <= replicates; set++) {
        const own = weights[set * people + personA]!;
        const weight = kind === 'genuine' ? own : own * weights[set * people + personB]!;
        if (weight > 0) sets[set]![kind][bin]! += weight;
      }
    },
    counts: () => ({ scores, ...sets[0]! }),
    rates() {
      const [own, ...resampled] = sets.map((set) => ({ scores, ...set }));
      return { ...errorRates(own!), ...intervalsOf(resampled) };
    },
  };
}

/** Set 0 holds everyone once; each other one draws as many people as there are, with replacement. */
function resampledPeople(people: number, replicates: number, random: Random): Uint16Array {
  const weights = new Uint16Array((replicates + 1) * people).fill(1, 0, people);
  for (let set = 1; set <= replicates; set++) {
    for (let i = 0; i < people; i++) weights[set * people + random.int(0, people - 1)]! += 1;
  }
  return weights;
}

function intervalsOf(resampled: readonly ScoreCounts[]): Pick<MeasuredRates, 'intervals'> {
  const usable = resampled.filter(({ genuine, impostor }) => some(genuine) && some(impostor)).map(errorRates);
  if (usable.length === 0) return {};
  const interval = (value: (rates: ErrorRates) => number): Interval => middleOf(usable.map(value));
  return {
    intervals: {
      eer: interval(({ eer }) => eer),
      fnmr: eachGoal((goal) => interval(({ fnmr }) => fnmr[goal])),
    },
  };
}

const some = (counts: ArrayLike<number>): boolean => Array.prototype.some.call(counts, (count) => count > 0);

/** The range that leaves out the same share at both ends. */
function middleOf(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at((1 - CONFIDENCE) / 2), at((1 + CONFIDENCE) / 2)];
}
