/** Two ways to the same store: quick for what a lane waits on, patient for imports and whole-table walks. */
import type { Kysely } from 'kysely';
import { openPool } from './pool.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export interface Database {
  /** Statements of at most two seconds; enough connections for every lane of a port. */
  readonly quick: Db;
  /** Statements of at most two minutes. */
  readonly patient: Db;
  close(): Promise<void>;
}

export function openDatabase(connectionString: string, role?: string): Database {
  const as = role === undefined ? {} : { role };
  const quick = openPool({ connectionString, connectionsMax: 10, statementMs: 2000, ...as });
  const patient = openPool({ connectionString, connectionsMax: 3, statementMs: 120_000, ...as });
  return {
    quick,
    patient,
    async close() {
      await Promise.all([quick.destroy(), patient.destroy()]);
    },
  };
}
