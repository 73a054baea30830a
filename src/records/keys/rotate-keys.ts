/** Puts every person's key under a new key-encryption key; no record is sealed anew (R17). */
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { KeyProvider } from './key-provider.ts';
import { wrapContext } from './person-keys.ts';

const BATCH = 500;

/** Returns the new key's id and how many person keys were wrapped again. Lanes may go on meanwhile. */
export async function rotateKeys(
  database: Database,
  keys: KeyProvider,
): Promise<{ kekId: string; rewrapped: number }> {
  const kekId = await keys.rotate();
  let rewrapped = 0;
  for (let count = BATCH; count === BATCH; rewrapped += count)
    count = await rewrapBatch(database, keys, kekId);
  return { kekId, rewrapped };
}

function rewrapBatch(database: Database, keys: KeyProvider, kekId: string): Promise<number> {
  return database.patient.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('person_keys')
      .selectAll()
      .where('kek_id', '<>', kekId)
      .limit(BATCH)
      .forUpdate()
      .execute();
    if (rows.length === 0) return 0;
    const wrapped = await Promise.all(
      rows.map(async (row) => {
        const context = wrapContext(row.person_id, row.purpose);
        const key = await keys.unwrap({ kekId: row.kek_id, bytes: row.wrapped }, context);
        return Buffer.from((await keys.wrap(key, context)).bytes);
      }),
    );
    await sql`UPDATE person_keys AS old SET wrapped = fresh.wrapped, kek_id = ${kekId}
      FROM unnest(${rows.map((row) => row.person_id)}::text[], ${rows.map((row) => row.purpose)}::text[],
        ${wrapped}::bytea[]) AS fresh (person_id, purpose, wrapped)
      WHERE old.person_id = fresh.person_id AND old.purpose = fresh.purpose`.execute(tx);
    return rows.length;
  });
}
