/**
 * Open-set identification, ISO/IEC 19795-1: FPIR is the share of searches for people who are not in the gallery that
 * return someone; FNIR that of searches for enrolled people that do not return them first and above the threshold.
 */
import { fieldInvalid } from '../../kernel/index.ts';

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

/** The lowest threshold that at most this share of the strangers' best scores, ascending, reach. */
function thresholdForFpir(strangers: readonly number[], fpir: number): number {
  const allowed = Math.floor(fpir * strangers.length);
  const firstRefused = strangers[strangers.length - 1 - allowed] ?? Number.POSITIVE_INFINITY;
  return firstRefused + Math.max(1e-9, Math.abs(firstRefused) * 1e-9);
}
