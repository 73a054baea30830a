/** Hands a passage to an officer, as one statement with its decision and its audit leaf. */
import { sql } from 'kysely';
import { fieldInvalid, newId, RoomError } from '../../kernel/index.ts';
import { leafFor } from '../audit/append.ts';
import { decisionRow } from '../decisions.ts';
import type { Store } from '../store.ts';
import type { Referral } from './passages.ts';
import { decisionPart, passagePart } from './statement-parts.ts';

export async function refer(store: Store, referral: Referral): Promise<string> {
  const { passage, traveller, reasons, decision } = referral;
  if (reasons.length === 0) throw fieldInvalid('reasons', '[]', 'a list of at least one reason code');
  const id = `R-${newId('passage', store.clock, store.fill).slice(2)}`;
  const about = traveller === undefined ? {} : { traveller };
  const decided = decision && (await decisionRow(store, { ...decision, ...about }));
  const leaf = await store.audit.leafOf({
    action: 'passage-referred',
    actor: `lane/${passage.lane}`,
    purpose: 'lane-passage',
    result: reasons.join(','),
    ...about,
    ...(decided && { decisionId: decided.id, rulesHash: decided.rules_hash }),
  });
  const { rows } = await sql<{ id: string }>`WITH ${passagePart(passage)}, referral AS (
      INSERT INTO referrals (id, passage_id, traveller_id, decision_id, reasons, at)
      VALUES (${id}, ${passage.id}, ${traveller ?? null}, ${decided?.id ?? null}, ${[...reasons]}::text[],
        ${store.clock.now()})
      ON CONFLICT (passage_id) DO NOTHING RETURNING id
    ), ${decisionPart('referral', decided)}, ${leafFor('referral', leaf)}
    SELECT id FROM referral`.execute(store.database.quick);
  return rows[0]?.id ?? earlierReferral(store, passage.id);
}

async function earlierReferral(store: Store, passage: string): Promise<string> {
  const row = await store.database.quick
    .selectFrom('referrals')
    .select('id')
    .where('passage_id', '=', passage)
    .executeTakeFirst();
  if (row) return row.id;
  throw new RoomError('STORE_CONFLICT', `The referral of passage ${passage} was not stored; try again.`);
}
