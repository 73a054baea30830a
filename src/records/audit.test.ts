import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from './migrations/list.ts';
import { openRecords } from './open-records.ts';
import { BY, newPerson, startTestServer, type TestServer, type TestStore } from './test-store.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('the audit log', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await server.newStore();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.records.audit.append({ action: 'first', actor: 'system' });
    await store.records.audit.sequence();
  });

  const append = async (count: number) => {
    for (let i = 0; i < count; i++)
      await store.records.audit.append({ action: 'tried', actor: 'system', count: i });
  };

  it('is intact as it grows, and newest comes first', async () => {
    await append(5);
    expect(await store.records.audit.sequence()).toBe(5);
    expect(await store.records.audit.sequence()).toBe(0);
    const { size, root } = (await store.records.audit.checkpoint())!;
    expect(await store.records.audit.verify()).toEqual({ outcome: 'intact', size, root });
    const [newest, second] = await store.records.audit.page({ limit: 2 });
    expect(newest?.place).toBe(size - 1);
    expect(JSON.parse(second!.leaf)).toMatchObject({ v: 1, action: 'tried', count: 3 });
    expect((await store.records.audit.page({ before: second!.place, limit: 1 }))[0]?.place).toBe(size - 3);
  });

  it('refuses a text that is no code: a name cannot get in', async () => {
    for (const field of ['result', 'actor', 'purpose'] as const) {
      const note = { action: 'tried', actor: 'system', [field]: 'CHAN TAI MAN' };
      await expect(store.records.audit.append(note)).rejects.toMatchObject({ code: 'FIELD_INVALID' });
    }
  });

  it('R21 was, with a checkpoint that somebody kept, that very log at that time', async () => {
    const held = (await store.records.audit.checkpoint())!;
    await append(3);
    await store.records.audit.sequence();
    expect(await store.records.audit.verify(held)).toMatchObject({ outcome: 'intact' });
    const forged = { ...held, root: held.root.replace(/^../, 'ff') };
    expect(await store.records.audit.verify(forged)).toMatchObject({
      outcome: 'broken',
      fault: 'root-differs',
    });
    const ahead = { size: held.size + 1000, root: held.root };
    expect(await store.records.audit.verify(ahead)).toMatchObject({ outcome: 'broken', fault: 'truncated' });
  });

  /** A superuser can switch every trigger off; the hashes still tell. The tampering is undone afterwards. */
  async function tamper(...statements: string[]) {
    const text = statements.join(';');
    return store.sql(`SET session_replication_role = replica; ${text}`);
  }

  it('T34 shows a leaf that was edited', async () => {
    const [{ id, leaf } = {}] = await store.sql('SELECT id, leaf FROM audit_entries ORDER BY id LIMIT 1');
    await tamper(`UPDATE audit_entries SET leaf = replace(leaf, 'system', 'sustem') WHERE id = '${id}'`);
    expect(await store.records.audit.verify()).toMatchObject({ outcome: 'broken', fault: 'leaf-changed' });
    await tamper(`UPDATE audit_entries SET leaf = '${leaf}' WHERE id = '${id}'`);
    expect(await store.records.audit.verify()).toMatchObject({ outcome: 'intact' });
  });

  it('T34 shows a log cut short together with its checkpoints, to who kept one', async () => {
    await append(2);
    await store.records.audit.sequence();
    const held = (await store.records.audit.checkpoint())!;
    const last = held.size - 1;
    const [row] = await store.sql(`SELECT * FROM audit_log WHERE place = ${last}`);
    const [mark] = await store.sql(`SELECT * FROM audit_checkpoints WHERE size = ${held.size}`);
    await tamper(`DELETE FROM audit_log WHERE place = ${last}`);
    expect(await store.records.audit.verify()).toMatchObject({ outcome: 'broken', fault: 'truncated' });
    await tamper(`DELETE FROM audit_checkpoints WHERE size = ${held.size}`);
    expect(await store.records.audit.verify()).toMatchObject({ outcome: 'intact' });
    expect(await store.records.audit.verify(held)).toMatchObject({ outcome: 'broken', fault: 'truncated' });
    await store.sql('INSERT INTO audit_log VALUES ($1, $2, $3)', [last, row?.entry_id, row?.leaf_hash]);
    await store.sql('INSERT INTO audit_checkpoints VALUES ($1, $2, $3, 1)', [
      held.size,
      mark?.root,
      mark?.frontier,
    ]);
  });

  it('T34 shows leaves removed from the middle or put in another order', async () => {
    await append(4);
    await store.records.audit.sequence();
    const { size } = (await store.records.audit.checkpoint())!;
    const swap = `UPDATE audit_log SET place = CASE place WHEN ${size - 2} THEN -1 ELSE ${size - 2} END WHERE place IN (${size - 2}, ${size - 3});
      UPDATE audit_log SET place = ${size - 3} WHERE place = -1`;
    await tamper(`ALTER TABLE audit_log DROP CONSTRAINT audit_log_pkey`, swap);
    expect(await store.records.audit.verify()).toMatchObject({ outcome: 'broken', fault: 'root-differs' });
    await tamper(swap);
    await tamper(`DELETE FROM audit_log WHERE place = ${size - 3}`);
    expect(await store.records.audit.verify()).toMatchObject({
      outcome: 'broken',
      fault: 'leaf-missing',
      place: size - 3,
    });
  });
});

