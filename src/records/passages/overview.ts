/** What happened lately, for the port's page: ids, codes and times, never a name. */
import { sql } from 'kysely';
import type { Instant } from '../../kernel/index.ts';
import type { Store } from '../store.ts';
import type { CrossingId } from './passages.ts';

export type PassageState = 'cleared' | 'completed' | 'voided' | 'referred';

export interface PassageRow {
  readonly id: string;
  readonly port: string;
  readonly lane: string;
  readonly direction: string;
  readonly startedAt: Instant;
  readonly state: PassageState;
  readonly traveller?: string;
  readonly crossing?: CrossingId;
  /** Why it was referred or voided. */
  readonly reasons: readonly string[];
  readonly endedAt?: Instant;
}

export interface PassageStats {
  readonly passages: number;
  readonly completed: number;
  readonly voided: number;
  readonly referred: number;
  /** Cleared, not ended yet. */
  readonly inside: number;
  /** From the passage's start to the crossing's completion; absent when nobody crossed. */
  readonly secondsMedian?: number;
  readonly secondsP95?: number;
}

const PAGE_MAX = 500;

interface RawPassage {
  id: string;
  port: string;
  lane: string;
  direction: string;
  started_at: Instant;
  traveller: string | null;
  crossing: CrossingId | null;
  outcome: 'completed' | 'voided' | null;
  reason: string | null;
  reasons: string[] | null;
  ended_at: Instant | null;
}

export async function recentPassages(store: Store, limit: number): Promise<PassageRow[]> {
  const { rows } = await sql<RawPassage>`
    SELECT p.id, p.port, p.lane, p.direction, p.started_at, coalesce(c.traveller_id, r.traveller_id) AS traveller,
      c.id AS crossing, o.outcome, o.reason, r.reasons, coalesce(o.at, r.at, c.cleared_at) AS ended_at
    FROM passages p
    LEFT JOIN crossings c ON c.passage_id = p.id
    LEFT JOIN crossing_outcomes o ON o.crossing_id = c.id
    LEFT JOIN referrals r ON r.passage_id = p.id
    ORDER BY p.started_at DESC, p.id DESC LIMIT ${Math.min(limit, PAGE_MAX)}`.execute(store.database.quick);
  return rows.map((row) => ({
    id: row.id,
    port: row.port,
    lane: row.lane,
    direction: row.direction,
    startedAt: row.started_at,
    state: row.outcome ?? (row.reasons === null ? 'cleared' : 'referred'),
    reasons: [...(row.reason === null ? [] : [row.reason]), ...(row.reasons ?? [])],
    ...(row.traveller !== null && { traveller: row.traveller }),
    ...(row.crossing !== null && { crossing: row.crossing }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }));
}

interface RawStats {
  passages: number;
  completed: number;
  voided: number;
  referred: number;
  inside: number;
  median: number | null;
  p95: number | null;
}

export async function passageStats(
  store: Store,
  { since, port }: { since?: Instant; port?: string },
): Promise<PassageStats> {
  const { rows } = await sql<RawStats>`
    SELECT count(*) AS passages, count(*) FILTER (WHERE o.outcome = 'completed') AS completed,
      count(*) FILTER (WHERE o.outcome = 'voided') AS voided, count(r.id) AS referred,
      count(*) FILTER (WHERE c.id IS NOT NULL AND o.outcome IS NULL) AS inside,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY (o.at - p.started_at) / 1000.0)
        FILTER (WHERE o.outcome = 'completed') AS median,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY (o.at - p.started_at) / 1000.0)
        FILTER (WHERE o.outcome = 'completed') AS p95
    FROM passages p
    LEFT JOIN crossings c ON c.passage_id = p.id
    LEFT JOIN crossing_outcomes o ON o.crossing_id = c.id
    LEFT JOIN referrals r ON r.passage_id = p.id
    WHERE p.started_at >= ${since ?? 0} AND (${port ?? null}::text IS NULL OR p.port = ${port ?? null})`.execute(
    store.database.quick,
  );
  const { median = null, p95 = null, ...counts } = rows[0] ?? NOTHING;
  return {
    ...counts,
    ...(median !== null && { secondsMedian: median }),
    ...(p95 !== null && { secondsP95: p95 }),
  };
}

const NOTHING: RawStats = {
  passages: 0,
  completed: 0,
  voided: 0,
  referred: 0,
  inside: 0,
  median: null,
  p95: null,
};

export async function unfinishedCrossings(store: Store) {
  const { rows } = await sql<{ crossing: CrossingId; lane: string; clearedAt: Instant }>`
    SELECT c.id AS crossing, p.lane, c.cleared_at AS "clearedAt"
    FROM crossings c JOIN passages p ON p.id = c.passage_id
    WHERE NOT EXISTS (SELECT FROM crossing_outcomes o WHERE o.crossing_id = c.id)
    ORDER BY c.cleared_at`.execute(store.database.quick);
  return rows;
}
