/** The one statement a gate waits for. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Instant, isRoomError, newId, RoomError } from '../../kernel/index.ts';
import { leafFor } from '../audit/append.ts';
import { commitmentTo } from '../audit/leaf.ts';
import { decisionRow } from '../decisions.ts';
import type { Store } from '../store.ts';
import type { Clearance, Cleared, CrossingId } from './passages.ts';
import { decisionPart, passagePart } from './statement-parts.ts';

const SALT_BYTES = 16;

export async function clear(store: Store, clearance: Clearance): Promise<Cleared> {
  const id = newId('crossing', store.clock, store.fill);
  const clearedAt = clearance.at ?? store.clock.now();
  if (await insertClearance(store, clearance, id, clearedAt))
    return { crossing: id, clearedAt, repeated: false };
  return earlierClearance(store, clearance);
}

/** False when the key or the passage has a clearance already; nothing is written then. */
async function insertClearance(
  store: Store,
  clearance: Clearance,
  id: CrossingId,
  clearedAt: Instant,
): Promise<boolean> {
  const { passage, traveller, decision, idempotencyKey } = clearance;
  const document = clearance.document ?? null;
  const salt = randomBytes(SALT_BYTES);
  const record = { id, passage: { ...passage }, traveller, document, clearedAt };
  const decided = decision && (await decisionRow(store, { ...decision, traveller }));
  const leaf = await store.audit.leafOf({
    action: 'passage-cleared',
    actor: `lane/${passage.lane}`,
    purpose: 'lane-passage',
    traveller,
    commitment: commitmentTo(salt, record),
    ...(decided && { decisionId: decided.id, rulesHash: decided.rules_hash }),
  });
  const { rows } = await sql<{ id: string }>`WITH ${passagePart(passage)}, crossing AS (
      INSERT INTO crossings (id, passage_id, traveller_id, document_id, decision_id, port, direction, cleared_at,
        idempotency_key, salt)
      VALUES (${id}, ${passage.id}, ${traveller}, ${document}, ${decided?.id ?? null}, ${passage.port},
        ${passage.direction}, ${clearedAt}, ${idempotencyKey}, ${salt})
      ON CONFLICT DO NOTHING RETURNING id
    ), ${decisionPart('crossing', decided)}, ${leafFor('crossing', leaf)}
    SELECT id FROM crossing`
    .execute(store.database.quick)
    .catch((error) => {
      throw explainReference(error, document);
    });
  return rows.length === 1;
}

function explainReference(error: unknown, document: string | null): unknown {
  if (!isRoomError(error) || error.facts.constraint !== 'crossings_document_id_fkey') return error;
  return new RoomError('NOT_FOUND', `There is no document ${document}.`, {
    field: 'document',
    value: document,
  });
}

async function earlierClearance(
  store: Store,
  { passage, traveller, idempotencyKey }: Clearance,
): Promise<Cleared> {
  const row = await store.database.quick
    .selectFrom('crossings')
    .selectAll()
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (row && row.passage_id === passage.id && row.traveller_id === traveller) {
    return { crossing: row.id as CrossingId, clearedAt: row.cleared_at, repeated: true };
  }
  const text = row
    ? 'This idempotency key cleared another passage.'
    : `Passage ${passage.id} was cleared already, under another idempotency key.`;
  throw new RoomError('STORE_CONFLICT', text, { field: 'idempotencyKey', passage: passage.id });
}
