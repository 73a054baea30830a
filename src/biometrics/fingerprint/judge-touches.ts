/**
 * What follows from the touches of one person so far: a match, another touch, the next finger, or an officer. There is no
 * refusal: worn fingers, plasters and wet hands are nobody's fault, and another way is always named (A-11, X11).
 */
import { RoomError } from '../../kernel/index.ts';
import type { FingerPosition } from './finger-position.ts';
import { prepare } from './matching/prepare.ts';
import type { SearchTemplate } from './matching/search-template.ts';
import type { FingerGuidance, FingerReading } from './reading.ts';
import { type FingerThreshold, scoreFinger } from './verify.ts';

/** One touch of the finger that was asked for. */
export interface FingerTouch {
  readonly finger: FingerPosition;
  readonly reading: FingerReading;
}

/** A finger of the person and the impressions enrolled of it (at least one). */
export interface EnrolledFinger {
  readonly finger: FingerPosition;
  readonly references: readonly SearchTemplate[];
}

export interface TouchLimits {
  /** Touches of one finger before the next one is asked for. */
  readonly touchesPerFingerMax: number;
  /** Touches in all, readable or not, before an officer takes over. */
  readonly touchesMax: number;
}

export const TOUCH_LIMITS: TouchLimits = { touchesPerFingerMax: 2, touchesMax: 4 };

export type TouchVerdict =
  | { readonly outcome: 'match'; readonly threshold: string }
  | {
      readonly outcome: 'again';
      /** The finger to lay on the glass next. */
      readonly finger: FingerPosition;
      /** Whether it is another one than before. */
      readonly isNext: boolean;
      readonly guidance: readonly FingerGuidance[];
      readonly touchesLeft: number;
    }
  | {
      readonly outcome: 'refer';
      readonly reason: 'unreadable' | 'no-match' | 'nothing-enrolled';
      readonly threshold: string;
    };

/**
 * Each finger counts by the best of its touches, each touch by its mean over the enrolled impressions, and fingers add
 * up (scores are log-likelihood ratios). Every further touch raises the bar by the logarithm of the touches compared,
 * so that trying often does not pay: of n touches the false match rate is at most 1 + 1/2 + … + 1/n times that of one.
 * @param enrolled in the order in which fingers are asked for
 * @throws RoomError FIELD_INVALID for a touch of a finger that is not enrolled, or an enrolled finger without reference
 */
export function judgeTouches(
  touches: readonly FingerTouch[],
  enrolled: readonly EnrolledFinger[],
  threshold: FingerThreshold,
  limits: TouchLimits = TOUCH_LIMITS,
): TouchVerdict {
  if (isMatch(touches, enrolled, threshold)) return { outcome: 'match', threshold: threshold.id };
  const finger = nextFinger(touches, enrolled, limits);
  if (!finger) return refer(touches, enrolled, threshold);
  const last = touches.at(-1);
  return {
    outcome: 'again',
    finger,
    isNext: last !== undefined && last.finger !== finger,
    guidance: last?.finger === finger && last.reading.outcome !== 'ok' ? last.reading.guidance : [],
    touchesLeft: limits.touchesMax - touches.length,
  };
}

function isMatch(
  touches: readonly FingerTouch[],
  enrolled: readonly EnrolledFinger[],
  threshold: FingerThreshold,
): boolean {
  const best = new Map<FingerPosition, number>();
  let compared = 0;
  for (const { finger, reading } of touches) {
    const references = referencesOf(finger, enrolled);
    if (reading.outcome !== 'ok') continue;
    compared++;
    const score = scoreFinger(prepare(reading.template), references);
    best.set(finger, Math.max(score, best.get(finger) ?? Number.NEGATIVE_INFINITY));
  }
  const sum = [...best.values()].reduce((total, score) => total + score, 0);
  return compared > 0 && sum >= threshold.scoreMin + Math.log(compared);
}

function referencesOf(
  finger: FingerPosition,
  enrolled: readonly EnrolledFinger[],
): readonly SearchTemplate[] {
  const found = enrolled.find((one) => one.finger === finger);
  if (found) return found.references;
  throw new RoomError('FIELD_INVALID', 'finger: this finger of the person is not enrolled.', {
    field: 'finger',
    value: finger,
    expected: 'one of the enrolled fingers',
  });
}

/** The finger just tried while it has touches left, then the first one not tried yet. */
function nextFinger(
  touches: readonly FingerTouch[],
  enrolled: readonly EnrolledFinger[],
  { touchesMax, touchesPerFingerMax }: TouchLimits,
): FingerPosition | undefined {
  if (touches.length >= touchesMax) return undefined;
  const countOf = (finger: FingerPosition) => touches.filter((touch) => touch.finger === finger).length;
  const last = touches.at(-1)?.finger;
  if (last !== undefined && countOf(last) < touchesPerFingerMax) return last;
  return enrolled.find(({ finger }) => countOf(finger) === 0)?.finger;
}

function refer(
  touches: readonly FingerTouch[],
  enrolled: readonly EnrolledFinger[],
  { id }: FingerThreshold,
): TouchVerdict {
  if (enrolled.length === 0) return { outcome: 'refer', reason: 'nothing-enrolled', threshold: id };
  const wasReadable = touches.some(({ reading }) => reading.outcome === 'ok');
  return { outcome: 'refer', reason: wasReadable ? 'no-match' : 'unreadable', threshold: id };
}
