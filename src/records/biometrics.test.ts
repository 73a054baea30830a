import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { millis } from '../kernel/index.ts';
import type { StoredTemplate } from './templates/templates.ts';
import {
  BY,
  newPerson,
  passageNamed,
  startTestServer,
  type TestServer,
  type TestStore,
} from './test-store.ts';
import type { NewTraveller } from './travellers/traveller.ts';

let server: TestServer;
let store: TestStore;
let person: string;
/** Everybody of the present test: a walk over the gallery asks for these only. */
let people: string[];
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
});
afterAll(async () => {
  await store.close();
  await server.stop();
});
beforeEach(async () => {
  people = [];
  person = await newOne();
});

async function newOne(more: Partial<NewTraveller> = {}): Promise<string> {
  count += 1;
  const id = await store.records.travellers.add(newPerson(`H000${count}`, more), BY);
  people.push(id);
  return id;
}

const face = (traveller: string, fill = 1) =>
  ({
    traveller,
    modality: 'face',
    position: 'front',
    model: 'm1',
    source: 'PORT_POINT',
    bytes: new Uint8Array(512).fill(fill),
  }) as const;
const finger = (traveller: string) =>
  ({ ...face(traveller), modality: 'fingerprint', position: 'right-index' }) as const;

async function load(
  modality: 'face' | 'fingerprint' = 'face',
  onTampered?: (refused: { id: string }) => void,
) {
  const found: StoredTemplate[] = [];
  const options = { modality, travellers: people, ...(onTampered && { onTampered }) };
  for await (const template of store.records.templates.loadAll(options, BY)) found.push(template);
  return found;
}

describe('templates', () => {
  it('F-01 come back as they were stored, and lie sealed in the tables', async () => {
    await store.records.templates.store(face(person), BY);
    const [template] = await load();
    expect(template).toMatchObject({
      traveller: person,
      modality: 'face',
      position: 'front',
      model: 'm1',
      source: 'PORT_POINT',
    });
    expect([...template!.bytes]).toEqual([...face(person).bytes]);
    const [row] = await store.sql('SELECT sealed FROM templates WHERE traveller_id = $1', [person]);
    expect((row!.sealed as Buffer).includes(Buffer.alloc(8, 1))).toBe(false);
  });

  it('R10 are not stored without a consent for that modality', async () => {
    const other = await newOne({ consents: [] });
    await expect(store.records.templates.store(face(other), BY)).rejects.toMatchObject({
      code: 'CONSENT_MISSING',
    });
    await store.records.consents.give(
      other,
      { modality: 'fingerprint', textVersion: '1', language: 'en' },
      BY,
    );
    await expect(store.records.templates.store(face(other), BY)).rejects.toMatchObject({
      code: 'CONSENT_MISSING',
    });
    await store.records.templates.store(finger(other), BY);
    expect(await load()).toEqual([]);
  });

  it('R10 cannot be put under a missing, foreign or withdrawn consent even by hand', async () => {
    await store.records.templates.store(face(person), BY);
    const other = await newOne();
    const [foreign] = await store.sql(
      `SELECT id FROM consents WHERE traveller_id = $1 AND modality = 'face'`,
      [other],
    );
    const insert = (consent: unknown) =>
      store.sql(
        `INSERT INTO templates SELECT 'B-x', traveller_id, $1, modality, 'left', model, source, sealed, 1, 1 FROM templates
         WHERE traveller_id = $2`,
        [consent, person],
      );
    await expect(insert('S-none')).rejects.toThrow();
    await expect(insert(foreign?.id)).rejects.toThrow();
    await store.records.consents.withdraw(other, BY);
    await expect(insert(foreign?.id)).rejects.toThrow();
    await expect(
      store.sql(`UPDATE templates SET consent_id = 'S-none' WHERE traveller_id = $1`, [person]),
    ).rejects.toThrow();
  });

  it('keep one for each position and model: a later one replaces it', async () => {
    await store.records.templates.store(face(person, 1), BY);
    await store.records.templates.store(face(person, 2), BY);
    await store.records.templates.store({ ...face(person, 3), model: 'm2' }, BY);
    expect((await load()).map((template) => template.bytes[0]).sort()).toEqual([2, 3]);
  });

  it('T4 are refused when the sealed bytes of two people are swapped, and the rest still load', async () => {
    const other = await newOne();
    const third = await newOne();
    for (const one of [person, other, third]) await store.records.templates.store(face(one), BY);
    await store.sql(
      `UPDATE templates a SET sealed = b.sealed FROM templates b
       WHERE (a.traveller_id, b.traveller_id) IN (($1, $2), ($2, $1))`,
      [person, other],
    );
    await expect(load()).rejects.toMatchObject({ code: 'TEMPLATE_TAMPERED' });
    const refused: string[] = [];
    const rest = await load('face', ({ id }) => refused.push(id));
    expect(rest.map((template) => template.traveller)).toEqual([third]);
    expect(refused).toHaveLength(2);
    expect((await store.records.audit.of(person)).join()).toContain('template-refused');
  });

  it.each(['model', 'position'])('T4 are refused when the column %s is changed', async (column) => {
    await store.records.templates.store(face(person), BY);
    await store.sql(`UPDATE templates SET ${column} = 'other' WHERE traveller_id = $1`, [person]);
    await expect(store.records.templates.of(person)).rejects.toMatchObject({ code: 'TEMPLATE_TAMPERED' });
  });
});

