/**
 * Whom a lane asks, as small interfaces that the host injects. `Capture` is whatever the face reader makes of a frame:
 * the lane carries it from one collaborator to the next and never looks inside. No score crosses any of them.
 */
import type { MaskedIdentity, PrintJob } from '../devices/index.ts';
import type { Frame, GreyImage, Instant, LaneId, PassageId, TravellerId } from '../kernel/index.ts';
import type {
  CapturePlace,
  ClearanceBasis,
  FingerChoice,
  FingerVerdict,
  LaneReason,
  PadOutcome,
} from './machine/index.ts';

export type Direction = 'exit' | 'entry';

export type FaceReading<Capture> =
  | { readonly kind: 'no-face' }
  | { readonly kind: 'several-faces' }
  /** What the person should do: `closer`, `left`, `light`, … */
  | { readonly kind: 'poor'; readonly guidance: readonly string[] }
  | { readonly kind: 'ok'; readonly capture: Capture; readonly pad: PadOutcome };

export interface FaceReader<Capture> {
  read(frame: Frame, place: CapturePlace): Promise<FaceReading<Capture>>;
}

export type Identification =
  | { readonly kind: 'one'; readonly traveller: TravellerId }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

export interface Identifier<Capture> {
  identify(captures: readonly Capture[]): Promise<Identification>;
}

export interface LawContext {
  readonly lane: LaneId;
  readonly port: string;
  readonly direction: Direction;
  readonly at: Instant;
}

export interface LawAnswer {
  readonly admits: boolean;
  /** Eligible once a registration has been made at the collection point. */
  readonly afterEnrolment?: boolean;
  readonly reasons: readonly string[];
  readonly decisionId?: string;
  readonly obligations: readonly string[];
  /** Other ways, always named when the lane does not admit. */
  readonly alternatives: readonly string[];
  readonly identity: MaskedIdentity;
  /** D-08: the guardian who must pass, or begin to, in this lane group before the entry opens for this minor. */
  readonly awaitsGuardian?: TravellerId;
}

export interface Law {
  decide(traveller: TravellerId, context: LawContext): Promise<LawAnswer>;
}

/** One touch of the finger that was asked for last. */
export interface Touch {
  readonly passage: PassageId;
  readonly traveller: TravellerId;
  readonly image: GreyImage;
}

export interface Verifier<Capture> {
  verifyFace(traveller: TravellerId, captures: readonly Capture[]): Promise<'match' | 'no-match'>;
  /** Which finger to ask for first; `refer` when the person has none on file. */
  firstFinger(traveller: TravellerId): Promise<FingerChoice>;
  /** Judges this touch together with the passage's touches before it. */
  verifyFinger(touch: Touch): Promise<FingerVerdict>;
  /** The passage is over: nothing of its touches stays. */
  forgetTouches(passage: PassageId): void;
}

export interface ClearanceRequest {
  /** Idempotency key (T17): the same key never makes a second clearance. */
  readonly key: string;
  readonly passage: PassageId;
  readonly lane: LaneId;
  readonly port: string;
  readonly direction: Direction;
  readonly traveller: TravellerId;
  readonly basis: ClearanceBasis;
  readonly decisionId: string | null;
  readonly at: Instant;
}

export interface VoidRequest {
  /** The key of the clearance that is given back, which the store may never have heard of. */
  readonly key: string;
  /** The clearance, if its answer arrived. */
  readonly clearance: string | null;
  readonly passage: PassageId;
  readonly lane: LaneId;
  readonly at: Instant;
}

export interface CompletionRequest {
  readonly clearance: string;
  readonly passage: PassageId;
  readonly lane: LaneId;
  readonly at: Instant;
}

export interface Completion {
  readonly crossing: string;
  /** E-06: the receipt as a printer needs it. */
  readonly receipt?: PrintJob;
}

export interface ReferralRequest {
  readonly passage: PassageId;
  readonly lane: LaneId;
  readonly traveller: TravellerId | null;
  readonly reasons: readonly LaneReason[];
  readonly lawReasons: readonly string[];
  readonly at: Instant;
}

export interface NoteRequest {
  readonly passage: PassageId | null;
  readonly lane: LaneId;
  /** A code: `forced-entry`, `officer-called:TIMED_OUT`, `consent-withdrawn`. */
  readonly about: string;
  readonly at: Instant;
}

/**
 * Every promise resolves only when its record is durable (fsync), and each call may come twice: the runner repeats what
 * was not answered, all but `recordClearance`, which it gives back instead.
 */
export interface Recorder {
  recordClearance(request: ClearanceRequest): Promise<{ readonly clearance: string }>;
  voidClearance(request: VoidRequest): Promise<void>;
  complete(request: CompletionRequest): Promise<Completion>;
  referral(request: ReferralRequest): Promise<void>;
  note(request: NoteRequest): Promise<void>;
}

/** One traveller, one lane. */
export interface Presence {
  /** False when another lane holds this traveller; claiming again for the same lane is true. */
  claim(traveller: TravellerId, lane: LaneId): boolean;
  release(traveller: TravellerId, lane: LaneId): void;
}

export interface LaneCollaborators<Capture> {
  readonly faceReader: FaceReader<Capture>;
  readonly identifier: Identifier<Capture>;
  readonly law: Law;
  readonly verifier: Verifier<Capture>;
  readonly recorder: Recorder;
  readonly presence: Presence;
}
