/** Many travellers in few statements: all of a batch are in the store, or none. */
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import { makeLeaf } from '../audit/leaf.ts';
import type { Db } from '../database/open-database.ts';
import type { Store } from '../store.ts';
import type { TravellerRows } from './prepare.ts';

/** Rows of one statement: Postgres takes at most 65,535 parameters, and no table here has more than ten columns. */
const ROWS_MAX = 2000;

export function insertTravellers(store: Store, batch: readonly TravellerRows[], by: Access): Promise<void> {
  return store.database.patient.transaction().execute(async (tx) => {
    const fresh = await insertNew(tx, batch);
    if (fresh.length === 0) return;
    await tx
      .insertInto('person_keys')
      .values(fresh.map((rows) => rows.key))
      .execute();
    for (const part of parts(fresh.flatMap((rows) => rows.documents))) {
      await tx.insertInto('documents').values(part).execute();
    }
    for (const part of parts(fresh.flatMap((rows) => rows.endorsements))) {
      await tx.insertInto('endorsements').values(part).execute();
    }
    for (const part of parts(fresh.flatMap((rows) => rows.consents))) {
      await tx.insertInto('consents').values(part).execute();
    }
    const event = { action: 'travellers-added', ...by, count: fresh.length };
    await appendLeaves(tx, [makeLeaf(event, store.clock, store.fill)]);
  });
}

/** Those who are in the store already stay as they are: a repeated request adds nothing (R28). */
async function insertNew(tx: Db, batch: readonly TravellerRows[]): Promise<TravellerRows[]> {
  const added = await tx
    .insertInto('travellers')
    .values(batch.map((rows) => rows.traveller))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const ids = new Set(added.map((row) => row.id));
  return batch.filter((rows) => ids.has(rows.id));
}

function parts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_MAX) }, (_, i) =>
    rows.slice(i * ROWS_MAX, (i + 1) * ROWS_MAX),
  );
}
