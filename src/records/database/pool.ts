/** A pool of connections that fails fast, speaks the house's errors, and heals by itself when the server is back. */
import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { RoomError } from '../../kernel/index.ts';
import { storeError } from './store-error.ts';
import type { Tables } from './tables.ts';

export interface PoolOptions {
  readonly connectionString: string;
  readonly connectionsMax: number;
  /** A statement longer than this is given up, by the server and by us. */
  readonly statementMs: number;
  readonly role?: string;
  /** How long a request waits for a connection; two seconds unless stated. */
  readonly connectMs?: number;
}

const CONNECT_MS = 2000;
/** What the server's own time-out is given to arrive before ours counts the server as gone. */
const GRACE_MS = 500;

const INT8 = 20;
const DATE = 1082;

export function openPool(options: PoolOptions): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    application_name: 'kouan',
    max: options.connectionsMax,
    connectionTimeoutMillis: options.connectMs ?? CONNECT_MS,
    statement_timeout: options.statementMs,
    query_timeout: options.statementMs + GRACE_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    options: startOptions(options.role),
    types: { getTypeParser },
  });
  // A connection that breaks, idle or between two statements of a transaction, is dropped; without a listener
  // the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: translating(pool) }) });
}

/** Durable even where the server's own default is not (R1). */
const startOptions = (role: string | undefined): string =>
  `-c synchronous_commit=on -c timezone=UTC${role === undefined ? '' : ` -c role=${role}`}`;

/** Instants fit a double exactly; days stay text. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  if (oid === DATE) return String;
  return pg.types.getTypeParser(oid, format);
}

function translating(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      try {
        return translatingClient(await pool.connect());
      } catch (error) {
        throw storeError(error);
      }
    },
    end: () => pool.end(),
  };
}

function translatingClient(client: pg.PoolClient): PostgresPoolClient {
  const driver: PostgresPoolClient = client;
  let broken = false;
  async function run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      return await driver.query<R>(text, parameters);
    } catch (error) {
      const known = storeError(error);
      // A connection that timed out may still be busy with its statement: the next one must not wait behind it.
      broken ||= known.code === 'STORE_UNAVAILABLE';
      throw known;
    }
  }
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    statement: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof statement === 'string') return run<R>(statement, parameters);
    throw new RoomError('INTERNAL', 'This store reads without cursors.');
  }
  return { query, release: () => client.release(broken) };
}
