/** Puts the accounts' keys under a new key-encryption key, as `rotateKeys` does with those of persons (R17). */
import type { Database } from '../database/open-database.ts';
import type { KeyProvider } from '../keys/key-provider.ts';
import { accountKeyContext } from './contacts.ts';

const BATCH = 200;

/** Returns how many were wrapped again. */
export async function rewrapAccounts(database: Database, keys: KeyProvider, kekId: string): Promise<number> {
  let rewrapped = 0;
  for (let count = BATCH; count === BATCH; rewrapped += count)
    count = await rewrapBatch(database, keys, kekId);
  return rewrapped;
}

function rewrapBatch(database: Database, keys: KeyProvider, kekId: string): Promise<number> {
  return database.patient.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('accounts')
      .select(['id', 'wrapped', 'kek_id'])
      .where('kek_id', '<>', kekId)
      .limit(BATCH)
      .forUpdate()
      .execute();
    for (const { id, wrapped, kek_id } of rows) {
      if (!wrapped || kek_id === null) continue;
      const context = accountKeyContext(id);
      const key = await keys.unwrap({ kekId: kek_id, bytes: wrapped }, context);
      const fresh = Buffer.from((await keys.wrap(key, context)).bytes);
      await tx.updateTable('accounts').set({ wrapped: fresh, kek_id: kekId }).where('id', '=', id).execute();
    }
    return rows.length;
  });
}
