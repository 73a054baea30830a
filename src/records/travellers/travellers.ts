/** `records.travellers`: who is registered, with documents, endorsements and guardians. */
import { type Day, RoomError, type TravellerId } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import type { Row } from '../database/tables.ts';
import { blindIndex } from '../keys/blind-index.ts';
import type { Store } from '../store.ts';
import { addTravellers } from './add-travellers.ts';
import { addDocument, addEndorsement } from './documents.ts';
import { type GuardianLink, guardiansOf, linkGuardian, wardsOf } from './guardians.ts';
import { readTravellers } from './read.ts';
import type {
  DocumentId,
  EndorsementId,
  NewDocument,
  NewEndorsement,
  NewTraveller,
  Traveller,
} from './traveller.ts';

export interface Travellers {
  /** Throws FIELD_INVALID, ALREADY_EXISTS (the document's number belongs to somebody else). */
  add(input: NewTraveller, by: Access): Promise<TravellerId>;
  /** In batches, each whole or not at all; ids in the order of the inputs. */
  addMany(inputs: readonly NewTraveller[], by: Access): Promise<TravellerId[]>;
  /** Throws NOT_FOUND. */
  get(id: string, by: Access): Promise<Traveller>;
  /** In order of id; `after` is the last id of the page before. */
  list(page: { after?: string; limit?: number }, by: Access): Promise<Traveller[]>;
  /** By the exact document number, whatever its spacing and letter case. */
  find(wanted: { documentNumber: string }, by: Access): Promise<Traveller[]>;
  count(): Promise<number>;
  addDocument(traveller: string, document: NewDocument, by: Access): Promise<DocumentId>;
  addEndorsement(document: string, endorsement: NewEndorsement, by: Access): Promise<EndorsementId>;
  /** A repeated link replaces the relation, its days and its evidence (D-04). */
  linkGuardian(link: GuardianLink, by: Access): Promise<void>;
  /** Statutory guardians whose link is valid on that day, both ends included. */
  guardiansOf(ward: string, on: Day): Promise<TravellerId[]>;
  /** Whose statutory guardian somebody is on that day, both ends included. */
  wardsOf(guardian: string, on: Day): Promise<TravellerId[]>;
}

const PAGE_MAX = 200;

export function openTravellers(store: Store): Travellers {
  const db = store.database.quick;

  /** The leaves are written before anything is opened: what cannot be audited is not read. */
  async function readAudited(rows: readonly Row<'travellers'>[], by: Access): Promise<Traveller[]> {
    if (rows.length === 0) return [];
    const note = { action: 'traveller-read', ...by };
    await appendLeaves(
      db,
      await store.audit.leavesOf(
        note,
        rows.map((row) => row.id),
      ),
    );
    return readTravellers(store, rows);
  }

  return {
    addMany: (inputs, by) => addTravellers(store, inputs, by),
    add: async (input, by) => (await addTravellers(store, [input], by))[0] ?? notFound(''),
    async get(id, by) {
      const rows = await db.selectFrom('travellers').selectAll().where('id', '=', id).execute();
      return (await readAudited(rows, by))[0] ?? notFound(id);
    },
    async list({ after = '', limit = 50 }, by) {
      const page = db.selectFrom('travellers').selectAll().where('id', '>', after).orderBy('id');
      return readAudited(await page.limit(Math.min(limit, PAGE_MAX)).execute(), by);
    },
    async find({ documentNumber }, by) {
      const index = blindIndex(store.keys.indexKey(), 'document-number', documentNumber);
      const holders = db.selectFrom('documents').select('traveller_id').where('number_index', '=', index);
      const rows = await db
        .selectFrom('travellers')
        .selectAll()
        .where('id', 'in', holders)
        .orderBy('id')
        .execute();
      return readAudited(rows, by);
    },
    async count() {
      const row = await db
        .selectFrom('travellers')
        .select((all) => all.fn.countAll<number>().as('count'))
        .executeTakeFirst();
      return row?.count ?? 0;
    },
    addDocument: (traveller, document, by) => addDocument(store, traveller, document, by),
    addEndorsement: (document, endorsement, by) => addEndorsement(store, document, endorsement, by),
    linkGuardian: (link, by) => linkGuardian(store, link, by),
    guardiansOf: (ward, on) => guardiansOf(store, ward, on),
    wardsOf: (guardian, on) => wardsOf(store, guardian, on),
  };
}

function notFound(id: string): never {
  throw new RoomError('NOT_FOUND', `There is no traveller ${id}.`, { field: 'traveller', value: id });
}
