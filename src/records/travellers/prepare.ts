/** From what was said of a traveller to the rows that keep it, with everything personal sealed. */
import { newId, type TravellerId } from '../../kernel/index.ts';
import { consentRow } from '../consents.ts';
import type { NewRow } from '../database/tables.ts';
import { blindIndex } from '../keys/blind-index.ts';
import { newKey, sealJson } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import {
  detailsContext,
  documentContext,
  type NewDocument,
  type NewEndorsement,
  type NewTraveller,
  type PersonDetails,
} from './traveller.ts';

export interface TravellerRows {
  readonly id: TravellerId;
  readonly traveller: NewRow<'travellers'>;
  readonly key: NewRow<'person_keys'>;
  readonly documents: readonly NewRow<'documents'>[];
  readonly endorsements: readonly NewRow<'endorsements'>[];
  readonly consents: readonly NewRow<'consents'>[];
}

export async function prepareTraveller(store: Store, input: NewTraveller): Promise<TravellerRows> {
  const { clock, fill } = store;
  const {
    id = newId('traveller', clock, fill),
    category,
    synthetic = false,
    documents = [],
    consents = [],
  } = input;
  const { key, row } = await store.personKeys.make(id, 'personal');
  const travelDocuments = documents.map((document) => prepareDocument(store, key, id, document));
  return {
    id,
    key: row,
    traveller: {
      id,
      category,
      synthetic,
      sealed: sealJson(key, detailsOf(input), detailsContext(id)),
      audit_key: Buffer.from(newKey()),
      added_at: clock.now(),
    },
    documents: travelDocuments.map((prepared) => prepared.document),
    endorsements: travelDocuments.flatMap((prepared) => prepared.endorsements),
    consents: consents.map((consent) => consentRow(store, key, id, consent)),
  };
}

function detailsOf(input: NewTraveller): PersonDetails {
  const { id, category, synthetic, documents, consents, ...details } = input;
  return details;
}

export function prepareDocument(store: Store, key: Uint8Array, person: string, input: NewDocument) {
  const { clock, fill } = store;
  const { id = newId('document', clock, fill), type, number, expires, endorsements = [] } = input;
  const document: NewRow<'documents'> = {
    id,
    traveller_id: person,
    type,
    expires,
    number_index: blindIndex(store.keys.indexKey(), 'document-number', number),
    sealed: sealJson(key, { number }, documentContext(id, person)),
    added_at: clock.now(),
  };
  return { id, document, endorsements: endorsements.map((each) => prepareEndorsement(store, id, each)) };
}

export function prepareEndorsement(
  store: Store,
  document: string,
  input: NewEndorsement,
): NewRow<'endorsements'> {
  const { type, entries, destination, expires } = input;
  const id = newId('endorsement', store.clock, store.fill);
  return { id, document_id: document, type, entries, destination, expires, added_at: store.clock.now() };
}
