/** Live fingers against the stored fingers of a person. */
import {
  type EnrolledFinger,
  FINGER_THRESHOLDS,
  type FingerPosition,
  type FingerTouch,
  judgeTouches,
  type SearchTemplate,
  type TouchVerdict,
  verifyFinger,
} from '../../biometrics/index.ts';
import { decodeFinger, readPosition } from './finger-forms.ts';

/** A stranger who passes for somebody by face should fail by finger in all but one of ten thousand cases. */
const FINGER_THRESHOLD = FINGER_THRESHOLDS['finger-fmr-1e-4'];

/** Index fingers lie flat most easily; the hands take turns, since a hurt hand seldom has only one hurt finger. */
const ASKED_IN_ORDER: readonly FingerPosition[] = [
  'right-index',
  'left-index',
  'right-thumb',
  'left-thumb',
  'right-middle',
  'left-middle',
  'right-ring',
  'left-ring',
  'right-little',
  'left-little',
];

export interface StoredFinger {
  readonly position: string;
  readonly bytes: Uint8Array;
}

/** Throws RoomError TEMPLATE_INVALID. */
export function matchesFinger(probe: SearchTemplate, bytes: Uint8Array): boolean {
  return verifyFinger(probe, decodeFinger(bytes), FINGER_THRESHOLD).outcome === 'match';
}

/** The stored fingers in the order in which they are asked for. Throws RoomError TEMPLATE_INVALID. */
export function enrolledOf(stored: readonly StoredFinger[]): EnrolledFinger[] {
  const enrolled = stored.map(({ position, bytes }) => ({
    finger: readPosition(position),
    references: decodeFinger(bytes),
  }));
  const rank = ({ finger }: EnrolledFinger) => ASKED_IN_ORDER.indexOf(finger);
  return enrolled.sort((one, other) => rank(one) - rank(other));
}

export const judge = (touches: readonly FingerTouch[], enrolled: readonly EnrolledFinger[]): TouchVerdict =>
  judgeTouches(touches, enrolled, FINGER_THRESHOLD);
