/** Common table expressions that a clearance and a referral share. */
import { type RawBuilder, sql } from 'kysely';
import type { NewRow } from '../database/tables.ts';
import type { Passage } from './passages.ts';

/** The passage; one that is known already stays. */
export function passagePart({ id, port, lane, direction, startedAt }: Passage): RawBuilder<unknown> {
  return sql`passage AS (
    INSERT INTO passages (id, port, lane, direction, started_at)
    VALUES (${id}, ${port}, ${lane}, ${direction}, ${startedAt}) ON CONFLICT (id) DO NOTHING
  )`;
}

/** The decision, stored once for each row of the expression named `source`. */
export function decisionPart(source: string, row: NewRow<'decisions'> | undefined): RawBuilder<unknown> {
  if (!row) return sql`decision AS (SELECT 1)`;
  return sql`decision AS (
    INSERT INTO decisions (id, question, traveller_id, at, facts_hash, rules_hash, plain, sealed)
    SELECT ${row.id}::text, ${row.question}::text, ${row.traveller_id}::text, ${row.at}::bigint, ${row.facts_hash}::text,
      ${row.rules_hash}::text, ${row.plain}::text, ${row.sealed}::bytea FROM ${sql.ref(source)}
  )`;
}
