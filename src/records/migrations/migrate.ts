/** Brings a store to this program's schema, in one transaction, one program at a time. */
import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type Clock, RoomError } from '../../kernel/index.ts';
import type { Tables } from '../database/tables.ts';
import { MIGRATIONS } from './list.ts';
import type { Migration } from './migration.ts';

/** Any number would do, as long as every Kouan takes the same. */
const LOCK = 7_205_891;

export interface MigrationOutcome {
  readonly version: number;
  /** Versions applied by this call. */
  readonly applied: readonly number[];
}

/** Throws STORE_NEWER_VERSION when a later Kouan wrote the store, STORE_CONFLICT when its schema is not ours. */
export function migrate(
  db: Kysely<Tables>,
  clock: Clock,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<MigrationOutcome> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await makeVersionTable(tx);
    const known = await tx.selectFrom('schema_version').selectAll().orderBy('version').execute();
    checkNotNewer(known.length, migrations.length);
    for (const row of known) checkUnchanged(row, migrations[row.version - 1]);
    const waiting = migrations.slice(known.length);
    for (const step of waiting) await apply(tx, step, clock);
    return { version: migrations.length, applied: waiting.map((step) => step.version) };
  });
}

async function makeVersionTable(tx: Transaction<Tables>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS schema_version (
    version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL
  )`.execute(tx);
}

function checkNotNewer(found: number, ours: number): void {
  if (found <= ours) return;
  const text = `The store was written by a newer Kouan (schema ${found}; this one knows up to ${ours}). Start that newer Kouan, or choose another data folder with KOUAN_DATA.`;
  throw new RoomError('STORE_NEWER_VERSION', text, { value: found, expected: `at most ${ours}` });
}

function checkUnchanged(row: { version: number; checksum: string }, step: Migration | undefined): void {
  if (step && checksumOf(step) === row.checksum) return;
  const text = `Step ${row.version} of the store's schema is not the one this Kouan knows. Start the Kouan that wrote the store.`;
  throw new RoomError('STORE_CONFLICT', text, { version: row.version });
}

async function apply(tx: Transaction<Tables>, step: Migration, clock: Clock): Promise<void> {
  await sql.raw(step.sql).execute(tx);
  await tx
    .insertInto('schema_version')
    .values({
      version: step.version,
      name: step.name,
      checksum: checksumOf(step),
      applied_at: clock.now(),
    })
    .execute();
}

const checksumOf = (step: Migration): string => createHash('sha256').update(step.sql).digest('hex');
