/** A transaction with somebody's eyes: row security shows it that account's cases, or what an officer may see. */
import { sql } from 'kysely';
import type { CaseViewer } from '../../services/index.ts';
import type { Db } from '../database/open-database.ts';

export function asViewer<T>(db: Db, viewer: CaseViewer, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const [account, officer] = 'account' in viewer ? [viewer.account, ''] : ['', viewer.officer];
    await sql`SELECT set_config('kouan.account', ${account}, true), set_config('kouan.officer', ${officer}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}

/** Said in the statement too: a store whose login may not make roles works without row security. */
export const visibleTo = (viewer: CaseViewer) =>
  'account' in viewer
    ? sql<boolean>`cases.account_id = ${viewer.account}`
    : sql<boolean>`cases.state <> 'draft'`;
