/** A notice: that something happened to a case. What it says is made when it is sent; nothing of a person is kept in it. */
import type { Instant, Language } from '../kernel/index.ts';

export const NOTICE_KINDS = [
  'case-received',
  'case-granted',
  'case-refused',
  'case-returned',
  'case-ends-soon',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export interface WaitingNotice {
  readonly id: string;
  readonly account: string;
  readonly language: Language;
  readonly kind: NoticeKind;
  /** Absent when the case is gone. */
  readonly case?: { readonly id: string; readonly service: string };
}

/** What a browser gives when somebody wants to be told through it (W3C Push API). */
export interface PushSubscription {
  /** An address of the browser's push service. */
  readonly endpoint: string;
  /** Base64url, as the browser gives them. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Where a holder is told. */
export interface Ways {
  readonly mobile?: string;
  readonly email?: string;
  readonly subscriptions: readonly PushSubscription[];
}

/** The records room is one such store. */
export interface NoticeStore {
  /**
   * Takes what is due, at most `most`. What was taken comes up again after a while that grows with every try, unless
   * `delivered` is said before: so a process that dies between the two sends twice rather than never.
   */
  take(most: number): Promise<WaitingNotice[]>;
  delivered(id: string, at: Instant): Promise<void>;
  waysOf(account: string): Promise<Ways>;
  /** At most ten an account: the oldest goes. */
  subscribe(account: string, subscription: PushSubscription): Promise<void>;
  /** Without an endpoint all of the account. */
  unsubscribe(account: string, endpoint?: string): Promise<void>;
}
