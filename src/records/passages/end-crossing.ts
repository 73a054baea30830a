/** How a clearance ended: appended once, never changed. */
import { sql } from 'kysely';
import { type Instant, RoomError } from '../../kernel/index.ts';
import { leafFor } from '../audit/append.ts';
import type { Store } from '../store.ts';

interface Ending {
  readonly outcome: 'completed' | 'voided';
  readonly reason?: string;
  readonly at?: Instant | undefined;
}

export async function endCrossing(store: Store, crossing: string, ending: Ending): Promise<void> {
  const { outcome, reason = null, at = store.clock.now() } = ending;
  const { traveller, lane } = await clearanceOf(store, crossing);
  const leaf = await store.audit.leafOf({
    action: `crossing-${outcome}`,
    actor: `lane/${lane}`,
    traveller,
    ...(reason !== null && { result: reason }),
  });
  const { rows } = await sql<{ crossing_id: string }>`WITH ended AS (
      INSERT INTO crossing_outcomes (crossing_id, outcome, reason, at)
      VALUES (${crossing}, ${outcome}, ${reason}, ${at}) ON CONFLICT (crossing_id) DO NOTHING RETURNING crossing_id
    ), ${leafFor('ended', leaf)}
    SELECT crossing_id FROM ended`.execute(store.database.quick);
  if (rows.length === 0) await expectSame(store, crossing, outcome);
}

async function clearanceOf(store: Store, crossing: string): Promise<{ traveller: string; lane: string }> {
  const row = await store.database.quick
    .selectFrom('crossings')
    .innerJoin('passages', 'passages.id', 'crossings.passage_id')
    .select(['crossings.traveller_id', 'passages.lane'])
    .where('crossings.id', '=', crossing)
    .executeTakeFirst();
  if (row) return { traveller: row.traveller_id, lane: row.lane };
  throw new RoomError('NOT_FOUND', `There is no crossing ${crossing}.`, {
    field: 'crossing',
    value: crossing,
  });
}

async function expectSame(store: Store, crossing: string, outcome: string): Promise<void> {
  const row = await store.database.quick
    .selectFrom('crossing_outcomes')
    .select('outcome')
    .where('crossing_id', '=', crossing)
    .executeTakeFirst();
  if (row?.outcome === outcome) return;
  const text = `Crossing ${crossing} is ${row?.outcome} already; it cannot become ${outcome}.`;
  throw new RoomError('STORE_CONFLICT', text, { field: 'crossing', value: crossing });
}
