import type {
  GateAction,
  GateName,
  GatePosition,
  MaskedIdentity,
  OccupancyReading,
} from '../../devices/index.ts';
import type { TravellerId } from '../../kernel/index.ts';
import type { FingerAsk } from './events.ts';
import type { LaneFault, LaneReason } from './reasons.ts';

/** Where a lane is in a passage. */
export type Condition =
  | { readonly kind: 'out-of-service' }
  /** Both gates are being closed and the chamber proved empty, before anything else begins. */
  | { readonly kind: 'closing-up' }
  | { readonly kind: 'free' }
  | {
      readonly kind: 'awaiting-face';
      readonly captures: number;
      readonly last: LastFace;
      readonly guidance: string;
    }
  | { readonly kind: 'identifying' }
  | { readonly kind: 'deciding' }
  | { readonly kind: 'awaiting-confirmation' }
  | { readonly kind: 'awaiting-guardian' }
  | { readonly kind: 'entry-opening' }
  | { readonly kind: 'awaiting-entry' }
  | { readonly kind: 'chamber-closing' }
  | { readonly kind: 'checking-occupancy' }
  | {
      readonly kind: 'awaiting-finger';
      /** Whether this touch was read. */
      readonly finger: boolean;
      readonly captures: number;
      /** The same finger as before. */
      readonly isAgain: boolean;
      /** What the face inside needs, as shown last. */
      readonly hints: readonly string[];
    }
  | { readonly kind: 'verifying' }
  | { readonly kind: 'recording' }
  | { readonly kind: 'exit-opening' }
  | { readonly kind: 'awaiting-exit' }
  /** Closing an exit through which nobody went, or ought not to have gone. */
  | { readonly kind: 'exit-closing' }
  | { readonly kind: 'completing' }
  | { readonly kind: 'referred-outside' }
  | { readonly kind: 'referred-inside' }
  /** The entry is open so that whoever is inside walks back out. */
  | { readonly kind: 'releasing-back' }
  /** an officer wants to see this traveller; no fault of anybody. */
  | { readonly kind: 'secondary-inspection'; readonly inside: boolean };

export type ConditionKind = Condition['kind'];
export type LastFace = 'none' | 'guided' | 'several' | 'captured';

/** What the sensors said last, and what the gates were told last. */
export interface World {
  readonly entry: GatePosition;
  readonly exit: GatePosition;
  readonly occupancy: OccupancyReading;
  readonly commanded: Readonly<Record<GateName, GateAction>>;
}

export type PassageOutcome = 'passed' | 'referred' | 'abandoned';

/** One person's attempt. */
export interface Attempt {
  readonly traveller: TravellerId | null;
  readonly identity: MaskedIdentity | null;
  readonly guardian: 'none' | 'awaited' | 'ready';
  readonly lawReasons: readonly string[];
  /** Closed ids of other ways, for the screen. */
  readonly advice: readonly string[];
  /** The finger asked for last; null while nobody has said which. */
  readonly fingerAsk: FingerAsk | null;
  /** Comparisons inside in which the face did not fit. */
  readonly faceMisses: number;
  /** The durable clearance; void once given back. */
  readonly clearance: string | null;
  /** The exit left its closed position after the clearance. */
  readonly exitMoved: boolean;
  /** A gate was forced during this attempt: leaving by the exit proves nothing any more. */
  readonly tainted: boolean;
  /** How it will end, if not by the exit. */
  readonly ending: Exclude<PassageOutcome, 'passed'> | null;
  readonly reasons: readonly LaneReason[];
}

/** Timers of a body inside: `released` once the longest stay was over. */
export type Watch = 'off' | 'on' | 'released';

export interface LaneState {
  readonly condition: Condition;
  readonly world: World;
  /** Counts attempts; answers that belong to an earlier one are stale. */
  readonly serial: number;
  readonly attempt: Attempt | null;
  readonly faults: readonly LaneFault[];
  /** Closed by an officer, from the end of the present attempt on. */
  readonly closed: boolean;
  readonly watch: Watch;
  readonly officer: 'none' | 'called' | 'acknowledged';
}

export const NEW_ATTEMPT: Attempt = {
  traveller: null,
  identity: null,
  guardian: 'none',
  lawReasons: [],
  advice: [],
  fingerAsk: null,
  faceMisses: 0,
  clearance: null,
  exitMoved: false,
  tainted: false,
  ending: null,
  reasons: [],
};

/** Before the sensors spoke nothing is known: no gate counts as closed, and the chamber not as empty. */
export const INITIAL_STATE: LaneState = {
  condition: { kind: 'out-of-service' },
  world: {
    entry: 'jammed',
    exit: 'jammed',
    occupancy: { kind: 'unknown' },
    commanded: { entry: 'close', exit: 'close' },
  },
  serial: 0,
  attempt: null,
  faults: [],
  closed: false,
  watch: 'off',
  officer: 'none',
};

export const bodiesAre = (state: LaneState, bodies: number): boolean => {
  const { occupancy } = state.world;
  return occupancy.kind === 'agreed' && occupancy.bodies === bodies;
};

export const bothClosed = ({ world }: LaneState): boolean =>
  world.entry === 'closed' && world.exit === 'closed';

/** Where the person of the attempt is, as far as gates matter. */
export type Place = 'nowhere' | 'outside' | 'threshold' | 'inside' | 'cleared';

const PLACES: Readonly<Record<ConditionKind, Place>> = {
  'out-of-service': 'nowhere',
  'closing-up': 'nowhere',
  free: 'outside',
  'awaiting-face': 'outside',
  identifying: 'outside',
  deciding: 'outside',
  'awaiting-confirmation': 'outside',
  'awaiting-guardian': 'outside',
  'entry-opening': 'threshold',
  'awaiting-entry': 'threshold',
  'chamber-closing': 'inside',
  'checking-occupancy': 'inside',
  'awaiting-finger': 'inside',
  verifying: 'inside',
  recording: 'inside',
  'exit-opening': 'cleared',
  'awaiting-exit': 'cleared',
  'exit-closing': 'nowhere',
  completing: 'nowhere',
  'referred-outside': 'nowhere',
  'referred-inside': 'nowhere',
  'releasing-back': 'nowhere',
  'secondary-inspection': 'nowhere',
};

/** `nowhere`: the attempt is over or being broken off, its ending is settled. */
export const placeOf = (state: LaneState): Place => PLACES[state.condition.kind];
