/** From rows back to travellers, with what is sealed opened by each person's own key. */

import { RoomError, type TravellerId } from '../../kernel/index.ts';
import type { Row } from '../database/tables.ts';
import { unsealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import type {
  Category,
  DocumentId,
  EndorsementId,
  PersonDetails,
  TravelDocument,
  Traveller,
} from './traveller.ts';
import { detailsContext, documentContext } from './traveller.ts';

export async function readTravellers(store: Store, rows: readonly Row<'travellers'>[]): Promise<Traveller[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [keys, documents] = await Promise.all([
    store.personKeys.ofMany(ids, 'personal'),
    documentRows(store, ids),
  ]);
  return rows.map((row) => {
    const key = keys.get(row.id) ?? noKey();
    return {
      id: row.id as TravellerId,
      category: row.category as Category,
      synthetic: row.synthetic,
      addedAt: row.added_at,
      ...unsealJson<PersonDetails>(key, row.sealed, detailsContext(row.id)),
      documents: (documents.get(row.id) ?? []).map((document) => readDocument(key, document)),
    };
  });
}

interface DocumentRows {
  readonly document: Row<'documents'>;
  readonly endorsements: readonly Row<'endorsements'>[];
}

async function documentRows(
  store: Store,
  travellers: readonly string[],
): Promise<Map<string, DocumentRows[]>> {
  const db = store.database.quick;
  const documents = await db
    .selectFrom('documents')
    .selectAll()
    .where('traveller_id', 'in', travellers)
    .orderBy('id')
    .execute();
  if (documents.length === 0) return new Map();
  const endorsements = await db
    .selectFrom('endorsements')
    .selectAll()
    .where(
      'document_id',
      'in',
      documents.map((row) => row.id),
    )
    .orderBy('id')
    .execute();
  const byDocument = groupBy(endorsements, (row) => row.document_id);
  const both = documents.map((document) => ({ document, endorsements: byDocument.get(document.id) ?? [] }));
  return groupBy(both, ({ document }) => document.traveller_id);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function readDocument(key: Uint8Array, { document, endorsements }: DocumentRows): TravelDocument {
  const { id, traveller_id, type, expires, sealed } = document;
  const { number } = unsealJson<{ number: string }>(key, sealed, documentContext(id, traveller_id));
  return {
    id: id as DocumentId,
    type,
    number,
    expires,
    endorsements: endorsements.map((row) => ({
      id: row.id as EndorsementId,
      type: row.type,
      entries: row.entries,
      destination: row.destination,
      expires: row.expires,
    })),
  };
}

function noKey(): never {
  throw new RoomError(
    'NOT_FOUND',
    'The personal key of this traveller was destroyed; nothing of them can be read.',
  );
}
