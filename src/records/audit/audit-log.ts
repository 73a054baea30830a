/** `records.audit`: the tamper-evident log. */
import { type Clock, type FillRandom, RoomError } from '../../kernel/index.ts';
import type { Database } from '../database/open-database.ts';
import { appendLeaves } from './append.ts';
import { type AuditEvent, type AuditLeaf, makeLeaf, pseudonymOf } from './leaf.ts';
import { sequence } from './sequence.ts';
import { type AuditVerdict, type Checkpoint, verifyLog } from './verify.ts';

/** An event as callers name it: with the traveller, who goes into the log under a pseudonym. */
export type AuditNote = Omit<AuditEvent, 'object'> & { readonly traveller?: string };

export interface AuditRow {
  /** 0-based place in the log. */
  readonly place: number;
  /** Canonical JSON of the leaf. */
  readonly leaf: string;
}

export interface AuditLog {
  append(note: AuditNote): Promise<void>;
  /** A leaf for a statement that appends it itself. */
  leafOf(note: AuditNote): Promise<AuditLeaf>;
  /** One leaf for each traveller. */
  leavesOf(note: AuditNote, travellers: readonly string[]): Promise<AuditLeaf[]>;
  /** Newest first; `before` is the place to go on from. */
  page(options?: { before?: number; limit?: number }): Promise<AuditRow[]>;
  /** Everything that was done to a traveller's data, oldest first: for the traveller to see who looked. */
  of(traveller: string): Promise<string[]>;
  /** Gives queued leaves their place; `openRecords` does so every second. */
  sequence(): Promise<number>;
  /** The log's newest state, to be kept by a witness; undefined while it is empty. */
  checkpoint(): Promise<Checkpoint | undefined>;
  verify(held?: Checkpoint): Promise<AuditVerdict>;
}

const PAGE_MAX = 500;
const AUDIT_KEYS_CACHED_MAX = 20_000;

export function openAuditLog(database: Database, clock: Clock, fill: FillRandom): AuditLog {
  const db = database.quick;
  const cached = new Map<string, string>();

  async function pseudonyms(travellers: readonly string[]): Promise<Map<string, string>> {
    const absent = travellers.filter((id) => !cached.has(id));
    if (absent.length > 0) {
      const rows = await db
        .selectFrom('travellers')
        .select(['id', 'audit_key'])
        .where('id', 'in', absent)
        .execute();
      if (cached.size + rows.length > AUDIT_KEYS_CACHED_MAX) cached.clear();
      for (const row of rows) cached.set(row.id, pseudonymOf(row.audit_key, row.id));
    }
    return new Map(travellers.map((id) => [id, cached.get(id) ?? missing(id)]));
  }

  async function leavesOf({ traveller: _, ...event }: AuditNote, travellers: readonly string[]) {
    const objects = await pseudonyms(travellers);
    return [...objects.values()].map((object) => makeLeaf({ ...event, object }, clock, fill));
  }

  async function leafOf({ traveller, ...event }: AuditNote): Promise<AuditLeaf> {
    if (traveller === undefined) return makeLeaf(event, clock, fill);
    const object = (await pseudonyms([traveller])).get(traveller) ?? missing(traveller);
    return makeLeaf({ ...event, object }, clock, fill);
  }

  return {
    leafOf,
    leavesOf,
    append: async (note) => appendLeaves(db, [await leafOf(note)]),
    page: ({ before, limit = 100 } = {}) => readPage(database, before, limit),
    async of(traveller) {
      const object = (await pseudonyms([traveller])).get(traveller) ?? null;
      const rows = await db
        .selectFrom('audit_entries')
        .select('leaf')
        .where('object', '=', object)
        .orderBy('id')
        .execute();
      return rows.map((row) => row.leaf);
    },
    sequence: () => sequence(database, clock),
    async checkpoint() {
      const row = await db
        .selectFrom('audit_checkpoints')
        .selectAll()
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && { size: row.size, root: row.root.toString('hex') };
    },
    verify: (held) => verifyLog(database.patient, held),
  };
}

function readPage(database: Database, before: number | undefined, limit: number): Promise<AuditRow[]> {
  let query = database.quick
    .selectFrom('audit_log')
    .innerJoin('audit_entries', 'audit_entries.id', 'audit_log.entry_id')
    .select(['audit_log.place', 'audit_entries.leaf'])
    .orderBy('audit_log.place', 'desc')
    .limit(Math.min(limit, PAGE_MAX));
  if (before !== undefined) query = query.where('audit_log.place', '<', before);
  return query.execute();
}

function missing(traveller: string): never {
  throw new RoomError('NOT_FOUND', `There is no traveller ${traveller}.`, {
    field: 'traveller',
    value: traveller,
  });
}