describe('opening a store', () => {
  it('a newer one is refused with a clear sentence, and left alone', async () => {
    const store = await server.newStore();
    const next = MIGRATIONS.length + 1;
    await store.sql(`INSERT INTO schema_version VALUES (${next}, 'future', 'x', 1)`);
    const attempt = openRecords({ ...store });
    await expect(attempt).rejects.toMatchObject({
      code: 'STORE_NEWER_VERSION',
      message: expect.stringContaining('newer Kouan'),
    });
    await store.sql(`DELETE FROM schema_version WHERE version = ${next}`);
    await (await openRecords({ ...store })).close();
    await store.close();
  });

  it('a changed step of the schema is refused', async () => {
    const store = await server.newStore();
    await store.sql(`UPDATE schema_version SET checksum = 'x' WHERE version = 2`);
    await expect(openRecords({ ...store })).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
      facts: { version: 2 },
    });
    await store.close();
  });

  it('other keys than those that sealed it are refused', async () => {
    const [one, two] = [await server.newStore(), await server.newStore()];
    await expect(openRecords({ ...one, keys: two.keys })).rejects.toMatchObject({ code: 'KEYS_MISSING' });
    await Promise.all([one.close(), two.close()]);
  });

  it('R25 gives the rows to the program’s role only', async () => {
    const store = await server.newStore();
    await store.records.travellers.add(newPerson('R25'), BY);
    expect(await store.records.health()).toMatchObject({ outcome: 'well', rowSecurity: true });
    await store.sql(`DO $$ BEGIN CREATE ROLE curious; EXCEPTION WHEN duplicate_object THEN NULL; END $$`);
    await store.sql('GRANT SELECT ON travellers TO curious');
    const counts = await Promise.all(['curious', 'kouan_app'].map((role) => countAs(store, role)));
    expect(counts).toEqual([0, 1]);
    await store.close();
  });

  it('a second time needs no lock that a lane at work would wait for', async () => {
    const store = await server.newStore();
    const lane = new pg.Client({ connectionString: store.connectionString });
    await lane.connect();
    await lane.query('BEGIN; LOCK travellers, crossings, audit_entries IN ROW EXCLUSIVE MODE');
    const beside = await openRecords({ ...store });
    expect(await beside.health()).toMatchObject({ rowSecurity: true });
    await beside.close();
    await lane.end();
    await store.close();
  });

  it('works for a login that may not make roles, and says that row security is off', async () => {
    const store = await server.newStore();
    await store.sql(`CREATE ROLE plain LOGIN PASSWORD 'plain'`);
    await store.sql('CREATE DATABASE plain OWNER plain');
    const url = Object.assign(new URL(store.connectionString), {
      username: 'plain',
      password: 'plain',
      pathname: '/plain',
    });
    const records = await openRecords({ ...store, connectionString: url.href });
    expect(await records.health()).toMatchObject({ outcome: 'well', rowSecurity: false });
    const id = await records.travellers.add(newPerson('P1'), BY);
    expect(await records.facts(id)).toMatchObject({ document: { type: 'HRP' } });
    await records.close();
    await store.close();
  });

  it('settings come back as they were set', async () => {
    const store = await server.newStore();
    expect(await store.records.settings.get('world')).toBeUndefined();
    for (const value of [{ seed: 7, lanes: ['a'] }, 'text', null, 3]) {
      await store.records.settings.set('world', value);
      expect(await store.records.settings.get('world')).toEqual(value);
    }
    await store.close();
  });
});

async function countAs(store: TestStore, role: string): Promise<number> {
  const url = new URL(store.connectionString);
  url.searchParams.set('options', `-c role=${role}`);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query<{ seen: number }>('SELECT count(*)::int AS seen FROM travellers');
  await client.end();
  return rows[0]?.seen ?? -1;
}
