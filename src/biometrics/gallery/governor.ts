/**
 * Watches whether a gallery still does what its thresholds promise: errors in operation (ISO/IEC 19795-1, BSI EVA),
 * the size that was calibrated, and the size at which the law asks for a filing. Pure: counts in, words out.
 */

import type { Texts } from '../../kernel/index.ts';
import type { ImpostorCounts } from './gallery.ts';
import { GOVERNOR_TEXTS, type GovernorCode, type GovernorFigures } from './governor-texts.ts';
import { type RateEstimate, rateOf } from './rate-estimate.ts';
import type { SearchThresholds } from './thresholds.ts';

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
  /** Stored faces from which on the law asks for a filing; undefined where no law does. */
  readonly filingPeople: number | undefined;
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

/** The chance that at least one of `templates` comparisons with strangers matches, each with chance `fmr`. */
const atSize = (fmr: number, templates: number) =>
  -Math.expm1(templates * Math.log1p(-Math.min(fmr, 1 - 1e-12)));

function identificationRate(counts: ImpostorCounts, templates: number): RateEstimate {
  const fmr = rateOf(counts.falseMatches, counts.comparisons);
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

export function assessGallery(input: GovernorInput): GalleryAssessment {
  const { counts, people, templates, thresholds, filingPeople } = input;
  const fpir = identificationRate(counts, templates);
  const figures: GovernorFigures = {
    people,
    templates,
    comparisons: counts.comparisons,
    galleryMax: thresholds.galleryMax,
    filingPeople: filingPeople ?? 0,
    fpirPercent: percent(fpir.estimate),
    promisedPercent: percent(thresholds.fpir),
  };
  const codes = [
    accuracyCode(fpir, thresholds.fpir),
    sizeCode(templates, thresholds.galleryMax, 'calibrated'),
    filingPeople === undefined ? undefined : sizeCode(people, filingPeople, 'filing'),
  ].filter((code) => code !== undefined);
  return { fpir, warnings: codes.map((code) => ({ code, texts: GOVERNOR_TEXTS[code](figures) })) };
}

const percent = (rate: number) => Number((rate * 100).toPrecision(2));
