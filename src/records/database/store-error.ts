/** One table from what Postgres and its driver say to the codes of the house. */
import { type ErrorCode, isRoomError, RoomError } from '../../kernel/index.ts';

const UNAVAILABLE =
  'The store does not answer. Nothing was recorded; it is tried again with the next request.';
const FULL =
  'The disk of the store is full, so nothing can be recorded. Free some space; acknowledged records are safe.';

/** Prefixes of SQLSTATE (PostgreSQL manual, appendix A); the longest that fits wins by standing first. */
const BY_SQL_STATE: readonly (readonly [prefix: string, code: ErrorCode, text: string])[] = [
  ['53100', 'DISK_FULL', FULL],
  ['23503', 'STORE_CONFLICT', 'The record refers to something that is not in the store.'],
  ['23505', 'ALREADY_EXISTS', 'The record is in the store already.'],
  ['23', 'STORE_CONFLICT', 'The record breaks a rule of the store.'],
  ['40', 'STORE_CONFLICT', 'Another request changed the same record; try again.'],
  ['42501', 'NOT_ALLOWED', 'The store does not allow this change: its records are only appended to.'],
  ['57', 'STORE_UNAVAILABLE', UNAVAILABLE],
  ['53', 'STORE_UNAVAILABLE', UNAVAILABLE],
  ['58', 'STORE_UNAVAILABLE', UNAVAILABLE],
  ['08', 'STORE_UNAVAILABLE', UNAVAILABLE],
  ['28', 'STORE_UNAVAILABLE', 'The store refuses the sign-in given in DATABASE_URL.'],
  ['3D', 'STORE_UNAVAILABLE', 'The store has no database of the name given in DATABASE_URL.'],
];

const NETWORK = /^(?:E[A-Z]+)$/;
const BROKEN_CONNECTION =
  /Connection terminated|timeout|Client has encountered a connection error|not queryable|Cannot use a pool/i;

/** The cause is kept for the log's code; the driver's text may carry values, so it is not in the message. */
export function storeError(error: unknown): RoomError {
  if (isRoomError(error)) return error;
  const { code, message, constraint } = describe(error);
  const known = BY_SQL_STATE.find(([prefix]) => /^[0-9A-Z]{5}$/.test(code) && code.startsWith(prefix));
  if (known) return new RoomError(known[1], known[2], { sqlState: code, constraint });
  if (code === 'ENOSPC') return new RoomError('DISK_FULL', FULL);
  if (NETWORK.test(code) || BROKEN_CONNECTION.test(message)) {
    return new RoomError('STORE_UNAVAILABLE', UNAVAILABLE, { reason: code || message });
  }
  return new RoomError('INTERNAL', 'The store refused a statement of ours.', { sqlState: code }, error);
}

function describe(error: unknown): { code: string; message: string; constraint?: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: error.message,
    ...(typeof constraint === 'string' && { constraint }),
  };
}
