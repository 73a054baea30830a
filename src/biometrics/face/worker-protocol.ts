/** What the face worker and its owner say to each other. */
import type { ErrorCode } from '../../kernel/index.ts';
import type { FaceModel, FacePurpose, FaceReading } from './reading.ts';

/** Given to the worker at its start. */
export interface FaceWorkerSetup {
  readonly modelsDir: string;
  readonly descriptor?: string;
  readonly detector?: string;
  readonly threads: number;
}

export interface FaceRequest {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly purpose: FacePurpose;
}

/** Errors cross threads as their parts: an instance would arrive without its class. */
export interface SentError {
  readonly code: ErrorCode;
  readonly message: string;
}

export type FaceReply =
  | { readonly kind: 'ready'; readonly model: FaceModel }
  | { readonly kind: 'start-failed'; readonly error: SentError }
  | { readonly kind: 'read'; readonly id: number; readonly reading: FaceReading }
  | { readonly kind: 'read-failed'; readonly id: number; readonly error: SentError };
