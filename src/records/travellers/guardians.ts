/** Who is whose statutory guardian, and until when (D-04). */
import { type Day, fieldInvalid, type TravellerId } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import { sealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';

export interface GuardianLink {
  readonly ward: string;
  readonly guardian: string;
  /** As `PARENT`, `APPOINTED`. */
  readonly relation: string;
  readonly from: Day;
  /** Last day of validity; the ward's eighteenth birthday at the latest. */
  readonly to: Day;
  /** What the link rests on, as a document's name; sealed with the ward's key. */
  readonly evidence?: string;
}

export async function linkGuardian(store: Store, link: GuardianLink, by: Access): Promise<void> {
  if (link.ward === link.guardian)
    throw fieldInvalid('guardian', link.guardian, 'another person than the ward');
  if (link.from > link.to) throw fieldInvalid('to', link.to, `a day from ${link.from} on`);
  const leaves = await store.audit.leavesOf({ action: 'guardian-linked', ...by }, [link.ward, link.guardian]);
  const row = await rowOf(store, link);
  await store.database.quick.transaction().execute(async (tx) => {
    const { relation, valid_from, valid_to, evidence } = row;
    await tx
      .insertInto('guardian_links')
      .values(row)
      .onConflict((pair) =>
        pair.columns(['ward_id', 'guardian_id']).doUpdateSet({ relation, valid_from, valid_to, evidence }),
      )
      .execute();
    await appendLeaves(tx, leaves);
  });
}

async function rowOf(store: Store, { ward, guardian, relation, from, to, evidence }: GuardianLink) {
  const context = { record: 'guardian-link', person: ward, guardian, purpose: 'personal' };
  const key = evidence === undefined ? undefined : await store.personKeys.of(ward, 'personal');
  return {
    ward_id: ward,
    guardian_id: guardian,
    relation,
    valid_from: from,
    valid_to: to,
    evidence: key ? sealJson(key, { evidence }, context) : null,
    added_at: store.clock.now(),
  };
}

export async function guardiansOf(store: Store, ward: string, on: Day): Promise<TravellerId[]> {
  const rows = await store.database.quick
    .selectFrom('guardian_links')
    .select('guardian_id')
    .where('ward_id', '=', ward)
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .orderBy('guardian_id')
    .execute();
  return rows.map((row) => row.guardian_id as TravellerId);
}

/** Whose statutory guardian somebody is on that day, both ends included. */
export async function wardsOf(store: Store, guardian: string, on: Day): Promise<TravellerId[]> {
  const rows = await store.database.quick
    .selectFrom('guardian_links')
    .select('ward_id')
    .where('guardian_id', '=', guardian)
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .orderBy('ward_id')
    .execute();
  return rows.map((row) => row.ward_id as TravellerId);
}
