import type {
  FingerName,
  GateName,
  GatePosition,
  MaskedIdentity,
  OccupancyReading,
} from '../../devices/index.ts';
import type { TravellerId } from '../../kernel/index.ts';
import type { LaneFault } from './reasons.ts';

export type CapturePlace = 'approach' | 'chamber';
/** Presentation attack detection of one frame (ISO/IEC 30107); `absent`: no detector looked. */
export type PadOutcome = 'passed' | 'failed' | 'absent';
export type Failure = 'timed-out' | 'fault';

/** The law's answer about one traveller, as far as a lane needs it. */
export interface LawFinding {
  readonly admits: boolean;
  readonly reasons: readonly string[];
  readonly alternatives: readonly string[];
  readonly identity: MaskedIdentity;
  /** D-08: true while the linked guardian has not passed, nor begun to pass, in this lane group. */
  readonly awaitsGuardian: boolean;
}

/** The finger to lay on the glass next. */
export interface FingerAsk {
  readonly finger: FingerName;
  /** What would make this touch better than the last: `press-firmer`, … */
  readonly guidance: readonly string[];
  /** This touch included. */
  readonly touchesLeft: number;
}

/** What follows from the touches so far. There is no refusal: an officer is the last way (A-11, X11). */
export type FingerVerdict =
  | { readonly kind: 'match' }
  | { readonly kind: 'again'; readonly ask: FingerAsk }
  | { readonly kind: 'refer'; readonly why: 'unreadable' | 'no-match' | 'nothing-enrolled' };

/** Before any touch. */
export type FingerChoice = Exclude<FingerVerdict, { kind: 'match' }>;

/** Answers carry the attempt they belong to, so that a late one is never taken for another person's. */
export type AttemptEvent =
  | { readonly kind: 'identified'; readonly serial: number; readonly traveller: TravellerId }
  | { readonly kind: 'not-recognised'; readonly serial: number }
  | { readonly kind: 'ambiguous'; readonly serial: number }
  | { readonly kind: 'identify-failed'; readonly serial: number; readonly why: Failure }
  | { readonly kind: 'already-in-passage'; readonly serial: number }
  | { readonly kind: 'law-answered'; readonly serial: number; readonly finding: LawFinding }
  | { readonly kind: 'law-failed'; readonly serial: number }
  | { readonly kind: 'guardian-ready'; readonly serial: number }
  | { readonly kind: 'finger-chosen'; readonly serial: number; readonly choice: FingerChoice }
  | { readonly kind: 'finger-captured'; readonly serial: number }
  | { readonly kind: 'finger-failed'; readonly serial: number }
  | {
      readonly kind: 'verified';
      readonly serial: number;
      readonly face: 'match' | 'no-match';
      readonly finger: FingerVerdict;
    }
  | { readonly kind: 'verify-failed'; readonly serial: number; readonly why: Failure }
  | { readonly kind: 'clearance-recorded'; readonly serial: number; readonly clearance: string }
  | { readonly kind: 'clearance-failed'; readonly serial: number }
  | { readonly kind: 'crossing-completed'; readonly serial: number };

export type FaceEvent =
  | { readonly kind: 'face-lost'; readonly place: CapturePlace }
  | { readonly kind: 'face-guided'; readonly place: CapturePlace; readonly guidance: readonly string[] }
  | { readonly kind: 'faces-several'; readonly place: CapturePlace }
  | { readonly kind: 'face-captured'; readonly place: CapturePlace; readonly pad: PadOutcome };

export type DeviceEvent =
  | {
      readonly kind: 'started';
      readonly entry: GatePosition;
      readonly exit: GatePosition;
      readonly occupancy: OccupancyReading;
    }
  | { readonly kind: 'gate-moved'; readonly gate: GateName; readonly position: GatePosition }
  | { readonly kind: 'gate-refused'; readonly gate: GateName }
  | { readonly kind: 'gate-forced'; readonly gate: GateName }
  | { readonly kind: 'occupancy-changed'; readonly reading: OccupancyReading }
  | { readonly kind: 'device-failed'; readonly device: LaneFault }
  | { readonly kind: 'device-recovered'; readonly device: LaneFault };

export type PersonEvent =
  | { readonly kind: 'traveller-confirmed' }
  | { readonly kind: 'traveller-denied' }
  | { readonly kind: 'traveller-cancelled' }
  | { readonly kind: 'help-asked' }
  | { readonly kind: 'consent-withdrawn'; readonly traveller: TravellerId };

export type OfficerEvent =
  | { readonly kind: 'officer-acknowledged' }
  | { readonly kind: 'entry-release-ordered' }
  | { readonly kind: 'exit-release-ordered' }
  | { readonly kind: 'secondary-flagged' }
  | { readonly kind: 'reset-ordered' }
  | { readonly kind: 'lane-closed' }
  | { readonly kind: 'lane-opened' };

/** `step`: the present condition lasts too long; `settle`: long enough; `officer`, `release`: a body is inside too long. */
export type TimerName = 'step' | 'settle' | 'officer' | 'release';
export type TimerEvent = { readonly kind: 'timer-fired'; readonly timer: TimerName };

export type LaneEvent = AttemptEvent | FaceEvent | DeviceEvent | PersonEvent | OfficerEvent | TimerEvent;
export type LaneEventKind = LaneEvent['kind'];
