/**
 * Watches whether a gallery still does what its thresholds promise: errors in operation (ISO/IEC 19795-1, BSI EVA),
 * the size that was calibrated, and the size at which the law asks for a filing. Pure: counts in, words out.
 */

import type { Texts } from '../../kernel/index.ts';
import type { ImpostorCounts } from './gallery.ts';
import { GOVERNOR_TEXTS, type GovernorCode, type GovernorFigures } from './governor-texts.ts';
import type { SearchThresholds } from './thresholds.ts';

/** Measures for the Security Management of Facial Recognition (CAC and MPS Order 19 of 2025): filing within 30 working days. */
export const FILING_PEOPLE = 100_000;
/** Nine tenths leave time to act before a limit is crossed. */
const NEAR = 0.9;
/** A false positive rate above half of what was promised is a trend, not yet a breach. */
const RATE_NEAR = 0.5;

export interface GovernorInput {
  /** All live comparisons with impostors since the thresholds or the engine changed. */
  readonly counts: ImpostorCounts;
  readonly people: number;
  readonly templates: number;
  readonly thresholds: SearchThresholds;
}

/** A rate in [0, 1] with its one-sided 95 % bounds. */
export interface RateEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

export interface GovernorWarning {
  readonly code: GovernorCode;
  readonly texts: Texts;
}

export interface GalleryAssessment {
  /** False positive identification rate at the present size. */
  readonly fpir: RateEstimate;
  readonly warnings: readonly GovernorWarning[];
}

export const NO_COUNTS: ImpostorCounts = { comparisons: 0, falseMatches: 0 };

export const addCounts = (a: ImpostorCounts, b: ImpostorCounts): ImpostorCounts => ({
  comparisons: a.comparisons + b.comparisons,
  falseMatches: a.falseMatches + b.falseMatches,
});

/** The normal quantile of 95 %. */
const Z95 = 1.6449;

/** Bound of a Poisson mean after Wilson and Hilferty; within 1 % of the exact one, exact for no event. */
function poissonBound(events: number, z: number): number {
  return events * Math.max(0, 1 - 1 / (9 * events) + z / (3 * Math.sqrt(events))) ** 3;
}

/** Rate of false matches in single comparisons; unknown (0 to 1) while nothing was compared. */
export function falseMatchRate({ comparisons, falseMatches }: ImpostorCounts): RateEstimate {
  if (comparisons === 0) return { estimate: 0, lower: 0, upper: 1 };
  const upperCount = falseMatches === 0 ? -Math.log(0.05) : poissonBound(falseMatches + 1, Z95);
  const lowerCount = falseMatches === 0 ? 0 : poissonBound(falseMatches, -Z95);
  return {
    estimate: falseMatches / comparisons,
    lower: lowerCount / comparisons,
    upper: Math.min(1, upperCount / comparisons),
  };
}

/** The chance that at least one of `templates` comparisons with strangers matches, each with chance `fmr`. */
const atSize = (fmr: number, templates: number) =>
  -Math.expm1(templates * Math.log1p(-Math.min(fmr, 1 - 1e-12)));

function identificationRate(counts: ImpostorCounts, templates: number): RateEstimate {
  const fmr = falseMatchRate(counts);
  return {
    estimate: atSize(fmr.estimate, templates),
    lower: atSize(fmr.lower, templates),
    upper: atSize(fmr.upper, templates),
  };
}

/** The worst that can be said of the accuracy; nothing when it is shown to be as promised. */
function accuracyCode(fpir: RateEstimate, promised: number): GovernorCode | undefined {
  if (fpir.lower > promised) return 'accuracy-exceeded';
  if (fpir.estimate > promised * RATE_NEAR) return 'accuracy-near';
  return fpir.upper > promised ? 'accuracy-unproven' : undefined;
}

function sizeCode(size: number, limit: number, kind: 'calibrated' | 'filing'): GovernorCode | undefined {
  if (size >= limit) return `${kind}-size-reached`;
  return size >= limit * NEAR ? `${kind}-size-near` : undefined;
}

export function assessGallery({ counts, people, templates, thresholds }: GovernorInput): GalleryAssessment {
  const fpir = identificationRate(counts, templates);
  const figures: GovernorFigures = {
    people,
    templates,
    comparisons: counts.comparisons,
    galleryMax: thresholds.galleryMax,
    filingPeople: FILING_PEOPLE,
    fpirPercent: percent(fpir.estimate),
    promisedPercent: percent(thresholds.fpir),
  };
  const codes = [
    accuracyCode(fpir, thresholds.fpir),
    sizeCode(templates, thresholds.galleryMax, 'calibrated'),
    sizeCode(people, FILING_PEOPLE, 'filing'),
  ].filter((code) => code !== undefined);
  return { fpir, warnings: codes.map((code) => ({ code, texts: GOVERNOR_TEXTS[code](figures) })) };
}

const percent = (rate: number) => Number((rate * 100).toPrecision(2));
