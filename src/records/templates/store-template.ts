/** Seals a template and stores it under the person's open consent. */
import { sql } from 'kysely';
import { fieldInvalid, isRoomError, newId, RoomError } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import { appendLeaves } from '../audit/append.ts';
import type { Db } from '../database/open-database.ts';
import type { NewRow } from '../database/tables.ts';
import { seal } from '../keys/seal.ts';
import type { Store } from '../store.ts';
import { GALLERY_CHANNEL } from './gallery-channel.ts';
import { templateContext } from './template-context.ts';
import type { NewTemplate, TemplateId } from './templates.ts';

const BYTES_MAX = 65_536;

export async function storeTemplate(store: Store, input: NewTemplate, by: Access): Promise<TemplateId> {
  if (input.bytes.length === 0 || input.bytes.length > BYTES_MAX) {
    throw fieldInvalid('bytes', `${input.bytes.length} bytes`, `a template of 1-${BYTES_MAX} bytes`);
  }
  const { traveller, modality } = input;
  const leaf = await store.audit.leafOf({ action: 'template-stored', ...by, traveller, result: modality });
  const consent = await openConsentOf(store, input);
  const row = sealedRow(store, input, consent, await store.personKeys.ensure(traveller, modality));
  try {
    await store.database.quick.transaction().execute(async (tx) => {
      await replace(tx, row);
      await appendLeaves(tx, [leaf]);
      await sql`SELECT pg_notify(${GALLERY_CHANNEL}, ${traveller})`.execute(tx);
    });
  } catch (error) {
    // The trigger's answer: the consent was withdrawn since we looked.
    throw isRoomError(error) && error.facts.sqlState === '23503' ? consentMissing(input) : error;
  }
  return row.id as TemplateId;
}

async function openConsentOf(store: Store, input: NewTemplate): Promise<string> {
  const row = await store.database.quick
    .selectFrom('consents')
    .select('id')
    .where('traveller_id', '=', input.traveller)
    .where('modality', '=', input.modality)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw consentMissing(input);
  return row.id;
}

function consentMissing({ traveller, modality }: NewTemplate): RoomError {
  const text = `Traveller ${traveller} has no consent for ${modality}; without it no template is kept.`;
  return new RoomError('CONSENT_MISSING', text, { field: 'consent', value: modality });
}

function sealedRow(store: Store, input: NewTemplate, consent: string, key: Uint8Array): NewRow<'templates'> {
  const { traveller, modality, position, model, source, bytes, capturedAt } = input;
  const id = newId('template', store.clock, store.fill);
  const bound = { id, traveller_id: traveller, consent_id: consent, modality, position, model };
  const now = store.clock.now();
  const sealed = seal(key, bytes, templateContext(bound));
  key.fill(0);
  return { ...bound, source, sealed, captured_at: capturedAt ?? now, stored_at: now };
}

async function replace(tx: Db, row: NewRow<'templates'>): Promise<void> {
  await tx
    .insertInto('templates')
    .values(row)
    .onConflict((same) => same.columns(['traveller_id', 'modality', 'position', 'model']).doUpdateSet(row))
    .execute();
}
