/** Appends leaves to the log: alone, or as part of the statement that does what they tell of. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database/open-database.ts';
import type { AuditLeaf } from './leaf.ts';

/**
 * Two common table expressions that append the leaf once for each row of the expression named `source`:
 * none when it came out empty, so that a repeated request leaves no second entry.
 */
export function leafFor(source: string, { id, object, leaf }: AuditLeaf): RawBuilder<unknown> {
  return sql`audit_entry AS (
      INSERT INTO audit_entries (id, object, leaf)
      SELECT ${id}::text, ${object}::text, ${leaf}::text FROM ${sql.ref(source)} RETURNING id
    ), audit_queued AS (
      INSERT INTO audit_pending (entry_id) SELECT id FROM audit_entry
    )`;
}

/** `db` may be a transaction: then the leaves stand or fall with it. */
export async function appendLeaves(db: Db, leaves: readonly AuditLeaf[]): Promise<void> {
  if (leaves.length === 0) return;
  const column = (pick: (leaf: AuditLeaf) => string | null) => leaves.map(pick);
  await sql`WITH audit_entry AS (
      INSERT INTO audit_entries (id, object, leaf)
      SELECT * FROM unnest(${column((leaf) => leaf.id)}::text[], ${column((leaf) => leaf.object)}::text[],
        ${column((leaf) => leaf.leaf)}::text[]) RETURNING id
    )
    INSERT INTO audit_pending (entry_id) SELECT id FROM audit_entry`.execute(db);
}
