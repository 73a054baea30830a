/** `records.facts`: what the law's question `lane` needs to know of a traveller, in the words of its contract. */
import { type Day, formatInstant, type Instant, RoomError } from '../kernel/index.ts';
import type { Row } from './database/tables.ts';
import { unsealJson } from './keys/seal.ts';
import { MODALITIES, type Modality } from './modality.ts';
import type { Store } from './store.ts';
import {
  type Category,
  detailsContext,
  type NewEndorsement,
  type PersonDetails,
} from './travellers/traveller.ts';

export interface TravellerFacts {
  readonly person: {
    readonly category: Category;
    readonly birthDate: Day;
    readonly declaredCapacity?: 'LIMITED' | 'NONE';
    readonly livesOnOwnLabourIncome?: boolean;
    readonly officialDocumentHeld?: boolean;
    readonly heightM?: number;
  };
  /** The document asked for, or the one that is valid longest; absent when the traveller has none. */
  readonly document?: { readonly type: string; readonly expires: Day };
  /** Its endorsements. */
  readonly endorsements: readonly NewEndorsement[];
  /** Given once, withdrawn since or not; `withdrawnAt` is RFC 3339 with offset. */
  readonly consent: { readonly face: boolean; readonly fingerprint: boolean; readonly withdrawnAt?: string };
  /** Templates of face and finger are here, or the older fast lanes have them (C-03). */
  readonly biometricsOnFile: boolean;
  /** Id of `document`, for the clearance; not a fact of the law. */
  readonly documentId?: string;
}

/** Throws NOT_FOUND. Audited with the passage that it is read for. */
export async function readFacts(
  store: Store,
  traveller: string,
  documentId?: string,
): Promise<TravellerFacts> {
  const db = store.database.quick;
  const [person, documents, consents, templates] = await Promise.all([
    readPerson(store, traveller),
    db
      .selectFrom('documents')
      .selectAll()
      .where('traveller_id', '=', traveller)
      .orderBy('expires', 'desc')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('consents')
      .selectAll()
      .where('traveller_id', '=', traveller)
      .orderBy('given_at')
      .orderBy('withdrawn_at')
      .orderBy('id')
      .execute(),
    db.selectFrom('templates').select('modality').distinct().where('traveller_id', '=', traveller).execute(),
  ]);
  const document = documentId === undefined ? documents[0] : documents.find((row) => row.id === documentId);
  const enrolled = MODALITIES.every((modality) => templates.some((row) => row.modality === modality));
  const { names, fastLaneEnrolled = false, ...details } = person.details;
  return {
    person: { category: person.category, ...details },
    endorsements: document ? await readEndorsements(store, document.id) : [],
    consent: consentFact(consents),
    biometricsOnFile: enrolled || fastLaneEnrolled,
    ...(document && {
      document: { type: document.type, expires: document.expires },
      documentId: document.id,
    }),
  };
}

async function readPerson(
  store: Store,
  traveller: string,
): Promise<{ category: Category; details: PersonDetails }> {
  const [row, key] = await Promise.all([
    store.database.quick.selectFrom('travellers').selectAll().where('id', '=', traveller).executeTakeFirst(),
    store.personKeys.ofMany([traveller], 'personal').then((keys) => keys.get(traveller)),
  ]);
  if (!row || !key) {
    throw new RoomError('NOT_FOUND', `There is no traveller ${traveller}.`, {
      field: 'traveller',
      value: traveller,
    });
  }
  const details = unsealJson<PersonDetails>(key, row.sealed, detailsContext(traveller));
  return { category: row.category as Category, details };
}

function readEndorsements(store: Store, document: string): Promise<NewEndorsement[]> {
  return store.database.quick
    .selectFrom('endorsements')
    .select(['type', 'entries', 'destination', 'expires'])
    .where('document_id', '=', document)
    .orderBy('id')
    .execute();
}

/** The last consent of each modality counts; `consents` are in the order they were given. */
function consentFact(consents: readonly Row<'consents'>[]): TravellerFacts['consent'] {
  const last = new Map(consents.map((row) => [row.modality as Modality, row]));
  const withdrawn = [...last.values()].flatMap((row): Instant[] =>
    row.withdrawn_at === null ? [] : [row.withdrawn_at],
  );
  const latest = withdrawn.sort((a, b) => b - a)[0];
  return {
    face: last.has('face'),
    fingerprint: last.has('fingerprint'),
    ...(latest !== undefined && { withdrawnAt: formatInstant(latest) }),
  };
}
