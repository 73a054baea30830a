import type { FingerGuidance, FingerMeasure, FingerReading } from '../reading.ts';
import type { FingerTemplate } from '../template.ts';
import { QUALITY } from '../tuning.ts';
import type { QualityReading } from './quality.ts';

/** Applies the floors of the gate: a template only for a touch that is worth comparing. */
export function judge({ quality, ridgeShare }: QualityReading, template: FingerTemplate): FingerReading {
  if (quality.area <= QUALITY.fingerAreaMin) {
    return { outcome: 'no-finger', quality, failed: ['area'], guidance: ['no-finger'] };
  }
  const failed = (Object.keys(QUALITY.floors) as FingerMeasure[])
    .filter((measure) => quality[measure] < QUALITY.floors[measure])
    .sort((a, b) => quality[a] / QUALITY.floors[a] - quality[b] / QUALITY.floors[b]);
  if (failed.length === 0) return { outcome: 'ok', quality, template };
  return { outcome: 'poor', quality, failed, guidance: adviceFor(failed, ridgeShare, quality.centring) };
}

/** What to say for each measure that failed; dry and wet fingers need opposite advice. */
function adviceFor(failed: readonly FingerMeasure[], ridgeShare: number, centring: number): FingerGuidance[] {
  const dry = ridgeShare < QUALITY.ridgeShareBest;
  const offSide: FingerGuidance[] = centring < QUALITY.centringAdvised ? ['centre'] : [];
  const advice: Record<FingerMeasure, readonly FingerGuidance[]> = {
    area: [...offSide, 'cover-more'],
    contrast: ['press-firmer', 'moisten-finger'],
    orientationCertainty: dry ? ['press-firmer', 'moisten-finger'] : ['press-lighter', 'dry-finger'],
    ridgeValleyUniformity: dry ? ['press-firmer', 'clean-reader'] : ['press-lighter', 'clean-reader'],
    moisture: dry ? ['moisten-finger', 'press-firmer'] : ['dry-finger', 'press-lighter'],
    minutiae: ['cover-more'],
    centring: ['centre'],
    wholeness: ['cover-more', 'clean-reader'],
    dimensions: ['clean-reader'],
  };
  return [...new Set(failed.flatMap((measure) => advice[measure]))];
}
