/** What the gallery and its worker threads say to each other. */
import type { ErrorCode } from '../../kernel/index.ts';
import type { ImpostorCounts } from './gallery.ts';
import type { Candidate } from './outcome.ts';
import type { SearchThresholds } from './thresholds.ts';

/** What a shard is started with. */
export interface ShardSettings {
  readonly dims: number;
  readonly capacityMax: number;
  readonly thresholds: SearchThresholds;
  /** Of the draws of impostors. */
  readonly seed: number;
}

export type ShardCommand =
  | {
      readonly kind: 'enrol';
      readonly ids: readonly string[];
      /** A group for each id; undefined for the default one. */
      readonly groups: readonly (string | undefined)[];
      /** One after the other, `dims` values each; zeroed once taken over. */
      readonly templates: Int8Array;
    }
  | { readonly kind: 'revoke'; readonly id: string }
  | { readonly kind: 'search'; readonly probe: Int8Array; readonly groups: readonly string[] | undefined }
  | {
      readonly kind: 'count-false-matches';
      readonly probe: Int8Array;
      readonly exceptId: string;
      readonly comparisons: number;
    }
  | { readonly kind: 'begin-renewal' }
  | { readonly kind: 'end-renewal' }
  | { readonly kind: 'close' };

export interface ShardAnswer {
  readonly people: number;
  readonly templates: number;
  /** Of a revocation: whether there was somebody. */
  readonly found: boolean;
  /** Of the end of a renewal: who is gone. */
  readonly gone: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly impostors: ImpostorCounts;
}

export interface ShardRequest {
  readonly seq: number;
  readonly command: ShardCommand;
}

export type ShardReply =
  | { readonly seq: number; readonly answer: ShardAnswer }
  | { readonly seq: number; readonly error: { readonly code: ErrorCode; readonly message: string } };
