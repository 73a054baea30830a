import { RoomError } from '../../kernel/index.ts';
import { compareTemplates } from './matching/compare.ts';
import type { SearchTemplate } from './matching/search-template.ts';

/** From which score two fingers count as one, and how that was found. Thresholds are data, chosen by the operator. */
export interface FingerThreshold {
  /** Names the threshold in decisions and logs, where no score may stand. */
  readonly id: string;
  /** False match rate aimed at, for one finger with one reference. More of either only lower it. */
  readonly fmr: number;
  readonly scoreMin: number;
}

/** One finger as it was just read, and the impressions enrolled of the same finger (at least one). */
export interface FingerComparison {
  readonly probe: SearchTemplate;
  readonly references: readonly SearchTemplate[];
}

export interface FingerVerdict {
  readonly outcome: 'match' | 'no-match';
  readonly threshold: string;
}

/** Compares one finger with the impressions enrolled of it. No score leaves: only the outcome and the threshold's id. */
export function verifyFinger(
  probe: SearchTemplate,
  references: readonly SearchTemplate[],
  threshold: FingerThreshold,
): FingerVerdict {
  return verifyFingers([{ probe, references }], threshold);
}

/**
 * Compares several fingers of one person: impressions of a finger are averaged, fingers are summed.
 * @throws RoomError FIELD_INVALID when there is no finger, or one without a reference.
 */
export function verifyFingers(
  fingers: readonly FingerComparison[],
  threshold: FingerThreshold,
): FingerVerdict {
  const outcome = scoreFingers(fingers) >= threshold.scoreMin ? 'match' : 'no-match';
  return { outcome, threshold: threshold.id };
}

function scoreFingers(fingers: readonly FingerComparison[]): number {
  if (fingers.length === 0) throw nothingToCompare('fingers');
  return fingers.reduce((sum, { probe, references }) => sum + scoreFinger(probe, references), 0);
}

/**
 * One touch against the impressions enrolled of the finger; stays in this room. The mean over impressions did better
 * than the best of them: a stranger is seldom like all of them (measured).
 */
export function scoreFinger(probe: SearchTemplate, references: readonly SearchTemplate[]): number {
  if (references.length === 0) throw nothingToCompare('references');
  return (
    references.reduce((sum, reference) => sum + compareTemplates(probe, reference), 0) / references.length
  );
}

const nothingToCompare = (field: string): RoomError =>
  new RoomError('FIELD_INVALID', `${field}: there is nothing to compare with.`, {
    field,
    expected: 'at least one',
  });
