/** `records.consents`: one for each purpose and modality, versioned, withdrawable; templates hang on it (R10). */
import { fieldInvalid, type Id, type Instant, instantOf, newId } from '../kernel/index.ts';
import type { Access } from './access.ts';
import { appendLeaves } from './audit/append.ts';
import type { Db } from './database/open-database.ts';
import type { NewRow, Row } from './database/tables.ts';
import { sealJson } from './keys/seal.ts';
import { MODALITIES, type Modality, PURPOSE } from './modality.ts';
import type { Store } from './store.ts';
import { eraseTemplates } from './templates/erase.ts';

export type ConsentId = Id<'consent'>;

export interface NewConsent {
  readonly modality: Modality;
  /** Which text was agreed to. */
  readonly textVersion: string;
  /** The language it was shown in. */
  readonly language: string;
  /** The guardian who consented, for a minor. */
  readonly guardian?: string;
  /** How it was given, as `{ lane, method: 'touch' }`; sealed. */
  readonly evidence?: Readonly<Record<string, string>>;
  readonly givenAt?: Instant;
}

export interface Consent extends Omit<NewConsent, 'evidence'> {
  readonly id: ConsentId;
  readonly purpose: string;
  readonly givenAt: Instant;
  readonly withdrawnAt?: Instant;
}

export interface Withdrawal {
  readonly withdrawn: readonly Modality[];
  readonly templatesErased: number;
}

export interface Consents {
  /** The same text again gives the same consent; another text closes the one before, with its templates. */
  give(traveller: string, consent: NewConsent, by: Access): Promise<ConsentId>;
  /** One modality, or all: erases keys and templates in the same transaction. A repeated call changes nothing (C-13). */
  withdraw(traveller: string, by: Access, modality?: Modality): Promise<Withdrawal>;
  /** Every consent ever given, oldest first. */
  of(traveller: string): Promise<Consent[]>;
}

export function consentRow(
  store: Store,
  key: Uint8Array,
  person: string,
  input: NewConsent,
): NewRow<'consents'> {
  if (!MODALITIES.includes(input.modality))
    throw fieldInvalid('modality', input.modality, MODALITIES.join(' or '));
  const id = newId('consent', store.clock, store.fill);
  const context = { record: 'consent', id, person, purpose: 'personal' };
  return {
    id,
    traveller_id: person,
    purpose: PURPOSE,
    modality: input.modality,
    text_version: input.textVersion,
    language: input.language,
    guardian_id: input.guardian ?? null,
    evidence: input.evidence ? sealJson(key, input.evidence, context) : null,
    given_at: input.givenAt ?? store.clock.now(),
    withdrawn_at: null,
  };
}

export function openConsents(store: Store): Consents {
  const db = store.database.quick;
  return {
    async give(traveller, input, by) {
      const note = {
        action: 'consent-given',
        ...by,
        traveller,
        result: `${input.modality}/${input.textVersion}`,
      };
      const leaf = await store.audit.leafOf(note);
      const row = consentRow(store, await store.personKeys.of(traveller, 'personal'), traveller, input);
      return db.transaction().execute(async (tx) => {
        const [open] = await lockOpen(tx, traveller, [input.modality]);
        if (open?.text_version === input.textVersion) return open.id as ConsentId;
        if (open) await close(store, tx, [open]);
        await tx.insertInto('consents').values(row).execute();
        await appendLeaves(tx, [leaf]);
        return row.id as ConsentId;
      });
    },
    async withdraw(traveller, by, modality) {
      const modalities = modality ? [modality] : MODALITIES;
      const note = { action: 'consent-withdrawn', ...by, traveller, result: modalities.join(',') };
      const leaf = await store.audit.leafOf(note);
      return db.transaction().execute(async (tx) => {
        const open = await lockOpen(tx, traveller, modalities);
        if (open.length === 0) return { withdrawn: [], templatesErased: 0 };
        const templatesErased = await close(store, tx, open);
        await appendLeaves(tx, [leaf]);
        return { withdrawn: open.map((row) => row.modality as Modality), templatesErased };
      });
    },
    async of(traveller) {
      const rows = await db
        .selectFrom('consents')
        .selectAll()
        .where('traveller_id', '=', traveller)
        .orderBy('given_at')
        .orderBy('withdrawn_at')
        .orderBy('id')
        .execute();
      return rows.map(readConsent);
    },
  };
}

/** Locked, so that no template can be stored under a consent while it is being withdrawn. */
function lockOpen(tx: Db, traveller: string, modalities: readonly Modality[]): Promise<Row<'consents'>[]> {
  return tx
    .selectFrom('consents')
    .selectAll()
    .where('traveller_id', '=', traveller)
    .where('modality', 'in', modalities)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .execute();
}

async function close(store: Store, tx: Db, open: readonly Row<'consents'>[]): Promise<number> {
  let erased = 0;
  for (const { id, traveller_id, modality, given_at } of open) {
    // A clock set back between the two must not make the withdrawal older than the consent.
    const withdrawn_at = instantOf(Math.max(store.clock.now(), given_at));
    await tx.updateTable('consents').set({ withdrawn_at }).where('id', '=', id).execute();
    erased += await eraseTemplates(tx, traveller_id, [modality as Modality]);
  }
  return erased;
}

function readConsent(row: Row<'consents'>): Consent {
  return {
    id: row.id as ConsentId,
    purpose: row.purpose,
    modality: row.modality as Modality,
    textVersion: row.text_version,
    language: row.language,
    givenAt: row.given_at,
    ...(row.guardian_id !== null && { guardian: row.guardian_id }),
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
  };
}
