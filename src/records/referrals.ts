/** `records.referrals`: what waits for an officer, and what became of it. */

import { sql } from 'kysely';
import type { Instant } from '../kernel/index.ts';
import { isRoomError, RoomError } from '../kernel/index.ts';
import type { Access } from './access.ts';
import { leafFor } from './audit/append.ts';
import type { Store } from './store.ts';

export interface OpenReferral {
  readonly id: string;
  readonly passage: string;
  readonly port: string;
  readonly lane: string;
  readonly traveller?: string;
  readonly decision?: string;
  readonly reasons: readonly string[];
  readonly at: Instant;
}

export interface Referrals {
  /** Oldest first. */
  open(limit?: number): Promise<OpenReferral[]>;
  /** `resolution` is a code such as `admitted`, `sent-to-counter`. Only the first one counts: STORE_CONFLICT for another. */
  resolve(referral: string, resolution: string, by: Access): Promise<void>;
}

const PAGE_MAX = 500;

export function openReferrals(store: Store): Referrals {
  return {
    open: (limit = 100) => openOnes(store, limit),
    resolve: (id, what, by) => resolve(store, id, what, by),
  };
}

async function openOnes(store: Store, limit: number): Promise<OpenReferral[]> {
  const rows = await store.database.quick
    .selectFrom('referrals')
    .innerJoin('passages', 'passages.id', 'referrals.passage_id')
    .leftJoin('referral_resolutions', 'referral_resolutions.referral_id', 'referrals.id')
    .where('referral_resolutions.referral_id', 'is', null)
    .select(['referrals.id', 'referrals.passage_id', 'passages.port', 'passages.lane'])
    .select(['referrals.traveller_id', 'referrals.decision_id', 'referrals.reasons', 'referrals.at'])
    .orderBy('referrals.at')
    .limit(Math.min(limit, PAGE_MAX))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    passage: row.passage_id,
    port: row.port,
    lane: row.lane,
    reasons: row.reasons,
    at: row.at,
    ...(row.traveller_id !== null && { traveller: row.traveller_id }),
    ...(row.decision_id !== null && { decision: row.decision_id }),
  }));
}

async function resolve(store: Store, referral: string, resolution: string, by: Access): Promise<void> {
  const leaf = await store.audit.leafOf({ action: 'referral-resolved', ...by, result: resolution });
  const { rows } = await sql<{ id: string }>`WITH resolved AS (
      INSERT INTO referral_resolutions (referral_id, officer_id, resolution, at)
      VALUES (${referral}, ${by.actor}, ${resolution}, ${store.clock.now()})
      ON CONFLICT (referral_id) DO NOTHING RETURNING referral_id AS id
    ), ${leafFor('resolved', leaf)}
    SELECT id FROM resolved`
    .execute(store.database.quick)
    .catch((error) => {
      throw isRoomError(error) && error.facts.sqlState === '23503' ? notFound(referral) : error;
    });
  if (rows.length === 0) await expectSame(store, referral, resolution);
}

async function expectSame(store: Store, referral: string, resolution: string): Promise<void> {
  const row = await store.database.quick
    .selectFrom('referral_resolutions')
    .select('resolution')
    .where('referral_id', '=', referral)
    .executeTakeFirst();
  if (row?.resolution === resolution) return;
  const text = `Referral ${referral} was resolved already, as ${row?.resolution}.`;
  throw new RoomError('STORE_CONFLICT', text, { field: 'referral', value: referral });
}

const notFound = (id: string) =>
  new RoomError('NOT_FOUND', `There is no referral ${id}.`, { field: 'referral', value: id });
