/**
 * The register asked by a document's number, for a check of who somebody is. A number that nobody has costs the same
 * work as one that is known: the same statements, and a sealed record of nobody to open (T26).
 */
import type { Day, TravellerId } from '../../kernel/index.ts';
import { blindIndex } from '../keys/blind-index.ts';
import { wrapContext } from '../keys/person-keys.ts';
import { newKey, sealJson, unsealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import { detailsContext, type PersonDetails } from '../travellers/traveller.ts';

export interface RegisteredPerson {
  readonly traveller: TravellerId;
  readonly names: Readonly<Record<string, string>>;
  readonly document: { readonly type: string; readonly expires: Day };
}

export type FindRegistered = (documentNumber: string) => Promise<RegisteredPerson | undefined>;

/** Only the check sees what is found: who asked and how it ended is the check's to audit. */
export function openRegisteredPersons(store: Store): FindRegistered {
  let decoy = makeDecoy(store);
  return async (documentNumber) => {
    const index = blindIndex(store.keys.indexKey(), 'document-number', documentNumber);
    const found = await readRow(store, index);
    // A retired key-encryption key would open no decoy any more, and the fault would tell.
    if ((await decoy).key.kekId !== store.keys.currentKeyId()) decoy = makeDecoy(store);
    const { row, key } = found ?? (await decoy);
    const opened = await store.keys.unwrap(
      { kekId: key.kekId, bytes: key.bytes },
      wrapContext(row.id, 'personal'),
    );
    const { names } = unsealJson<PersonDetails>(opened, row.sealed, detailsContext(row.id));
    if (!found) return undefined;
    return { traveller: row.id as TravellerId, names, document: { type: row.type, expires: row.expires } };
  };
}

async function readRow({ database }: Store, index: Buffer) {
  const row = await database.quick
    .selectFrom('documents')
    .innerJoin('travellers', 'travellers.id', 'documents.traveller_id')
    .innerJoin('person_keys', 'person_keys.person_id', 'travellers.id')
    .select(['travellers.id', 'travellers.sealed', 'documents.type', 'documents.expires'])
    .select(['person_keys.wrapped', 'person_keys.kek_id'])
    .where('documents.number_index', '=', index)
    .where('person_keys.purpose', '=', 'personal')
    .orderBy('documents.expires', 'desc')
    .executeTakeFirst();
  return row && { row, key: { kekId: row.kek_id, bytes: row.wrapped } };
}

async function makeDecoy({ keys }: Store) {
  const id = 'T-0-0';
  const key = newKey();
  const details = {
    names: { 'zh-Hant': '無此人', latin: 'NOBODY, Of That Number' },
    birthDate: '1980-01-01',
  };
  const row = {
    id,
    sealed: sealJson(key, details, detailsContext(id)),
    type: 'NONE',
    expires: '1980-01-01' as Day,
  };
  return { row, key: await keys.wrap(key, wrapContext(id, 'personal')) };
}
