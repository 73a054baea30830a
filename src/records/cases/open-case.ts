/** Opens a case; the same request key of the same account is the same case, also when both come at once. */
import { newId } from '../../kernel/index.ts';
import type { CaseRecord, NewCase } from '../../services/index.ts';
import { appendLeaves } from '../audit/append.ts';
import { newKey } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import { asViewer } from './as-viewer.ts';
import { addEvent, keyContext, readCase, sealBody } from './case-rows.ts';

export async function openCase(store: Store, input: NewCase): Promise<CaseRecord> {
  const id = newId('case', store.clock, store.fill);
  const key = newKey();
  const { kekId, bytes } = await store.keys.wrap(key, keyContext(id));
  const leaf = await store.audit.leafOf({
    action: 'case-opened',
    actor: input.account,
    purpose: input.service,
    ...(input.traveller === undefined ? {} : { traveller: input.traveller }),
    result: id,
  });
  const now = store.clock.now();
  return asViewer(store.database.desk, { account: input.account }, async (tx) => {
    const made = await tx
      .insertInto('cases')
      .values({
        id,
        service: input.service,
        account_id: input.account,
        traveller_id: input.traveller ?? null,
        request_key: input.key,
        state: 'draft',
        due_on: null,
        owner_id: null,
        wrapped: Buffer.from(bytes),
        kek_id: kekId,
        sealed: sealBody(key, id, input.body),
        opened_at: now,
        changed_at: now,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'request_key']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made) {
      await addEvent(tx, id, { at: now, action: 'open', actor: 'holder', state: 'draft', reasons: [] });
      await appendLeaves(tx, [leaf]);
    }
    const found = tx
      .selectFrom('cases')
      .selectAll()
      .where('account_id', '=', input.account)
      .where('request_key', '=', input.key);
    return readCase(store, tx, made ?? (await found.executeTakeFirstOrThrow()));
  });
}
