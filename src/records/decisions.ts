/** `records.decisions`: what was decided, on which facts, by which rules; it replays bit for bit (R26). */
import { createHash } from 'node:crypto';
import { canonicalJson, type Instant, newId, RoomError } from '../kernel/index.ts';
import type { NewRow } from './database/tables.ts';
import { sealJson, unsealJson } from './keys/seal.ts';
import type { Store } from './store.ts';

export interface NewDecision {
  /** As `lane`. */
  readonly question: string;
  /** The instant decided for. */
  readonly at: Instant;
  readonly facts: unknown;
  /** Hash of the rules in force, as the law gives it. */
  readonly rulesHash: string;
  readonly decision: unknown;
  /** Whom it is about: facts and decision are then sealed with that person's key. */
  readonly traveller?: string;
}

export interface KeptDecision extends NewDecision {
  readonly id: string;
  /** SHA-256 of the facts' canonical JSON, in hex. */
  readonly factsHash: string;
}

export interface Decisions {
  store(decision: NewDecision): Promise<string>;
  /** Throws NOT_FOUND; TEMPLATE_TAMPERED when the kept facts are not those that were decided on. */
  load(id: string): Promise<KeptDecision>;
}

const contextOf = (id: string, person: string) => ({ record: 'decision', id, person, purpose: 'personal' });
const hashOf = (facts: unknown) => createHash('sha256').update(canonicalJson(facts)).digest('hex');

/** The row is the caller's to insert, so that a clearance takes its decision into its own statement. */
export async function decisionRow(store: Store, input: NewDecision): Promise<NewRow<'decisions'>> {
  const { question, at, facts, rulesHash, decision, traveller } = input;
  const id = `Q-${newId('audit', store.clock, store.fill).slice(2)}`;
  const kept = { facts, decision };
  const key = traveller === undefined ? undefined : await store.personKeys.of(traveller, 'personal');
  return {
    id,
    question,
    at,
    traveller_id: traveller ?? null,
    facts_hash: hashOf(facts),
    rules_hash: rulesHash,
    plain: key ? null : canonicalJson(kept),
    sealed: key && traveller !== undefined ? sealJson(key, kept, contextOf(id, traveller)) : null,
  };
}

export function openDecisions(store: Store): Decisions {
  const db = store.database.quick;
  return {
    async store(input) {
      const row = await decisionRow(store, input);
      await db.insertInto('decisions').values(row).execute();
      return row.id;
    },
    async load(id) {
      const row = await db.selectFrom('decisions').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row)
        throw new RoomError('NOT_FOUND', `There is no decision ${id}.`, { field: 'decision', value: id });
      const { facts, decision } = await openKept(store, row);
      if (hashOf(facts) !== row.facts_hash) {
        throw new RoomError(
          'TEMPLATE_TAMPERED',
          'The facts kept with this decision are not those decided on.',
          { id },
        );
      }
      return {
        id,
        question: row.question,
        at: row.at,
        facts,
        decision,
        factsHash: row.facts_hash,
        rulesHash: row.rules_hash,
        ...(row.traveller_id !== null && { traveller: row.traveller_id }),
      };
    },
  };
}

type Kept = Pick<NewDecision, 'facts' | 'decision'>;

async function openKept(
  store: Store,
  row: { id: string; traveller_id: string | null; plain: string | null; sealed: Buffer | null },
): Promise<Kept> {
  if (row.traveller_id === null || row.sealed === null) return JSON.parse(row.plain ?? '{}') as Kept;
  const key = await store.personKeys.of(row.traveller_id, 'personal');
  return unsealJson<Kept>(key, row.sealed, contextOf(row.id, row.traveller_id));
}
