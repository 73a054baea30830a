/** `records.notices`: what waits to be told, and the browsers that want to be; see notices/notice.ts for what is promised. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Instant, type Language, minutes } from '../../kernel/index.ts';
import type { NoticeKind, NoticeStore, PushSubscription, WaitingNotice } from '../../notices/index.ts';
import { accountKey } from '../accounts/contacts.ts';
import type { Db } from '../database/open-database.ts';
import { sealJson, unsealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';

/** Twice as long after every try, six hours at most; given up after about five days. */
const FIRST_MS = minutes(1);
const LONGEST_MS = minutes(360);
const TRIES_MAX = 28;
const SUBSCRIPTIONS_MAX = 10;

const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');
const context = (account: string, id: string) => ({ record: 'push-subscription', account, id });

export function openNotices(
  store: Store,
  contactsOf: (account: string) => Promise<{ readonly mobile?: string; readonly email?: string }>,
): NoticeStore {
  const db = store.database.desk;
  return {
    take: (most) => take(db, store.clock.now(), most),
    delivered: (id, at) =>
      asDelivery(db, async (tx) => {
        await tx.updateTable('notices').set({ delivered_at: at }).where('id', '=', id).execute();
      }),
    async waysOf(account) {
      const [contacts, subscriptions] = await Promise.all([
        contactsOf(account),
        subscriptionsOf(store, account),
      ]);
      return { ...contacts, subscriptions };
    },
    subscribe: (account, subscription) => subscribe(store, account, subscription),
    async unsubscribe(account, endpoint) {
      const all = db.deleteFrom('push_subscriptions').where('account_id', '=', account);
      await (endpoint === undefined ? all : all.where('id', '=', idOf(endpoint))).execute();
    },
  };
}

/** Row security shows a case to its holder and to officers; delivery sees the notices, and of a case its service. */
function asDelivery<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('kouan.delivery', 'yes', true), set_config('kouan.account', '', true),
      set_config('kouan.officer', '', true)`.execute(tx);
    return work(tx);
  });
}

interface Taken {
  readonly id: string;
  readonly account_id: string;
  readonly case_id: string | null;
  readonly kind: string;
  readonly language: string;
}

/** Several processes may do this at once: what one has taken, another passes over. */
function take(db: Db, now: Instant, most: number): Promise<WaitingNotice[]> {
  return asDelivery(db, async (tx) => {
    const { rows } = await sql<Taken>`
      UPDATE notices SET tries = tries + 1,
        send_at = ${now}::bigint + least(${FIRST_MS}::bigint << least(tries, 20), ${LONGEST_MS}::bigint)
      FROM accounts
      WHERE accounts.id = notices.account_id AND notices.id IN (
        SELECT id FROM notices
        WHERE delivered_at IS NULL AND send_at <= ${now} AND tries < ${TRIES_MAX}
        ORDER BY send_at, id LIMIT ${most} FOR UPDATE SKIP LOCKED
      )
      RETURNING notices.id, account_id, case_id, notices.kind, accounts.language`.execute(tx);
    const found: WaitingNotice[] = [];
    for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) found.push(await readNotice(tx, row));
    return found;
  });
}

async function readNotice(tx: Db, row: Taken): Promise<WaitingNotice> {
  const { id, account_id: account, case_id: reference } = row;
  await sql`SELECT set_config('kouan.account', ${account}, true)`.execute(tx);
  const held =
    reference === null
      ? undefined
      : await tx.selectFrom('cases').select('service').where('id', '=', reference).executeTakeFirst();
  return {
    id,
    account,
    language: row.language as Language,
    kind: row.kind as NoticeKind,
    ...(held && reference !== null ? { case: { id: reference, service: held.service } } : {}),
  };
}

async function subscriptionsOf(store: Store, account: string): Promise<PushSubscription[]> {
  // With a closed account its key is gone, and nobody is there to be told.
  const rows = await store.database.desk
    .selectFrom('push_subscriptions')
    .innerJoin('accounts', 'accounts.id', 'push_subscriptions.account_id')
    .select(['push_subscriptions.id', 'push_subscriptions.sealed'])
    .where('account_id', '=', account)
    .where('accounts.closed_at', 'is', null)
    .orderBy('added_at')
    .execute();
  if (rows.length === 0) return [];
  const key = await accountKey(store, account);
  return rows.map(({ id, sealed }) => unsealJson<PushSubscription>(key, sealed, context(account, id)));
}

async function subscribe(store: Store, account: string, subscription: PushSubscription): Promise<void> {
  const id = idOf(subscription.endpoint);
  const sealed = sealJson(await accountKey(store, account), subscription, context(account, id));
  const added_at = store.clock.now();
  await store.database.desk.transaction().execute(async (tx) => {
    await tx
      .insertInto('push_subscriptions')
      .values({ id, account_id: account, sealed, added_at })
      .onConflict((same) => same.columns(['account_id', 'id']).doUpdateSet({ sealed, added_at }))
      .execute();
    const kept = tx
      .selectFrom('push_subscriptions')
      .select('id')
      .where('account_id', '=', account)
      .orderBy('added_at', 'desc')
      .orderBy('id')
      .limit(SUBSCRIPTIONS_MAX);
    await tx
      .deleteFrom('push_subscriptions')
      .where('account_id', '=', account)
      .where('id', 'not in', kept)
      .execute();
  });
}
