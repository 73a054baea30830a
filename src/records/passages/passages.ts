/** `records.passages`: attempts through a lane, and how each ended. */
import type { Id, Instant } from '../../kernel/index.ts';
import type { NewDecision } from '../decisions.ts';
import type { Store } from '../store.ts';
import { clear } from './clear.ts';
import { endCrossing } from './end-crossing.ts';
import {
  type PassageRow,
  type PassageStats,
  passageStats,
  recentPassages,
  unfinishedCrossings,
} from './overview.ts';
import { refer } from './refer.ts';

export type CrossingId = Id<'crossing'>;

/** One person's attempt through a lane. */
export interface Passage {
  readonly id: string;
  readonly port: string;
  readonly lane: string;
  readonly direction: 'entry' | 'exit';
  readonly startedAt: Instant;
}

export interface Clearance {
  readonly passage: Passage;
  readonly traveller: string;
  /** The document cleared on. */
  readonly document?: string;
  readonly decision?: Omit<NewDecision, 'traveller'>;
  /** The same key is the same clearance, however often it is sent (R28). */
  readonly idempotencyKey: string;
  /** When, by the lane's clock; by the store's unless said. */
  readonly at?: Instant;
}

export interface Cleared {
  readonly crossing: CrossingId;
  readonly clearedAt: Instant;
  /** Whether an earlier call with this key had cleared already. */
  readonly repeated: boolean;
}

export interface Referral {
  readonly passage: Passage;
  readonly traveller?: string;
  /** Codes of the lane or the law; at least one. */
  readonly reasons: readonly string[];
  readonly decision?: Omit<NewDecision, 'traveller'>;
}

export interface Passages {
  /**
   * Clearance, decision and audit leaf as one statement; resolves after its commit is on disk, so that the exit gate
   * may open (R1). Throws STORE_UNAVAILABLE, DISK_FULL, NOT_FOUND, STORE_CONFLICT (the key or the passage cleared somebody else).
   */
  clear(clearance: Clearance): Promise<Cleared>;
  /** The person has left by the exit. Repeating changes nothing; STORE_CONFLICT after a void. */
  complete(crossing: string, at?: Instant): Promise<void>;
  /** The passage broke off after its clearance: it is no crossing. Repeating changes nothing; STORE_CONFLICT after completion. */
  void(crossing: string, reason: string, at?: Instant): Promise<void>;
  /** Hands the passage to an officer; one referral a passage, a repeated call gives the same id. */
  refer(referral: Referral): Promise<string>;
  /** Newest first, without names. */
  recent(limit?: number): Promise<PassageRow[]>;
  stats(options?: { since?: Instant; port?: string }): Promise<PassageStats>;
  /** Clearances that neither completed nor were voided: what a lane reconciles after a power cut. */
  unfinished(): Promise<{ crossing: CrossingId; lane: string; clearedAt: Instant }[]>;
}

export function openPassages(store: Store): Passages {
  return {
    clear: (clearance) => clear(store, clearance),
    complete: (crossing, at) => endCrossing(store, crossing, { outcome: 'completed', at }),
    void: (crossing, reason, at) => endCrossing(store, crossing, { outcome: 'voided', reason, at }),
    refer: (referral) => refer(store, referral),
    recent: (limit = 50) => recentPassages(store, limit),
    stats: (options = {}) => passageStats(store, options),
    unfinished: () => unfinishedCrossings(store),
  };
}
