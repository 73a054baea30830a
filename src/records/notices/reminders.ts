/** Reminders of what was granted: written with the grant, to be sent near its end, and dropped when the case changes. */
import { type Instant, instantOf, minutes, newId } from '../../kernel/index.ts';
import type { CaseChange } from '../../services/index.ts';
import type { Db } from '../database/open-database.ts';
import type { Row } from '../database/tables.ts';
import type { Store } from '../store.ts';

const AHEAD = minutes(24 * 60);
const KIND = 'case-ends-soon';

/** The holder's own wish, else a day before the end; undefined for what ends sooner or not at all. */
export function reminderAt({ state, body: { grant } }: CaseChange, now: Instant): Instant | undefined {
  if (state !== 'granted' || !grant) return undefined;
  const at = grant.remindAt ?? (grant.validUntil && instantOf(grant.validUntil - AHEAD));
  return at !== undefined && at > now ? at : undefined;
}

export async function replaceReminder(
  store: Store,
  tx: Db,
  row: Pick<Row<'cases'>, 'id' | 'account_id'>,
  change: CaseChange,
): Promise<void> {
  const now = store.clock.now();
  await tx
    .updateTable('notices')
    .set({ delivered_at: now })
    .where('case_id', '=', row.id)
    .where('kind', '=', KIND)
    .where('delivered_at', 'is', null)
    .execute();
  const at = reminderAt(change, now);
  if (at === undefined) return;
  const id = newId('notice', store.clock, store.fill);
  const of = { account_id: row.account_id, case_id: row.id };
  await tx
    .insertInto('notices')
    .values({ id, ...of, kind: KIND, made_at: now, send_at: at, tries: 0, delivered_at: null })
    .execute();
}
