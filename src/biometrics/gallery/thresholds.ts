/** When a comparison counts as a match: data of a calibration, never a number in the code. */
import { fieldInvalid } from '../../kernel/index.ts';

/** Thresholds of a 1:N search, with what they were calibrated for. */
export interface SearchThresholds {
  /** Names the calibration; stands in records in place of any score. */
  readonly id: string;
  /** Least cosine of a match, in (0, 1]. */
  readonly cosineMin: number;
  /** A second person this close to the best makes the answer ambiguous; 0 or more and less than `cosineMin`. */
  readonly margin: number;
  /** The largest number of templates for which `fpir` was shown; a larger gallery is refused. */
  readonly galleryMax: number;
  /** False positive identification rate (ISO/IEC 19795-1) at `galleryMax`, in (0, 1). */
  readonly fpir: number;
}

export function checkThresholds(thresholds: SearchThresholds): void {
  const { cosineMin, margin, galleryMax, fpir } = thresholds;
  if (!(cosineMin > 0 && cosineMin <= 1))
    throw fieldInvalid('thresholds.cosineMin', cosineMin, 'above 0, at most 1');
  if (!(margin >= 0 && margin < cosineMin)) {
    throw fieldInvalid('thresholds.margin', margin, `at least 0 and below cosineMin (${cosineMin})`);
  }
  if (!Number.isSafeInteger(galleryMax) || galleryMax < 1) {
    throw fieldInvalid('thresholds.galleryMax', galleryMax, 'a whole number of at least 1');
  }
  if (!(fpir > 0 && fpir < 1)) throw fieldInvalid('thresholds.fpir', fpir, 'a rate between 0 and 1');
}

/** A gallery may be smaller than its calibration, never larger: nothing is known of its errors there. */
export function checkCapacity(capacityMax: number, thresholds: SearchThresholds): void {
  if (!Number.isSafeInteger(capacityMax) || capacityMax < 1 || capacityMax > thresholds.galleryMax) {
    throw fieldInvalid(
      'capacityMax',
      capacityMax,
      `1 to ${thresholds.galleryMax}, the size for which the thresholds ${thresholds.id} hold`,
    );
  }
}
