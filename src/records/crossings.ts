/** `records.crossings`: completed crossings, for the traveller's receipt and the officer's view (E-01 to E-07). */
import type { Instant } from '../kernel/index.ts';
import type { Access } from './access.ts';
import { appendLeaves } from './audit/append.ts';
import type { Db } from './database/open-database.ts';
import { unsealJson } from './keys/seal.ts';
import type { CrossingId } from './passages/passages.ts';
import type { Store } from './store.ts';
import { documentContext } from './travellers/traveller.ts';

export interface Crossing {
  readonly id: CrossingId;
  readonly traveller: string;
  readonly port: string;
  readonly lane: string;
  readonly direction: 'entry' | 'exit';
  readonly clearedAt: Instant;
  readonly completedAt: Instant;
  readonly documentType?: string;
  /** What a receipt may show of the document's number (E-06). */
  readonly documentLast4?: string;
}

export interface Crossings {
  /** The latest crossing of a traveller at one port: all that a kiosk there prints (E-01, E-07). */
  latestAt(traveller: string, port: string, by: Access): Promise<Crossing | undefined>;
  /** Newest first. */
  of(traveller: string, by: Access, limit?: number): Promise<Crossing[]>;
}

const PAGE_MAX = 500;

export function openCrossings(store: Store): Crossings {
  async function read(traveller: string, by: Access, limit: number, port?: string): Promise<Crossing[]> {
    const db = store.database.quick;
    await appendLeaves(db, [await store.audit.leafOf({ action: 'crossings-read', ...by, traveller })]);
    let query = completed(db).where('crossings.traveller_id', '=', traveller);
    if (port !== undefined) query = query.where('crossings.port', '=', port);
    const rows = await query.limit(Math.min(limit, PAGE_MAX)).execute();
    if (rows.length === 0) return [];
    const key = await store.personKeys.of(traveller, 'personal');
    return rows.map((row) => readCrossing(row, key));
  }
  return {
    latestAt: async (traveller, port, by) => (await read(traveller, by, 1, port))[0],
    of: (traveller, by, limit = 100) => read(traveller, by, limit),
  };
}

function completed(db: Db) {
  return db
    .selectFrom('crossings')
    .innerJoin('crossing_outcomes', 'crossing_outcomes.crossing_id', 'crossings.id')
    .innerJoin('passages', 'passages.id', 'crossings.passage_id')
    .leftJoin('documents', 'documents.id', 'crossings.document_id')
    .where('crossing_outcomes.outcome', '=', 'completed')
    .select([
      'crossings.id',
      'crossings.traveller_id',
      'crossings.port',
      'passages.lane',
      'crossings.direction',
      'crossings.cleared_at',
      'crossing_outcomes.at',
      'documents.id as document_id',
      'documents.type',
      'documents.sealed',
    ])
    .orderBy('crossing_outcomes.at', 'desc')
    .orderBy('crossings.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof completed>['execute']>>[number];

function readCrossing(row: Row, key: Uint8Array): Crossing {
  return {
    id: row.id as CrossingId,
    traveller: row.traveller_id,
    port: row.port,
    lane: row.lane,
    direction: row.direction === 'entry' ? 'entry' : 'exit',
    clearedAt: row.cleared_at,
    completedAt: row.at,
    ...(row.type !== null && { documentType: row.type }),
    ...(row.document_id !== null &&
      row.sealed !== null && { documentLast4: last4(row.document_id, row.traveller_id, row.sealed, key) }),
  };
}

function last4(document: string, person: string, sealed: Buffer, key: Uint8Array): string {
  const { number } = unsealJson<{ number: string }>(key, sealed, documentContext(document, person));
  return number.slice(-4);
}
