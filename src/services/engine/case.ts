/** A case: one person's request of one service, from its first answer to its end. */

import type { CredentialKind, FactsOf } from '../../credentials/index.ts';
import type { Id, Instant, Texts } from '../../kernel/index.ts';
import type { Decision } from '../../policy/index.ts';
import type { Answers } from './form.ts';

export type CaseId = Id<'case'>;

/** `proposed`: one officer has decided, a second one must agree (four eyes). `returned`: the holder is asked for more. */
export const CASE_STATES = [
  'draft',
  'in-review',
  'returned',
  'proposed',
  'granted',
  'refused',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export type CaseAction =
  | 'save'
  | 'grant-by-law'
  | 'refuse-by-law'
  | 'send-to-officer'
  | 'return'
  | 'propose'
  | 'agree'
  | 'disagree'
  | 'withdraw'
  /** The holder changes what was granted: it is asked for anew, with the same answers. */
  | 'reopen';

const TABLE: Readonly<Record<CaseState, Partial<Record<CaseAction, CaseState | 'as-proposed'>>>> = {
  draft: {
    save: 'draft',
    'grant-by-law': 'granted',
    'refuse-by-law': 'refused',
    'send-to-officer': 'in-review',
    withdraw: 'withdrawn',
  },
  'in-review': { return: 'returned', propose: 'proposed', withdraw: 'withdrawn' },
  returned: {
    save: 'returned',
    'send-to-officer': 'in-review',
    'grant-by-law': 'granted',
    'refuse-by-law': 'refused',
    withdraw: 'withdrawn',
  },
  proposed: { agree: 'as-proposed', disagree: 'in-review', withdraw: 'withdrawn' },
  granted: { withdraw: 'withdrawn', reopen: 'draft' },
  refused: {},
  withdrawn: {},
};

/** The state after an action, or undefined when it cannot be done now. */
export function stateAfter(
  state: CaseState,
  action: CaseAction,
  proposed?: 'grant' | 'refuse',
): CaseState | undefined {
  const next = TABLE[state][action];
  if (next !== 'as-proposed') return next;
  return proposed === undefined ? undefined : proposed === 'grant' ? 'granted' : 'refused';
}

export const isOpen = (state: CaseState): boolean => state === 'draft' || state === 'returned';

/** A line of what was granted, as `Valid until` → `2026-03-27 24:00`. */
export interface Row {
  readonly label: Texts;
  readonly value: string | Texts;
}

/** What the holder gets. */
export interface Grant {
  readonly rows: readonly Row[];
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
  /** What is signed for verifiers; its text comes back as `Credential`. */
  readonly order?: CredentialOrder;
  /** Whether the result can be had as a signed letter (PDF). */
  readonly letter?: boolean;
  readonly booking?: Booking;
  /** A code that changes is shown instead of a credential (F-06). */
  readonly rotating?: true;
  /** Counted against the holder's quota, in the same transaction. */
  readonly use?: string;
  /** What happens next, in order. */
  readonly next: readonly Texts[];
  /** What to bring or carry. */
  readonly bring?: readonly Texts[];
  /** Drawn above the rows, where what counts is time. */
  readonly timeline?: Timeline;
  /** When the holder is to be reminded of it. */
  readonly remindAt?: Instant;
}

/** A span of time with what happens in it, in the order of time. */
export interface Timeline {
  readonly from: Instant;
  readonly to: Instant;
  readonly marks: readonly TimelineMark[];
}

export interface TimelineMark {
  readonly at: Instant;
  readonly label: Texts;
  /** `limit`: what must have happened by then. */
  readonly kind?: 'limit';
}

/** An order to the issuer: which credential, for how long, saying what. */
export type CredentialOrder = {
  readonly [Kind in CredentialKind]: {
    readonly kind: Kind;
    readonly validFrom: Instant;
    readonly validUntil: Instant;
    readonly facts: FactsOf<Kind>;
  };
}[CredentialKind];

export interface Credential {
  readonly kind: CredentialOrder['kind'];
  readonly id: string;
  /** What the QR holds. */
  readonly text: string;
}

export interface Booking {
  readonly calendar: string;
  readonly at: string;
}

export interface Proposal {
  readonly officer: string;
  readonly outcome: 'grant' | 'refuse';
  readonly reason: string;
}

/** The sealed part of a case: only the holder and the officers who handle it read it. */
export interface CaseBody {
  readonly answers: Answers;
  readonly decision?: Decision;
  readonly grant?: Grant;
  readonly credential?: Credential;
  readonly proposal?: Proposal;
  /** What was said between holder and officer, oldest first. */
  readonly messages: readonly {
    readonly from: 'officer' | 'holder';
    readonly at: Instant;
    readonly text: string;
  }[];
}

export interface CaseFile {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  readonly pages: number;
  readonly addedAt: Instant;
}

export interface CaseEvent {
  readonly at: Instant;
  readonly action: CaseAction | 'open' | 'add-file' | 'remove-file';
  /** `holder`, `law` or an officer's id. */
  readonly actor: string;
  readonly state: CaseState;
  /** Closed codes, never free text: an event is kept in clear. */
  readonly reasons: readonly string[];
}

export interface CaseRecord {
  readonly id: CaseId;
  readonly service: string;
  readonly account: string;
  readonly traveller?: string;
  readonly state: CaseState;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** The day by which it must be decided or acted on. */
  readonly dueOn?: string;
  /** The officer who answers for it (U-08). */
  readonly owner?: string;
  readonly body: CaseBody;
  readonly files: readonly CaseFile[];
  readonly events: readonly CaseEvent[];
}
