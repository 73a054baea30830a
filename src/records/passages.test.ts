import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, seconds } from '../kernel/index.ts';
import {
  BY,
  newPerson,
  passageNamed,
  START,
  startTestServer,
  type TestServer,
  type TestStore,
} from './test-store.ts';

let server: TestServer;
let store: TestStore;
let person: string;
let other: string;
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
  count += 1;
  person = await store.records.travellers.add(newPerson(`A${count}-1111`), BY);
  other = await store.records.travellers.add(newPerson(`B${count}-2222`), BY);
});

const lane = {
  question: 'lane',
  at: START,
  facts: { port: 'szb', person: { birthDate: '1990-06-15' } },
  rulesHash: 'abc',
  decision: { decision: 'ELIGIBLE', reasons: ['OK'] },
};
const clearance = (name: string) => ({
  passage: passageNamed(`${count}${name}`),
  traveller: person,
  decision: lane,
  idempotencyKey: `key-${count}-${name}`,
});
const rows = async (table: string) => (await store.sql(`SELECT * FROM ${table}`)).length;

describe('a clearance', () => {
  it('R28 is one row, one decision and one audit entry, however often and however concurrently it is sent', async () => {
    const before = await Promise.all(['crossings', 'decisions', 'audit_entries'].map(rows));
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => store.records.passages.clear(clearance('a'))),
    );
    expect(new Set(sent.map((cleared) => cleared.crossing)).size).toBe(1);
    expect(sent.filter((cleared) => !cleared.repeated)).toHaveLength(1);
    const after = await Promise.all(['crossings', 'decisions', 'audit_entries'].map(rows));
    expect(after).toEqual(before.map((size) => size + 1));
  });

  it('T17 is refused when its key cleared another passage or person, or its passage was cleared under another key', async () => {
    const first = clearance('a');
    await store.records.passages.clear(first);
    const conflict = { code: 'STORE_CONFLICT' };
    for (const wrong of [
      { ...first, traveller: other },
      { ...first, passage: passageNamed(`${count}b`) },
      { ...first, idempotencyKey: `else-${count}` },
    ]) {
      await expect(store.records.passages.clear(wrong)).rejects.toMatchObject(conflict);
    }
  });

  it('says NOT_FOUND for a traveller or document that does not exist, and stores nothing', async () => {
    const before = await rows('passages');
    const nobody = { ...clearance('a'), traveller: 'T-0000000000-0', decision: lane };
    await expect(store.records.passages.clear(nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const paper = { ...clearance('a'), document: 'D-0000000000-0' };
    await expect(store.records.passages.clear(paper)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows('passages')).toBe(before);
  });

  it('keeps its decision sealed, and it loads bit for bit', async () => {
    await store.records.passages.clear(clearance('a'));
    const [row] = await store.sql(
      'SELECT d.* FROM decisions d JOIN crossings c ON c.decision_id = d.id WHERE c.traveller_id = $1',
      [person],
    );
    expect(JSON.stringify(row)).not.toContain('1990-06-15');
    expect(await store.records.decisions.load(String(row?.id))).toMatchObject({ ...lane, traveller: person });
    await store.sql('ALTER TABLE decisions DISABLE TRIGGER ALL');
    await store.sql(`UPDATE decisions SET facts_hash = 'x' WHERE id = $1`, [row?.id]);
    await expect(store.records.decisions.load(String(row?.id))).rejects.toMatchObject({
      code: 'TEMPLATE_TAMPERED',
    });
  });

  it('completes or is voided once: the same again changes nothing, the other is refused', async () => {
    const completed = await store.records.passages.clear(clearance('a'));
    await store.records.passages.complete(completed.crossing);
    await store.records.passages.complete(completed.crossing);
    await expect(store.records.passages.void(completed.crossing, 'timed-out')).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
    const voided = await store.records.passages.clear(clearance('b'));
    await store.records.passages.void(voided.crossing, 'timed-out');
    await expect(store.records.passages.complete(voided.crossing)).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
    await expect(store.records.passages.complete('C-none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('T9 shows as unfinished until it has ended', async () => {
    const { crossing } = await store.records.passages.clear(clearance('a'));
    const waiting = async () => (await store.records.passages.unfinished()).map((each) => each.crossing);
    expect(await waiting()).toContain(crossing);
    await store.records.passages.void(crossing, 'power-cut');
    expect(await waiting()).not.toContain(crossing);
  });

  it.each(['crossings', 'crossing_outcomes', 'passages', 'referrals', 'decisions', 'audit_entries'])(
    'T34 the table %s refuses to be changed or emptied by the program’s own role',
    async (table) => {
      for (const text of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
        await expect(store.sql(`SET ROLE kouan_app; ${text}`)).rejects.toMatchObject({ code: '42501' });
      }
    },
  );
});

describe('crossings', () => {
  const cross = async (name: string, port: string) => {
    const [document] = (await store.records.travellers.get(person, BY)).documents;
    const one = clearance(name);
    const passage = { ...one.passage, port };
    const { crossing } = await store.records.passages.clear({ ...one, passage, document: document!.id });
    await store.records.passages.complete(crossing, later(START, seconds(8)));
    store.clock.advance(seconds(60));
    return crossing;
  };

  it('E-01 the latest at a port is the latest there, not the latest of all', async () => {
    const szb = await cross('a', 'szb');
    await cross('b', 'gongbei');
    const latest = await store.records.crossings.latestAt(person, 'szb', BY);
    expect(latest).toMatchObject({ id: szb, port: 'szb', documentType: 'HRP', documentLast4: '1111' });
    expect(await store.records.crossings.of(person, BY)).toHaveLength(2);
  });

  it('E-07 there is none where nobody crossed, and a voided or open clearance is none', async () => {
    const open = await store.records.passages.clear(clearance('a'));
    expect(await store.records.crossings.latestAt(person, 'szb', BY)).toBeUndefined();
    await store.records.passages.void(open.crossing, 'turned-back');
    expect(await store.records.crossings.of(person, BY)).toEqual([]);
  });
});

describe('a referral', () => {
  it('is stored once with its reasons, waits for an officer, and is resolved once', async () => {
    const referral = {
      passage: passageNamed(`${count}r`),
      traveller: person,
      reasons: ['not-recognised', 'DOC_EXPIRED'],
    };
    const id = await store.records.passages.refer(referral);
    expect(await store.records.passages.refer(referral)).toBe(id);
    const waiting = async () => (await store.records.referrals.open()).find((each) => each.id === id);
    expect(await waiting()).toMatchObject({ lane: 'szb-1', reasons: referral.reasons, traveller: person });
    await store.records.referrals.resolve(id, 'admitted', BY);
    await store.records.referrals.resolve(id, 'admitted', BY);
    await expect(store.records.referrals.resolve(id, 'refused', BY)).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
    await expect(store.records.referrals.resolve('R-none', 'admitted', BY)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await waiting()).toBeUndefined();
  });

  it('of an unknown person needs no traveller, but needs a reason', async () => {
    const passage = passageNamed(`${count}u`);
    await expect(store.records.passages.refer({ passage, reasons: [] })).rejects.toMatchObject({
      code: 'FIELD_INVALID',
    });
    await store.records.passages.refer({ passage, reasons: ['not-recognised'] });
    expect((await store.records.passages.recent(500)).find((row) => row.id === passage.id)).toMatchObject({
      state: 'referred',
    });
  });
});

it('stats count each end once and give seconds from start to completion', async () => {
  const fresh = { port: 'stats-port' };
  const ending = async (name: string, endMs?: number) => {
    const { crossing } = await store.records.passages.clear({
      ...clearance(name),
      passage: passageNamed(`s${name}`, fresh),
    });
    if (endMs !== undefined) await store.records.passages.complete(crossing, later(START, seconds(endMs)));
    return crossing;
  };
  expect(await store.records.passages.stats(fresh)).toEqual({
    passages: 0,
    completed: 0,
    voided: 0,
    referred: 0,
    inside: 0,
  });
  for (const [name, end] of [
    ['s1', 4],
    ['s2', 8],
    ['s3', 30],
  ] as const)
    await ending(name, end);
  await ending('s4');
  await store.records.passages.void(await ending('s5'), 'cancelled');
  await store.records.passages.refer({ passage: passageNamed('ss6', fresh), reasons: ['timed-out'] });
  const stats = await store.records.passages.stats(fresh);
  expect(stats).toMatchObject({
    passages: 6,
    completed: 3,
    voided: 1,
    referred: 1,
    inside: 1,
    secondsMedian: 8,
  });
  expect(stats.secondsP95).toBeCloseTo(27.8);
  expect((await store.records.passages.stats({ ...fresh, since: later(START, seconds(1)) })).passages).toBe(
    0,
  );
});
