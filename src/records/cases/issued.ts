/** What cases have given away: credentials that were revoked, seats that are taken. Nobody's name is in it. */
import type { Store } from '../store.ts';

/** Ids of credentials that were revoked and would still hold. */
export async function revoked(store: Store): Promise<string[]> {
  const rows = await store.database.desk
    .selectFrom('case_credentials')
    .select('id')
    .where('revoked_at', 'is not', null)
    .where('valid_until', '>', store.clock.now())
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Seats taken by slot. */
export async function taken(
  store: Store,
  calendar: string,
  from: string,
  to: string,
): Promise<Map<string, number>> {
  const rows = await store.database.desk
    .selectFrom('bookings')
    .select((all) => ['slot', all.fn.countAll<number>().as('count')])
    .where('calendar', '=', calendar)
    .where('slot', '>=', from)
    .where('slot', '<', to)
    .groupBy('slot')
    .execute();
  return new Map(rows.map(({ slot, count }) => [slot, count]));
}
