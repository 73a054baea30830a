/** One change of a case, whole or not at all: state, answers, quota, seat, notice and audit leaf commit together. */
import { sql } from 'kysely';
import { type Instant, newId, parseDay, RoomError } from '../../kernel/index.ts';
import type { CaseChange, CaseRecord, CaseViewer, Locked } from '../../services/index.ts';
import { appendLeaves } from '../audit/append.ts';
import type { Db } from '../database/open-database.ts';
import type { Row } from '../database/tables.ts';
import { replaceReminder } from '../notices/reminders.ts';
import type { Store } from '../store.ts';
import { asViewer } from './as-viewer.ts';
import { addEvent, caseKey, caseRow, readCase, sealBody } from './case-rows.ts';

export function changeCase(
  store: Store,
  id: string,
  viewer: CaseViewer,
  decide: (locked: Locked) => Promise<CaseChange | undefined>,
): Promise<CaseRecord | undefined> {
  return asViewer(store.database.desk, viewer, async (tx) => {
    const row = await caseRow(tx, id, viewer).forUpdate().executeTakeFirst();
    if (!row) return undefined;
    const record = await readCase(store, tx, row);
    const change = await decide({ record, uses: (kind, holder) => lockedUses(tx, kind, holder) });
    if (!change) return record;
    await write(store, tx, row, change);
    return readCase(store, tx, (await caseRow(tx, id, viewer).executeTakeFirst()) ?? row);
  });
}

/** Whoever counts the same quota waits here until this transaction ends. */
async function lockedUses(tx: Db, kind: string, holder: string): Promise<Instant[]> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind}/${holder}`}, 0))`.execute(tx);
  const rows = await tx
    .selectFrom('case_uses')
    .select('at')
    .where('kind', '=', kind)
    .where('holder', '=', holder)
    .orderBy('at')
    .execute();
  return rows.map(({ at }) => at);
}

async function write(store: Store, tx: Db, row: Row<'cases'>, change: CaseChange): Promise<void> {
  const now = store.clock.now();
  const key = await caseKey(store, row);
  await tx
    .updateTable('cases')
    .set({
      state: change.state,
      sealed: sealBody(key, row.id, change.body),
      changed_at: now,
      due_on: change.dueOn === undefined ? row.due_on : parseDay(change.dueOn, 'dueOn'),
      owner_id: change.owner ?? row.owner_id,
    })
    .where('id', '=', row.id)
    .execute();
  if (change.freeBooking) await tx.deleteFrom('bookings').where('case_id', '=', row.id).execute();
  if (change.booking) await book(tx, row.id, change.booking, now);
  if (change.use)
    await tx
      .insertInto('case_uses')
      .values({ case_id: row.id, ...change.use, at: now })
      .execute();
  if (change.credential) {
    const { id, validUntil } = change.credential;
    await tx
      .insertInto('case_credentials')
      .values({ id, case_id: row.id, valid_until: validUntil, revoked_at: null })
      .execute();
  }
  if (change.revoke)
    await tx.updateTable('case_credentials').set({ revoked_at: now }).where('case_id', '=', row.id).execute();
  if (change.notice) await notify(store, tx, row, change.notice);
  await addEvent(tx, row.id, { ...change.event, state: change.state, at: now });
  // Every keystroke that is saved is the holder's own business; what decides is everybody's.
  if (change.event.action === 'save') return;
  await replaceReminder(store, tx, row, change);
  await appendLeaves(tx, [await leafOf(store, row, change)]);
}

/** The first free seat of a slot, under the slot's lock; a case keeps one booking at most. */
async function book(
  tx: Db,
  id: string,
  { calendar, at, capacity }: NonNullable<CaseChange['booking']>,
  now: Instant,
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${calendar}/${at}`}, 1))`.execute(tx);
  const rows = await tx
    .selectFrom('bookings')
    .select(['seat', 'case_id'])
    .where('calendar', '=', calendar)
    .where('slot', '=', at)
    .execute();
  if (rows.some((row) => row.case_id === id)) return;
  const seat = Array.from({ length: capacity }, (_, index) => index).find(
    (index) => !rows.some((row) => row.seat === index),
  );
  if (seat === undefined) {
    throw new RoomError(
      'STORE_CONFLICT',
      'Somebody has just taken this time; choose another. Everything else is kept.',
      { field: 'slot' },
    );
  }
  await tx.deleteFrom('bookings').where('case_id', '=', id).execute();
  await tx.insertInto('bookings').values({ calendar, slot: at, seat, case_id: id, booked_at: now }).execute();
}

async function notify(store: Store, tx: Db, row: Row<'cases'>, kind: string): Promise<void> {
  const id = newId('notice', store.clock, store.fill);
  await tx
    .insertInto('notices')
    .values({
      id,
      account_id: row.account_id,
      case_id: row.id,
      kind,
      made_at: store.clock.now(),
      send_at: store.clock.now(),
      tries: 0,
      delivered_at: null,
    })
    .execute();
}

const leafOf = (store: Store, row: Row<'cases'>, { event, state }: CaseChange) =>
  store.audit.leafOf({
    action: `case-${event.action}`,
    actor: event.actor === 'holder' || event.actor === 'law' ? row.account_id : event.actor,
    purpose: row.service,
    ...(row.traveller_id === null ? {} : { traveller: row.traveller_id }),
    result: `${row.id}/${state}`,
  });
