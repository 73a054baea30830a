import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, minutes } from '../kernel/index.ts';
import type { CaseBody, CaseChange, CaseRecord } from '../services/index.ts';
import { newPerson, START, startTestServer, type TestServer, type TestStore } from './test-store.ts';

let server: TestServer;
let store: TestStore;
const BODY: CaseBody = { answers: { name: '陳大文' }, messages: [] };
const ACCOUNTS = ['U-1', 'U-2', 'U-3'];

beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
  for (const id of ACCOUNTS) {
    await store.sql("INSERT INTO accounts (id, kind, language, opened_at) VALUES ($1, 'passkey', 'en', 0)", [
      id,
    ]);
  }
  await store.sql("INSERT INTO officers (id, name, role, added_at) VALUES ('O-1', 'One', 'officer', 0)");
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

let keys = 0;
const open = (account = 'U-1', key = `k${keys++}`) =>
  store.records.cases.open({ service: 'trial', account, key, body: BODY });
const sent = (record: CaseRecord, more: Partial<CaseChange> = {}): CaseChange => ({
  state: 'in-review',
  body: record.body,
  event: { action: 'send-to-officer', actor: 'holder', reasons: [] },
  ...more,
});
const send = (id: string, account: string, more: Partial<CaseChange> = {}) =>
  store.records.cases.change(id, { account }, async ({ record }) => sent(record, more));

