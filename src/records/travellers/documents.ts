/** Documents and endorsements that come after the person. */

import { RoomError } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import type { Store } from '../store.ts';
import { checkDocument, checkEndorsement } from './check-input.ts';
import { prepareDocument, prepareEndorsement } from './prepare.ts';
import type { DocumentId, EndorsementId, NewDocument, NewEndorsement } from './traveller.ts';

export async function addDocument(
  store: Store,
  traveller: string,
  input: NewDocument,
  by: Access,
): Promise<DocumentId> {
  checkDocument(input);
  const leaf = await store.audit.leafOf({ action: 'document-added', ...by, traveller });
  const key = await store.personKeys.of(traveller, 'personal');
  const { id, document, endorsements } = prepareDocument(store, key, traveller, input);
  await store.database.quick.transaction().execute(async (tx) => {
    await tx.insertInto('documents').values(document).execute();
    if (endorsements.length > 0) await tx.insertInto('endorsements').values(endorsements).execute();
    await appendLeaves(tx, [leaf]);
  });
  return id;
}

export async function addEndorsement(
  store: Store,
  document: string,
  input: NewEndorsement,
  by: Access,
): Promise<EndorsementId> {
  checkEndorsement(input);
  const db = store.database.quick;
  const holder = await db
    .selectFrom('documents')
    .select('traveller_id')
    .where('id', '=', document)
    .executeTakeFirst();
  if (!holder) {
    throw new RoomError('NOT_FOUND', `There is no document ${document}.`, {
      field: 'document',
      value: document,
    });
  }
  const leaf = await store.audit.leafOf({
    action: 'endorsement-added',
    ...by,
    traveller: holder.traveller_id,
  });
  const row = prepareEndorsement(store, document, input);
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('endorsements').values(row).execute();
    await appendLeaves(tx, [leaf]);
  });
  return row.id as EndorsementId;
}
