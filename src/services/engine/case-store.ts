/** What the desk needs kept; the records room is one such store. */
import type { Instant } from '../../kernel/index.ts';
import type {
  Booking,
  CaseAction,
  CaseBody,
  CaseEvent,
  CaseFile,
  CaseId,
  CaseRecord,
  CaseState,
} from './case.ts';

/** Whose eyes: row security lets a holder see own cases only, an officer all that left the holder's hands. */
export type CaseViewer = { readonly account: string } | { readonly officer: string };

export interface NewCase {
  readonly service: string;
  readonly account: string;
  readonly traveller?: string;
  /** Made by the page: the same key twice is one case. */
  readonly key: string;
  readonly body: CaseBody;
}

export interface CaseChange {
  readonly state: CaseState;
  readonly body: CaseBody;
  readonly event: Pick<CaseEvent, 'actor' | 'reasons'> & { readonly action: CaseAction };
  readonly dueOn?: string;
  readonly owner?: string;
  /** Counted in the same transaction. */
  readonly use?: { readonly kind: string; readonly holder: string };
  /** Booked in the same transaction; a full slot is STORE_CONFLICT with the field `slot`, and nothing is changed. */
  readonly booking?: Booking & { readonly capacity: number };
  /** What was issued for it, so that it can be revoked. */
  readonly credential?: { readonly id: string; readonly validUntil: Instant };
  /** What was issued before its end counts no more: verifiers hear of it with the next key list. */
  readonly revoke?: boolean;
  /** Gives a slot back. */
  readonly freeBooking?: boolean;
  /** Handed to delivery in the same transaction. */
  readonly notice?: string;
}

export interface Locked {
  readonly record: CaseRecord;
  /** Instants at which the holder used up one of a kind; read under the holder's lock, so that a count is true until the commit. */
  uses(kind: string, holder: string): Promise<readonly Instant[]>;
}

export interface CaseFilter {
  readonly service?: string;
  readonly states?: readonly CaseState[];
  readonly limit?: number;
}

export interface CaseStore {
  open(input: NewCase): Promise<CaseRecord>;
  /** Undefined for what does not exist and for what this viewer may not see alike. */
  get(id: string, viewer: CaseViewer): Promise<CaseRecord | undefined>;
  /** Newest first for a holder; nearest deadline first for an officer. */
  list(viewer: CaseViewer, filter: CaseFilter): Promise<CaseRecord[]>;
  /** One change at a time: the case is locked from reading to commit. Undefined as `get`; a change of undefined leaves it as it is. */
  change(
    id: string,
    viewer: CaseViewer,
    decide: (locked: Locked) => Promise<CaseChange | undefined>,
  ): Promise<CaseRecord | undefined>;
  addFile(id: CaseId, viewer: CaseViewer, file: CaseFile, content: Uint8Array): Promise<void>;
  file(
    id: CaseId,
    viewer: CaseViewer,
    file: string,
  ): Promise<{ file: CaseFile; content: Uint8Array } | undefined>;
  removeFile(id: CaseId, viewer: CaseViewer, file: string): Promise<void>;
  /** Ids of credentials that were revoked and would still hold. */
  revoked(): Promise<readonly string[]>;
  /** Seats taken by slot. */
  taken(calendar: string, from: string, to: string): Promise<ReadonlyMap<string, number>>;
}
