/**
 * Open-set identification, ISO/IEC 19795-1: FPIR is the share of searches for people who are not in the gallery that
 * return someone; FNIR that of searches for enrolled people that do not return them first and above the threshold.
 */
import { fieldInvalid, type Random } from '../../kernel/index.ts';
import { type Interval, middleOf, rateMaxWithoutError } from './resampling.ts';

/** One probe against a gallery in which its person is; without that person, the same probe is a search for a stranger. */
export interface Search {
  /** Score with the own template. */
  readonly own: number;
  /** Highest score with anyone else's. */
  readonly bestOther: number;
}

export const FPIR_GOALS = { '1e-2': 1e-2, '1e-3': 1e-3 } as const;
export type FpirGoal = keyof typeof FPIR_GOALS;

export interface IdentificationRates {
  readonly searches: number;
  readonly galleryCount: number;
  readonly rank1: number;
  readonly fnir: Readonly<Record<FpirGoal, number>>;
  readonly fnirThreshold: Readonly<Record<FpirGoal, number>>;
}

export function identificationRates(searches: readonly Search[], galleryCount: number): IdentificationRates {
  if (searches.length === 0) throw fieldInvalid('searches', 0, 'at least one search');
  const strangers = searches.map(({ bestOther }) => bestOther).sort((a, b) => a - b);
  const threshold = (goal: FpirGoal): number => thresholdForFpir(strangers, FPIR_GOALS[goal]);
  const fnir = (limit: number): number =>
    searches.filter(({ own, bestOther }) => own <= bestOther || own < limit).length / searches.length;
  const each = (value: (goal: FpirGoal) => number) => ({ '1e-2': value('1e-2'), '1e-3': value('1e-3') });
  return {
    searches: searches.length,
    galleryCount,
    rank1: searches.filter(({ own, bestOther }) => own > bestOther).length / searches.length,
    fnir: each((goal) => fnir(threshold(goal))),
    fnirThreshold: each(threshold),
  };
}

export interface IdentificationIntervals {
  readonly rank1: Interval;
  readonly fnir: Readonly<Record<FpirGoal, Interval>>;
}

/**
 * 95 % confidence, bootstrap over the people who search, never narrower than the rule of three allows for so many people.
 * @param people the searches of each person who made any
 */
export function identificationIntervals(
  people: readonly (readonly Search[])[],
  replicates: number,
  random: Random,
): IdentificationIntervals {
  const resampled = Array.from({ length: replicates }, () => {
    const drawn = people.map(() => people[random.int(0, people.length - 1)] ?? []);
    return identificationRates(drawn.flat(), people.length);
  });
  const unseen = rateMaxWithoutError(people.length);
  const errorInterval = (value: (rates: IdentificationRates) => number): Interval => {
    const [low, high] = middleOf(resampled.map(value));
    return [low, Math.max(high, unseen)];
  };
  const [missLow, missHigh] = errorInterval(({ rank1 }) => 1 - rank1);
  return {
    rank1: [1 - missHigh, 1 - missLow],
    fnir: {
      '1e-2': errorInterval(({ fnir }) => fnir['1e-2']),
      '1e-3': errorInterval(({ fnir }) => fnir['1e-3']),
    },
  };
}

/** The lowest threshold that at most this share of the strangers' best scores, ascending, reach. */
function thresholdForFpir(strangers: readonly number[], fpir: number): number {
  const allowed = Math.floor(fpir * strangers.length);
  const firstRefused = strangers[strangers.length - 1 - allowed] ?? Number.POSITIVE_INFINITY;
  return firstRefused + Math.max(1e-9, Math.abs(firstRefused) * 1e-9);
}
