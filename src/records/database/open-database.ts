/** Three ways to the same store: quick for what a lane waits on, desk for the portal, patient for imports and whole-table walks. */
import type { Kysely } from 'kysely';
import { openPool } from './pool.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export interface Database {
  /** Statements of at most two seconds; enough connections for every lane of a port. */
  readonly quick: Db;
  /** For the portal: a crowd there waits in line here, and takes no connection from a lane. */
  readonly desk: Db;
  /** Statements of at most two minutes. */
  readonly patient: Db;
  close(): Promise<void>;
}

export function openDatabase(connectionString: string, role?: string): Database {
  const as = role === undefined ? {} : { role };
  const quick = openPool({ connectionString, connectionsMax: 10, statementMs: 2000, ...as });
  const desk = openPool({ connectionString, connectionsMax: 8, statementMs: 5000, connectMs: 15_000, ...as });
  const patient = openPool({ connectionString, connectionsMax: 3, statementMs: 120_000, ...as });
  return {
    quick,
    desk,
    patient,
    async close() {
      await Promise.all([quick.destroy(), desk.destroy(), patient.destroy()]);
    },
  };
}
