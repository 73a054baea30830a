/** A lane as the rest of the house sees it. */
import type {
  Camera,
  FingerReader,
  Gate,
  GatePosition,
  Light,
  Occupancy,
  OccupancyReading,
  Printer,
  PrintJob,
  PrintOutcome,
  Screen,
  ScreenContent,
  Signal,
  Unsubscribe,
} from '../devices/index.ts';
import type { Clock, FillRandom, Instant, LaneId, PassageId, TravellerId } from '../kernel/index.ts';
import type { Direction, LaneCollaborators } from './collaborators.ts';
import type {
  ConditionKind,
  LaneConfig,
  LaneFault,
  LaneReason,
  LaneState,
  PassageOutcome,
} from './machine/index.ts';

export interface LaneDevices {
  readonly camera: Camera;
  /** The camera inside; the approach camera serves both where there is one only. */
  readonly chamberCamera?: Camera;
  readonly entry: Gate;
  readonly exit: Gate;
  readonly fingerReader: FingerReader;
  readonly occupancy: Occupancy;
  readonly screen: Screen;
  readonly signal: Signal;
  readonly printer?: Printer;
}

export interface LaneOptions<Capture> {
  readonly id: LaneId;
  readonly port: string;
  readonly direction: Direction;
  readonly config: LaneConfig;
  readonly clock: Clock;
  readonly devices: LaneDevices;
  readonly collaborators: LaneCollaborators<Capture>;
  readonly runner?: Partial<RunnerConfig>;
  /** Measures computing; the clock itself unless that one is scaled. */
  readonly stopwatch?: Pick<Clock, 'elapsed'>;
  /** Fills ids; the platform's unless a world is replayed. */
  readonly fillRandom?: FillRandom;
}

/** All in milliseconds, unless named otherwise. */
export interface RunnerConfig {
  /** Between two frames that are looked at. */
  readonly frameEveryMs: number;
  /** A camera without any sign of life for so long has failed. */
  readonly cameraSilenceMsMax: number;
  readonly faceReadMsMax: number;
  /** Readings of a face that may fail in a row before the camera counts as failed. */
  readonly faceReadFailuresMax: number;
  readonly gateReplyMsMax: number;
  readonly screenMsMax: number;
  readonly openMsMax: number;
  /** Between two attempts at a device that did not open, or does not show. */
  readonly probeMs: number;
  readonly storeMsMax: number;
  readonly storeRetryMs: number;
  /** Entries. */
  readonly journalLengthMax: number;
}

export const DEFAULT_RUNNER_CONFIG: RunnerConfig = {
  frameEveryMs: 150,
  cameraSilenceMsMax: 3_000,
  faceReadMsMax: 3_000,
  faceReadFailuresMax: 3,
  gateReplyMsMax: 1_000,
  screenMsMax: 1_000,
  openMsMax: 5_000,
  probeMs: 5_000,
  storeMsMax: 4_000,
  storeRetryMs: 1_000,
  journalLengthMax: 1_000,
};

export type StepName =
  | 'read-face'
  | 'identify'
  | 'decide'
  | 'verify-face'
  | 'verify-finger'
  | 'record-clearance'
  | 'complete';

export interface PassageStep {
  readonly name: StepName;
  /** Computing, without any walking or waiting for a person. */
  readonly ms: number;
  /** A closed word of the collaborator (`one`, `match`, …), or `timed-out`, `fault`. */
  readonly outcome: string;
}

export interface PassageResult {
  readonly passage: PassageId;
  readonly lane: LaneId;
  readonly port: string;
  readonly direction: Direction;
  readonly traveller: TravellerId | null;
  readonly outcome: PassageOutcome;
  readonly reasons: readonly LaneReason[];
  /** The law's reasons beside NOT_ELIGIBLE. */
  readonly lawReasons: readonly string[];
  readonly obligations: readonly string[];
  readonly alternatives: readonly string[];
  readonly decisionId: string | null;
  readonly clearance: string | null;
  readonly crossing: string | null;
  readonly steps: readonly PassageStep[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly totalMs: number;
  /** Time in which any collaborator was at work; steps that ran side by side count once. By the stopwatch. */
  readonly computingMs: number;
  /** All the rest: walking, standing, gates. */
  readonly walkMs: number;
  /** From the entry gate's opening to the end; null when it never opened. */
  readonly gateMs: number | null;
}

export interface LaneSnapshot {
  readonly id: LaneId;
  readonly port: string;
  readonly direction: Direction;
  readonly at: Instant;
  readonly condition: ConditionKind;
  readonly screen: ScreenContent | null;
  readonly light: Light;
  readonly gates: { readonly entry: GatePosition; readonly exit: GatePosition };
  readonly occupancy: OccupancyReading;
  readonly passage: {
    readonly id: PassageId;
    readonly traveller: TravellerId | null;
    readonly startedAt: Instant;
    readonly cleared: boolean;
    readonly awaitsGuardian: TravellerId | null;
    readonly reasons: readonly LaneReason[];
    readonly lawReasons: readonly string[];
  } | null;
  readonly faults: readonly LaneFault[];
  readonly closed: boolean;
  readonly officer: LaneState['officer'];
  readonly fingerReader: 'reader' | 'simulated';
}

export interface JournalEntry {
  readonly at: Instant;
  readonly passage: PassageId | null;
  /** What happened, with the particulars that name nobody. */
  readonly event: string;
  /** The condition afterwards. */
  readonly condition: ConditionKind;
  readonly commands: readonly string[];
}

export type LaneNotice =
  | { readonly kind: 'snapshot'; readonly snapshot: LaneSnapshot }
  | { readonly kind: 'passage-ended'; readonly result: PassageResult }
  | { readonly kind: 'officer-called'; readonly reason: LaneReason; readonly passage: PassageId | null }
  | {
      readonly kind: 'receipt-offered';
      readonly passage: PassageId;
      readonly crossing: string;
      readonly receipt: PrintJob | null;
    }
  /** The store will never take this record; somebody must look. */
  | { readonly kind: 'record-refused'; readonly record: string; readonly code: string };

export type OfficerCommand =
  | 'call-acknowledged'
  | 'release-entry'
  /** Only with a durable clearance of the officer's, for an identified person held inside. */
  | 'release-exit'
  | 'flag-secondary'
  | 'reset'
  | 'close'
  | 'open';
export type TravellerInput = 'confirm' | 'not-me' | 'cancel' | 'help';

export interface Lane {
  readonly id: LaneId;
  snapshot(): LaneSnapshot;
  on(listener: (notice: LaneNotice) => void): Unsubscribe;
  /** Opens the devices and begins; a device that does not open leaves the lane out of service, and is tried again. */
  start(): Promise<void>;
  /** Lets anybody inside out at the entry side, then ends. Records not yet durable are tried once more. */
  stop(): Promise<void>;
  /** Oldest first. */
  journal(): readonly JournalEntry[];
  officer(command: OfficerCommand): void;
  traveller(input: TravellerInput): void;
  consentWithdrawn(traveller: TravellerId): void;
  /** D-08: the guardian has passed, or is passing, in this lane group. */
  guardianReady(guardian: TravellerId): void;
  /** R30: false while the wall clock cannot be trusted. */
  trustClock(trusted: boolean): void;
  /** Prints the receipt offered last, until the next passage begins. `none`: nothing to print, or no printer. */
  printReceipt(): Promise<PrintOutcome | 'none'>;
}