describe('withdrawal and erasure', () => {
  beforeEach(async () => {
    await store.records.templates.store(face(person), BY);
    await store.records.templates.store(finger(person), BY);
  });

  it('C-13 withdrawing one modality erases its key and templates and leaves the other', async () => {
    expect(await store.records.consents.withdraw(person, BY, 'face')).toEqual({
      withdrawn: ['face'],
      templatesErased: 1,
    });
    expect(await load('face')).toEqual([]);
    expect(await load('fingerprint')).toHaveLength(1);
    const keys = await store.sql('SELECT purpose FROM person_keys WHERE person_id = $1 ORDER BY purpose', [
      person,
    ]);
    expect(keys.map((row) => row.purpose)).toEqual(['fingerprint', 'personal']);
    expect((await store.records.facts(person)).biometricsOnFile).toBe(false);
  });

  it('R28 withdrawing twice is withdrawing once, and a consent may be given again', async () => {
    await store.records.consents.withdraw(person, BY);
    expect(await store.records.consents.withdraw(person, BY)).toEqual({ withdrawn: [], templatesErased: 0 });
    await store.records.consents.give(person, { modality: 'face', textVersion: '1', language: 'pt' }, BY);
    await store.records.templates.store(face(person), BY);
    expect(await load('face')).toHaveLength(1);
  });

  it('gives the same consent for the same text, and closes the old one for another text', async () => {
    const give = (textVersion: string) =>
      store.records.consents.give(person, { modality: 'face', textVersion, language: 'en' }, BY);
    const first = await give('1');
    expect(await give('1')).toBe(first);
    store.clock.advance(millis(1000));
    expect(await give('2')).not.toBe(first);
    expect(await load('face')).toEqual([]);
    const consents = (await store.records.consents.of(person)).filter(
      (consent) => consent.modality === 'face',
    );
    expect(consents.map((consent) => [consent.textVersion, consent.withdrawnAt === undefined])).toEqual([
      ['1', false],
      ['2', true],
    ]);
  });

  it('R18 erased biometrics cannot be read from a backup once the key-encryption key has moved on', async () => {
    const backup = await store.sql('SELECT * FROM person_keys WHERE person_id = $1', [person]);
    const kek = store.keys.currentKeyId();
    expect(await store.records.templates.erase(person, BY)).toBe(2);
    expect(await store.records.templates.of(person)).toEqual([]);
    await store.records.rotateKeys();
    await store.keys.retire(kek);
    const old = backup.find((row) => row.purpose === 'face');
    const wrapped = { kekId: String(old?.kek_id), bytes: old?.wrapped as Buffer };
    await expect(store.keys.unwrap(wrapped, `${person}/face`)).rejects.toMatchObject({
      code: 'KEYS_MISSING',
    });
    expect((await store.records.travellers.get(person, BY)).names.latin).toBe('CHAN TAI MAN');
  });

  it('C-13 erasure leaves crossings as they were, readable', async () => {
    const [document] = (await store.records.travellers.get(person, BY)).documents;
    const clearance = {
      passage: passageNamed(person),
      traveller: person,
      document: document!.id,
      idempotencyKey: 'k1',
    };
    const { crossing } = await store.records.passages.clear(clearance);
    await store.records.passages.complete(crossing);
    await store.records.templates.erase(person, BY);
    expect(await store.records.crossings.of(person, BY)).toMatchObject([
      { id: crossing, documentLast4: document!.number.slice(-4) },
    ]);
  });

  it('R17 rotation wraps every key again and every template still opens', async () => {
    const { kekId, rewrapped } = await store.records.rotateKeys();
    const keys = await store.sql('SELECT kek_id FROM person_keys');
    expect(keys).toHaveLength(rewrapped);
    expect(await load('face')).toHaveLength(1);
    expect(new Set(keys.map((row) => row.kek_id))).toEqual(new Set([kekId]));
  });

  it('tells every process of the change as soon as it is committed', async () => {
    const heard: string[] = [];
    let wake = () => {};
    const listening = (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => heard.length >= count && resolve();
        wake();
      });
    const onChange = (traveller: string) => {
      heard.push(traveller);
      wake();
    };
    const stop = await new Promise<() => Promise<void>>((resolve) => {
      const end = store.records.watchGallery({ onChange, onResync: () => undefined });
      void untilListening(store).then(() => resolve(end));
    });
    await store.records.consents.withdraw(person, BY);
    await listening(1);
    expect(heard).toContain(person);
    await stop();
  });
});

async function untilListening(target: TestStore): Promise<void> {
  const text = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
  while ((await target.sql(text)).length === 0);
}
