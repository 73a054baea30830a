/**
 * Counts any number of scores in memory that does not grow, and keeps at the same time the counts that resampled sets of
 * people would have given, from which come confidence intervals. Resampled are people, not comparisons: those of one
 * person are not independent of each other.
 */
import { fieldInvalid, type Random } from '../../kernel/index.ts';
import { type ErrorRates, eachGoal, errorRates, type FmrGoal } from './error-rates.ts';
import type { IdentificationIntervals } from './identification.ts';
import { countInSets, type Interval, middleOf, rateMaxWithoutError, resampledPeople } from './resampling.ts';
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

export interface MeasuredRates extends ErrorRates {
  /**
   * 95 % confidence, bootstrap over people, never narrower than the rule of three allows for so many people; absent when
   * no set of people could be resampled.
   */
  readonly intervals?: {
    readonly eer: Interval;
    readonly fnmr: Readonly<Record<FmrGoal, Interval>>;
  } & Partial<IdentificationIntervals>;
}

export interface ScoreTally {
  /** A comparison of two samples of these people; of one and the same for a genuine one. */
  add(score: number, personA: number, personB: number): void;
  counts(): ScoreCounts;
  /** Everyone's, then those of each resampled set of people. */
  sets(): readonly ScoreCounts[];
  /** @throws RoomError FIELD_INVALID without a genuine or an impostor score */
  rates(): MeasuredRates;
}

const BINS = 4000;
const REPLICATES = 200;

export function scoreTally(options: TallyOptions): ScoreTally {
  const { people, low, high, bins = BINS, replicates = REPLICATES, random } = options;
  if (!(high > low)) throw fieldInvalid('high', high, `more than ${low}`);
  const weights = resampledPeople(people, replicates, random);
  const sets = replicates + 1;
  const genuine = new Float64Array(bins * sets);
  const impostor = new Float64Array(bins * sets);
  const genuinePeople = new Set<number>();
  const scores = Float64Array.from({ length: bins }, (_, i) => low + ((high - low) * i) / bins);
  const binOf = (score: number): number =>
    Math.min(bins - 1, Math.max(0, Math.floor(((score - low) / (high - low)) * bins)));
  const setAt = (set: number): ScoreCounts => ({
    scores,
    genuine: scores.map((_, bin) => genuine[bin * sets + set]!),
    impostor: scores.map((_, bin) => impostor[bin * sets + set]!),
  });
  const allSets = (): ScoreCounts[] => Array.from({ length: sets }, (_, set) => setAt(set));
  return {
    add(score, personA, personB) {
      if (personA === personB) genuinePeople.add(personA);
      const counts = personA === personB ? genuine : impostor;
      countInSets(counts, binOf(score) * sets, weights, sets, personA, personB);
    },
    counts: () => setAt(0),
    sets: allSets,
    rates() {
      const [own, ...resampled] = allSets();
      const highMin = rateMaxWithoutError(genuinePeople.size);
      return { ...errorRates(own!), ...intervalsOf(resampled, highMin) };
    },
  };
}

function intervalsOf(resampled: readonly ScoreCounts[], highMin: number): Pick<MeasuredRates, 'intervals'> {
  const usable = resampled.filter(({ genuine, impostor }) => some(genuine) && some(impostor)).map(errorRates);
  if (usable.length === 0) return {};
  const interval = (value: (rates: ErrorRates) => number): Interval => {
    const [low, high] = middleOf(usable.map(value));
    return [low, Math.max(high, highMin)];
  };
  return {
    intervals: {
      eer: interval(({ eer }) => eer),
      fnmr: eachGoal((goal) => interval(({ fnmr }) => fnmr[goal])),
    },
  };
}

const some = (counts: ArrayLike<number>): boolean => Array.prototype.some.call(counts, (count) => count > 0);