describe('cases', () => {
  it('open once for one request key, also when many come at once', async () => {
    const opened = await Promise.all(Array.from({ length: 10 }, () => open('U-1', 'same')));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(opened[0]?.events).toHaveLength(1);
    expect((await open('U-2', 'same')).id).not.toBe(opened[0]?.id);
  });

  it('keep what a person wrote sealed', async () => {
    const { id } = await open();
    const [row] = await store.sql('SELECT sealed FROM cases WHERE id = $1', [id]);
    expect(Buffer.from(row?.sealed as Buffer).includes(Buffer.from('陳大文'))).toBe(false);
    expect((await store.records.cases.get(id, { account: 'U-1' }))?.body).toEqual(BODY);
  });

  it('F-01 do not open when a sealed body is moved to another case', async () => {
    const [one, other] = [await open(), await open()];
    await store.sql('UPDATE cases SET sealed = (SELECT sealed FROM cases WHERE id = $1) WHERE id = $2', [
      one.id,
      other.id,
    ]);
    await expect(store.records.cases.get(other.id, { account: 'U-1' })).rejects.toMatchObject({
      code: 'TEMPLATE_TAMPERED',
    });
    await store.sql('UPDATE cases SET state = $1 WHERE id = $2', ['withdrawn', other.id]);
    await store.sql('DELETE FROM case_files WHERE case_id = $1', [other.id]);
    await store.sql("UPDATE cases SET account_id = 'U-3' WHERE id = $1", [other.id]);
  });

  it('are seen by their holder, by officers once sent, and by nobody else', async () => {
    const { id } = await open('U-2');
    expect(await store.records.cases.get(id, { account: 'U-1' })).toBeUndefined();
    expect(await store.records.cases.get(id, { officer: 'O-1' })).toBeUndefined();
    await send(id, 'U-2');
    expect(await store.records.cases.get(id, { officer: 'O-1' })).toMatchObject({ state: 'in-review' });
    expect(
      await store.records.cases.change(id, { account: 'U-1' }, async ({ record }) => sent(record)),
    ).toBeUndefined();
  });

  it('stay hidden by row security even from a statement that asks for all of them', async () => {
    const { id } = await open('U-2');
    const client = new pg.Client({ connectionString: store.connectionString });
    await client.connect();
    const seenBy = async (account: string, officer: string) => {
      await client.query('SELECT set_config($1, $2, false), set_config($3, $4, false)', [
        'kouan.account',
        account,
        'kouan.officer',
        officer,
      ]);
      const { rows } = await client.query<{ id: string }>('SELECT id FROM cases');
      return rows.some((row) => row.id === id);
    };
    await client.query('SET ROLE kouan_app');
    const seen = [
      await seenBy('', ''),
      await seenBy('U-1', ''),
      await seenBy('', 'O-1'),
      await seenBy('U-2', ''),
    ];
    await client.end();
    expect(seen).toEqual([false, false, false, true]);
  });

  it('H-05 count a quota truly when fifty ask at once', async () => {
    const cases = await Promise.all(Array.from({ length: 50 }, () => open('U-3')));
    const granted = await Promise.all(
      cases.map(({ id }) =>
        store.records.cases.change(id, { account: 'U-3' }, async ({ record, uses }) => {
          const used = (await uses('permit', 'T-1')).length;
          return used < 2
            ? sent(record, { state: 'granted', use: { kind: 'permit', holder: 'T-1' } })
            : sent(record, { state: 'refused' });
        }),
      ),
    );
    expect(granted.filter((record) => record?.state === 'granted')).toHaveLength(2);
  });

  it('U-03 give a slot with three seats to three of fifty who ask at once', async () => {
    const cases = await Promise.all(Array.from({ length: 50 }, () => open('U-3')));
    const booking = { calendar: 'hall', at: '2025-12-02T09:00:00+08:00', capacity: 3 };
    const outcomes = await Promise.allSettled(cases.map(({ id }) => send(id, 'U-3', { booking })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'STORE_CONFLICT', facts: { field: 'slot' } } });
    expect(await store.records.cases.taken('hall', '2025-12-01', '2025-12-31')).toEqual(
      new Map([[booking.at, 3]]),
    );
  });

  it('give a seat back when its case is withdrawn', async () => {
    const booking = { calendar: 'desk', at: '2025-12-02T10:00:00+08:00', capacity: 1 };
    const [one, other] = [await open(), await open()];
    await send(one.id, 'U-1', { booking });
    await expect(send(other.id, 'U-1', { booking })).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    await send(one.id, 'U-1', { state: 'withdrawn', freeBooking: true });
    await send(other.id, 'U-1', { booking });
  });

  it('change not at all when what follows fails', async () => {
    const { id } = await open();
    const failing = store.records.cases.change(id, { account: 'U-1' }, async ({ record }) => {
      void record;
      throw new Error('The issuer is down.');
    });
    await expect(failing).rejects.toThrow();
    expect(await store.records.cases.get(id, { account: 'U-1' })).toMatchObject({ state: 'draft' });
  });

  it('keep files sealed, list them, give them to whoever may see the case, and let them go', async () => {
    const { id } = await open();
    const file = {
      id: 'F-1',
      field: 'paper',
      name: 'letter.pdf',
      media: 'application/pdf',
      bytes: 3,
      pages: 1,
      addedAt: START,
    };
    await store.records.cases.addFile(id, { account: 'U-1' }, file, Uint8Array.of(1, 2, 3));
    expect((await store.records.cases.get(id, { account: 'U-1' }))?.files).toEqual([file]);
    expect((await store.records.cases.file(id, { account: 'U-1' }, 'F-1'))?.content).toEqual(
      Buffer.of(1, 2, 3),
    );
    expect(await store.records.cases.file(id, { account: 'U-2' }, 'F-1')).toBeUndefined();
    await store.records.cases.removeFile(id, { account: 'U-1' }, 'F-1');
    expect((await store.records.cases.get(id, { account: 'U-1' }))?.files).toEqual([]);
  });

  it('come to an officer nearest deadline first', async () => {
    const [late, soon] = [await open('U-2'), await open('U-2')];
    await send(late.id, 'U-2', { dueOn: '2026-02-01' });
    store.clock.advance(minutes(1));
    await send(soon.id, 'U-2', { dueOn: '2026-01-01' });
    const queue = await store.records.cases.list({ officer: 'O-1' }, { states: ['in-review'] });
    const [first, second] = [soon, late].map(({ id }) => queue.findIndex((record) => record.id === id));
    expect(first).toBeLessThan(second ?? -1);
  });

  it('write down every decision in the audit log, never what was said', async () => {
    const traveller = await store.records.travellers.add(newPerson('H00000777'), {
      actor: 'O-1',
      purpose: 'test',
    });
    const { id } = await store.records.cases.open({
      service: 'trial',
      account: 'U-1',
      traveller,
      key: 'audited',
      body: BODY,
    });
    await send(id, 'U-1');
    const told = (await store.records.audit.of(traveller)).join();
    expect(told).toContain('case-send-to-officer');
    expect(told).not.toContain('陳大文');
  });
});

describe('what was issued', () => {
  it('is told as revoked from its withdrawal until it would have ended', async () => {
    const { id } = await open();
    const validUntil = instantOf(store.clock.now() + minutes(60));
    await send(id, 'U-1', { state: 'granted', credential: { id: 'X-1', validUntil } });
    expect(await store.records.cases.revoked()).toEqual([]);
    await send(id, 'U-1', { state: 'withdrawn', revoke: true });
    expect(await store.records.cases.revoked()).toEqual(['X-1']);
    store.clock.advance(minutes(60));
    expect(await store.records.cases.revoked()).toEqual([]);
  });
});
