/**
 * The one error type of the house. A room throws it when a contract is broken (bad configuration,
 * unreadable input, a fault of ours); expected outcomes are values, never errors.
 */

/** Every code an error of ours can carry. Closed on purpose: callers branch on it, nobody parses text. */
export const ERROR_CODES = [
  'FIELD_INVALID',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'RATE_LIMITED',
  'IMAGE_UNREADABLE',
  'IMAGE_TOO_LARGE',
  'MODEL_MISMATCH',
  'TEMPLATE_INVALID',
  'TEMPLATE_TAMPERED',
  'CONSENT_MISSING',
  'GALLERY_FULL',
  'RULES_INVALID',
  'RULES_NOT_LOADED',
  'DEVICE_FAULT',
  'STORE_UNAVAILABLE',
  'STORE_NEWER_VERSION',
  'STORE_CONFLICT',
  'DISK_FULL',
  'KEYS_MISSING',
  'PORT_TAKEN',
  'CONFIG_INVALID',
  'ALREADY_RUNNING',
  'CANCELLED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a person needs to mend it: which field, what was wrong, what would be right. */
export interface ErrorFacts {
  readonly field?: string;
  readonly value?: unknown;
  readonly expected?: string;
  readonly [fact: string]: unknown;
}

export class RoomError extends Error {
  override readonly name = 'RoomError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

export const isRoomError = (value: unknown): value is RoomError => value instanceof RoomError;

/** A named field is wrong: says which, what came, what would be right. */
export function fieldInvalid(field: string, value: unknown, expected: string): RoomError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value).slice(0, 60);
  return new RoomError('FIELD_INVALID', `${field}: ${shown} is not ${expected}.`, { field, value, expected });
}

/** For switches over closed unions: the compiler proves that this is never reached. */
export function unreachable(value: never): never {
  throw new RoomError('INTERNAL', `Unexpected value: ${JSON.stringify(value)}`);
}
