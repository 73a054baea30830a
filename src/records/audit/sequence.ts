/** Gives queued leaves their place in the log and seals the log with a checkpoint. One sequencer works at a time. */
import { sql } from 'kysely';
import type { Clock } from '../../kernel/index.ts';
import type { Database, Db } from '../database/open-database.ts';
import {
  decodeFrontier,
  EMPTY_FRONTIER,
  encodePeaks,
  type Frontier,
  grow,
  leafHash,
  rootOf,
} from './merkle.ts';

const LOCK = 7_205_893;
const BATCH = 2000;

/** Returns how many leaves found their place; 0 when there was none, or another process is at it. */
export async function sequence(database: Database, clock: Clock): Promise<number> {
  let total = 0;
  for (let count = BATCH; count === BATCH; total += count) count = await sequenceBatch(database, clock);
  return total;
}

/** A row that is not committed yet is simply not seen, and takes its place later: order of commit, nothing lost. */
function sequenceBatch(database: Database, clock: Clock): Promise<number> {
  return database.patient.transaction().execute(async (tx) => {
    const lock = await sql<{ taken: boolean }>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`.execute(
      tx,
    );
    if (!lock.rows[0]?.taken) return 0;
    const queued = await tx
      .selectFrom('audit_pending')
      .innerJoin('audit_entries', 'audit_entries.id', 'audit_pending.entry_id')
      .select(['audit_entries.id', 'audit_entries.leaf'])
      .orderBy('audit_pending.place')
      .limit(BATCH)
      .execute();
    if (queued.length === 0) return 0;
    await placeLeaves(tx, queued, await lastFrontier(tx), clock);
    return queued.length;
  });
}

async function placeLeaves(
  tx: Db,
  queued: readonly { id: string; leaf: string }[],
  before: Frontier,
  clock: Clock,
): Promise<void> {
  const ids = queued.map((entry) => entry.id);
  const hashes = queued.map((entry) => leafHash(entry.leaf));
  const after = grow(before, hashes);
  await sql`INSERT INTO audit_log (place, entry_id, leaf_hash)
    SELECT ${before.size}::bigint + row.number - 1, row.id, row.hash
    FROM unnest(${ids}::text[], ${hashes}::bytea[]) WITH ORDINALITY AS row (id, hash, number)`.execute(tx);
  await tx
    .insertInto('audit_checkpoints')
    .values({ size: after.size, root: rootOf(after), frontier: encodePeaks(after), made_at: clock.now() })
    .execute();
  await sql`DELETE FROM audit_pending WHERE entry_id = ANY (${ids}::text[])`.execute(tx);
}

async function lastFrontier(tx: Db): Promise<Frontier> {
  const last = await tx
    .selectFrom('audit_checkpoints')
    .selectAll()
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? decodeFrontier(last.size, last.frontier) : EMPTY_FRONTIER;
}
