/** Opens templates: one person's, or everybody's in batches for the gallery. */
import type { TravellerId } from '../../kernel/index.ts';
import { isRoomError } from '../../kernel/index.ts';
import type { Access } from '../access.ts';
import type { Row } from '../database/tables.ts';
import { unseal } from '../keys/seal.ts';
import type { Modality } from '../modality.ts';
import type { Store } from '../store.ts';
import { templateContext } from './template-context.ts';
import type { LoadOptions, StoredTemplate, TemplateId, TemplateSource } from './templates.ts';

const BATCH = 500;

export async function templatesOf(
  store: Store,
  traveller: string,
  modality?: Modality,
): Promise<StoredTemplate[]> {
  let query = store.database.quick.selectFrom('templates').selectAll().where('traveller_id', '=', traveller);
  if (modality) query = query.where('modality', '=', modality);
  const rows = await query.orderBy('id').execute();
  const opened: StoredTemplate[] = [];
  for (const row of rows) {
    const key = await store.personKeys.of(traveller, row.modality as Modality);
    opened.push(open(row, key));
    key.fill(0);
  }
  return opened;
}

export async function* loadTemplates(
  store: Store,
  options: LoadOptions,
  by: Access,
): AsyncIterableIterator<StoredTemplate> {
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await readBatch(store, options, after);
    for await (const template of openBatch(store, rows, options, by)) {
      count += 1;
      yield template;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) break;
    after = last.id;
  }
  await store.audit.append({ action: 'gallery-loaded', ...by, result: options.modality, count });
}

function readBatch(store: Store, { modality, model, travellers }: LoadOptions, after: string) {
  let query = store.database.patient
    .selectFrom('templates')
    .selectAll()
    .where('modality', '=', modality)
    .where('id', '>', after);
  if (model !== undefined) query = query.where('model', '=', model);
  if (travellers)
    query = query.where((row) => row('traveller_id', '=', row.fn.any(row.val([...travellers]))));
  return query.orderBy('id').limit(BATCH).execute();
}

async function* openBatch(
  store: Store,
  rows: readonly Row<'templates'>[],
  { modality, onTampered }: LoadOptions,
  by: Access,
): AsyncIterableIterator<StoredTemplate> {
  const keys = await keysOf(store, rows, modality, onTampered !== undefined);
  for (const row of rows) {
    const template = tryOpen(row, keys.get(row.traveller_id), onTampered === undefined);
    if (template) yield template;
    else {
      onTampered?.({ id: row.id, traveller: row.traveller_id });
      await store.audit.append({
        action: 'template-refused',
        ...by,
        traveller: row.traveller_id,
        result: modality,
      });
    }
  }
  for (const key of keys.values()) key.fill(0);
}

/** A batch's keys at once; one by one when some key itself was tampered with and the walk shall go on. */
async function keysOf(
  store: Store,
  rows: readonly Row<'templates'>[],
  modality: Modality,
  goOn: boolean,
): Promise<Map<string, Uint8Array>> {
  const people = rows.map((row) => row.traveller_id);
  try {
    return await store.personKeys.ofMany(people, modality);
  } catch (error) {
    if (!goOn || !isTampered(error)) throw error;
  }
  const keys = new Map<string, Uint8Array>();
  for (const person of people) {
    const key = await store.personKeys.of(person, modality).catch(() => undefined);
    if (key) keys.set(person, key);
  }
  return keys;
}

function tryOpen(
  row: Row<'templates'>,
  key: Uint8Array | undefined,
  strict: boolean,
): StoredTemplate | undefined {
  try {
    return open(row, key ?? new Uint8Array(32));
  } catch (error) {
    if (strict || !isTampered(error)) throw error;
    return undefined;
  }
}

const isTampered = (error: unknown) => isRoomError(error) && error.code === 'TEMPLATE_TAMPERED';

function open(row: Row<'templates'>, key: Uint8Array): StoredTemplate {
  return {
    id: row.id as TemplateId,
    traveller: row.traveller_id as TravellerId,
    modality: row.modality as Modality,
    position: row.position,
    model: row.model,
    source: row.source as TemplateSource,
    capturedAt: row.captured_at,
    bytes: unseal(key, row.sealed, templateContext(row)),
  };
}
