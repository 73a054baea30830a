/** Each person has one key for what is known about them and one for each modality; destroying a key erases. */
import { type Clock, RoomError } from '../../kernel/index.ts';
import type { Db } from '../database/open-database.ts';
import type { NewRow } from '../database/tables.ts';
import type { Modality } from '../modality.ts';
import type { KeyProvider } from './key-provider.ts';
import { newKey } from './seal.ts';

export type KeyPurpose = 'personal' | Modality;

/** Personal keys held in memory at most; a port's lanes ask for the same people again and again. */
const CACHED_MAX = 4096;

export interface PersonKeys {
  /** A new key with the row that keeps it; the caller inserts the row. */
  make(person: string, purpose: KeyPurpose): Promise<{ key: Uint8Array; row: NewRow<'person_keys'> }>;
  /** Throws NOT_FOUND when the key was destroyed or never made. */
  of(person: string, purpose: KeyPurpose): Promise<Uint8Array>;
  /** Keys of many people at once, by person; the destroyed are left out. */
  ofMany(people: readonly string[], purpose: KeyPurpose): Promise<Map<string, Uint8Array>>;
  /** The key of a person's modality, made now when there is none. */
  ensure(person: string, modality: Modality): Promise<Uint8Array>;
  unwrapRow(row: PersonKeyRow): Promise<Uint8Array>;
}

interface PersonKeyRow {
  readonly person_id: string;
  readonly purpose: string;
  readonly wrapped: Buffer;
  readonly kek_id: string;
}

export const wrapContext = (person: string, purpose: string): string => `${person}/${purpose}`;

export function openPersonKeys(db: Db, keys: KeyProvider, clock: Clock): PersonKeys {
  const cached = new Map<string, Uint8Array>();

  const unwrapRow = (row: PersonKeyRow) =>
    keys.unwrap({ kekId: row.kek_id, bytes: row.wrapped }, wrapContext(row.person_id, row.purpose));

  async function make(person: string, purpose: KeyPurpose) {
    const key = newKey();
    const { kekId, bytes } = await keys.wrap(key, wrapContext(person, purpose));
    const wrapped = Buffer.from(bytes);
    const row = { person_id: person, purpose, wrapped, kek_id: kekId, made_at: clock.now() };
    return { key, row };
  }

  async function ofMany(people: readonly string[], purpose: KeyPurpose): Promise<Map<string, Uint8Array>> {
    const wanted = [...new Set(people)];
    // Biometric keys are never kept: erasing one must leave no copy that another process cannot reach.
    const known = purpose === 'personal' ? wanted.filter((person) => cached.has(person)) : [];
    const found = new Map(known.map((person) => [person, cached.get(person)!]));
    const absent = wanted.filter((person) => !found.has(person));
    if (absent.length === 0) return found;
    const rows = await db
      .selectFrom('person_keys')
      .selectAll()
      .where('purpose', '=', purpose)
      .where('person_id', 'in', absent)
      .execute();
    for (const row of rows) {
      const key = await unwrapRow(row);
      found.set(row.person_id, key);
      if (purpose === 'personal') remember(cached, row.person_id, key);
    }
    return found;
  }

  async function of(person: string, purpose: KeyPurpose): Promise<Uint8Array> {
    const key = (await ofMany([person], purpose)).get(person);
    if (key) return key;
    throw new RoomError(
      'NOT_FOUND',
      'The key of this record is not in the store: it was erased or never made.',
    );
  }

  async function ensure(person: string, modality: Modality): Promise<Uint8Array> {
    const { row } = await make(person, modality);
    await db
      .insertInto('person_keys')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return of(person, modality);
  }

  return { make, of, ofMany, ensure, unwrapRow };
}

function remember(cached: Map<string, Uint8Array>, person: string, key: Uint8Array): void {
  const oldest = cached.size >= CACHED_MAX ? cached.keys().next().value : undefined;
  if (oldest !== undefined) cached.delete(oldest);
  cached.set(person, key);
}
