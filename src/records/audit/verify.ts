/** Recomputes the whole log and says whether it is the one that its checkpoints, and those held elsewhere, attest. */
import type { Db } from '../database/open-database.ts';
import { EMPTY_FRONTIER, type Frontier, grow, leafHash, rootOf } from './merkle.ts';

/** A state of the log that somebody kept: `root` in hex. */
export interface Checkpoint {
  readonly size: number;
  readonly root: string;
}

export type AuditVerdict =
  | { readonly outcome: 'intact'; readonly size: number; readonly root: string }
  | {
      readonly outcome: 'broken';
      readonly fault: 'leaf-changed' | 'leaf-missing' | 'root-differs' | 'truncated';
      /** Place of the first leaf, or size of the first checkpoint, that does not agree. */
      readonly place: number;
    };

const BATCH = 2000;

export async function verifyLog(db: Db, held?: Checkpoint): Promise<AuditVerdict> {
  const roots = await expectedRoots(db, held);
  let frontier: Frontier = EMPTY_FRONTIER;
  for (;;) {
    const rows = await readLeaves(db, frontier.size);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.place !== frontier.size) return broken('leaf-missing', frontier.size);
      const hash = leafHash(row.leaf);
      if (!hash.equals(row.leaf_hash) || !agrees(row)) return broken('leaf-changed', row.place);
      frontier = grow(frontier, [hash]);
      const root = roots.get(frontier.size);
      if (root !== undefined && root !== rootOf(frontier).toString('hex')) {
        return broken('root-differs', frontier.size);
      }
    }
  }
  const sizeMax = Math.max(0, ...roots.keys());
  if (sizeMax > frontier.size) return broken('truncated', frontier.size);
  if (held && held.size === 0) return intact(frontier);
  return held && roots.get(held.size) !== held.root ? broken('root-differs', held.size) : intact(frontier);
}

const broken = (
  fault: Extract<AuditVerdict, { outcome: 'broken' }>['fault'],
  place: number,
): AuditVerdict => ({
  outcome: 'broken',
  fault,
  place,
});

const intact = (frontier: Frontier): AuditVerdict => ({
  outcome: 'intact',
  size: frontier.size,
  root: rootOf(frontier).toString('hex'),
});

/** What was kept elsewhere outweighs what the store says of itself. */
async function expectedRoots(db: Db, held: Checkpoint | undefined): Promise<Map<number, string>> {
  const rows = await db.selectFrom('audit_checkpoints').select(['size', 'root']).execute();
  const roots = new Map(rows.map((row) => [row.size, row.root.toString('hex')]));
  if (held) roots.set(held.size, held.root);
  return roots;
}

function readLeaves(db: Db, from: number) {
  return db
    .selectFrom('audit_log')
    .innerJoin('audit_entries', 'audit_entries.id', 'audit_log.entry_id')
    .select([
      'audit_log.place',
      'audit_log.leaf_hash',
      'audit_entries.id',
      'audit_entries.object',
      'audit_entries.leaf',
    ])
    .where('audit_log.place', '>=', from)
    .orderBy('audit_log.place')
    .limit(BATCH)
    .execute();
}

/** The columns beside the leaf only help to find it: they must say what the leaf says. */
function agrees(row: { id: string; object: string | null; leaf: string }): boolean {
  const { id, object } = JSON.parse(row.leaf) as { id?: string; object?: string };
  return id === row.id && (object ?? null) === row.object;
}
