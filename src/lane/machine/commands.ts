import type { GateName, ScreenContent, SignalState } from '../../devices/index.ts';
import type { TravellerId } from '../../kernel/index.ts';
import type { CapturePlace, TimerName } from './events.ts';
import type { LaneReason } from './reasons.ts';
import type { PassageOutcome } from './state.ts';

export type ClearanceBasis = 'automatic' | 'officer';

/** What the machine wants done; another file does it. */
export type LaneCommand =
  | { readonly kind: 'begin-passage' }
  | {
      readonly kind: 'end-passage';
      readonly outcome: PassageOutcome;
      readonly reasons: readonly LaneReason[];
      readonly lawReasons: readonly string[];
    }
  | { readonly kind: 'open-gate'; readonly gate: GateName }
  | { readonly kind: 'close-gate'; readonly gate: GateName }
  | { readonly kind: 'show'; readonly content: ScreenContent }
  | { readonly kind: 'signal'; readonly signal: SignalState }
  /** Begins a new collection of face captures, dropping the old. */
  | { readonly kind: 'capture-face'; readonly place: CapturePlace }
  | { readonly kind: 'stop-face' }
  | { readonly kind: 'identify' }
  | { readonly kind: 'decide'; readonly traveller: TravellerId }
  /** Asks which finger of this traveller to ask for first. */
  | { readonly kind: 'choose-finger'; readonly traveller: TravellerId }
  | { readonly kind: 'capture-finger' }
  | { readonly kind: 'stop-finger' }
  | { readonly kind: 'verify'; readonly traveller: TravellerId }
  | { readonly kind: 'record-clearance'; readonly traveller: TravellerId; readonly basis: ClearanceBasis }
  /** Gives back a clearance nobody left with; null: whatever the passage may have been given unheard. */
  | { readonly kind: 'void-clearance'; readonly clearance: string | null; readonly serial: number }
  | { readonly kind: 'complete-crossing'; readonly clearance: string }
  | { readonly kind: 'offer-receipt' }
  | {
      readonly kind: 'record-referral';
      readonly reasons: readonly LaneReason[];
      readonly lawReasons: readonly string[];
    }
  | { readonly kind: 'call-officer'; readonly reason: LaneReason }
  | { readonly kind: 'start-timer'; readonly timer: TimerName; readonly ms: number }
  | { readonly kind: 'cancel-timer'; readonly timer: TimerName }
  /** Something worth keeping that changes nothing. */
  | { readonly kind: 'note'; readonly about: string };

export type LaneCommandKind = LaneCommand['kind'];
