import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instantOf, millis, minutes } from '../kernel/index.ts';
import type { CaseBody, CaseChange, CaseRecord, Grant } from '../services/index.ts';
import { START, startTestServer, type TestServer, type TestStore } from './test-store.ts';

let server: TestServer;
let store: TestStore;
beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
  await store.sql("INSERT INTO officers (id, name, role, added_at) VALUES ('O-1', 'One', 'officer', 0)");
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const DAY = minutes(24 * 60);
const BODY: CaseBody = { answers: {}, messages: [] };
const GRANT: Grant = { rows: [], next: [] };
const fromNow = (ms: number): Instant => instantOf(store.clock.now() + ms);

let count = 0;
async function newCase(): Promise<CaseRecord> {
  count += 1;
  const account = `U-${count}`;
  await store.records.accounts.addAccount({
    id: account,
    kind: 'passkey',
    language: 'pt',
    mainlandMobile: false,
    openedAt: START,
  });
  return store.records.cases.open({ service: 'trial', account, key: 'key', body: BODY });
}

const change = ({ id, account }: CaseRecord, more: Partial<CaseChange>) =>
  store.records.cases.change(id, { account }, async ({ record }) => ({
    state: 'in-review',
    body: record.body,
    event: { action: 'send-to-officer', actor: 'holder', reasons: [] },
    ...more,
  }));
const grant = (record: CaseRecord, more: Partial<Grant>) =>
  change(record, { state: 'granted', body: { ...BODY, grant: { ...GRANT, ...more } } });
const kindsTaken = async () => (await store.records.notices.take(50)).map(({ kind }) => kind);
/** What is told now; nothing of it comes up again. */
async function kindsTold() {
  const taken = await store.records.notices.take(50);
  for (const { id } of taken) await store.records.notices.delivered(id, store.clock.now());
  return taken.map(({ kind }) => kind);
}

describe('notices that wait', () => {
  it('name the case, its service and the holder’s language', async () => {
    const record = await newCase();
    await change(record, { notice: 'case-received' });
    expect(await store.records.notices.take(5)).toMatchObject([
      {
        account: record.account,
        language: 'pt',
        kind: 'case-received',
        case: { id: record.id, service: 'trial' },
      },
    ]);
  });

  it('come up again when whoever took them died before they were delivered, later after each try', async () => {
    expect(await kindsTaken()).toEqual([]);
    store.clock.advance(minutes(1));
    expect(await kindsTaken()).toEqual(['case-received']);
    store.clock.advance(minutes(1));
    expect(await kindsTaken()).toEqual([]);
    store.clock.advance(minutes(1));
    expect(await kindsTold()).toEqual(['case-received']);
    store.clock.advance(minutes(24 * 60));
    expect(await kindsTaken()).toEqual([]);
  });

  it('are taken once when several take at the same time', async () => {
    for (let n = 0; n < 12; n++) await change(await newCase(), { notice: 'case-refused' });
    const takes = await Promise.all(Array.from({ length: 6 }, () => store.records.notices.take(4)));
    const ids = takes.flat().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    for (const id of ids) await store.records.notices.delivered(id, store.clock.now());
  });
});

describe('reminders', () => {
  it('O-04 P-03 come a day before the end, and not earlier', async () => {
    await grant(await newCase(), { validUntil: fromNow(7 * DAY) });
    store.clock.advance(millis(6 * DAY - 1));
    expect(await kindsTold()).toEqual([]);
    store.clock.advance(millis(1));
    expect(await kindsTold()).toEqual(['case-ends-soon']);
  });

  it('come when the service says, rather', async () => {
    await grant(await newCase(), { validUntil: fromNow(7 * DAY), remindAt: fromNow(DAY) });
    store.clock.advance(DAY);
    expect(await kindsTold()).toEqual(['case-ends-soon']);
  });

  it('are none for what ends within a day, or has no end', async () => {
    await grant(await newCase(), { validUntil: fromNow(DAY) });
    await grant(await newCase(), {});
    store.clock.advance(minutes(48 * 60));
    expect(await kindsTold()).toEqual([]);
  });

  it('are dropped when the holder withdraws', async () => {
    const record = await newCase();
    await grant(record, { validUntil: fromNow(3 * DAY) });
    await change(record, {
      state: 'withdrawn',
      event: { action: 'withdraw', actor: 'holder', reasons: [] },
    });
    store.clock.advance(minutes(72 * 60));
    expect(await kindsTold()).toEqual([]);
  });
});

describe('browsers that want to be told', () => {
  const browser = (name: string) => ({
    endpoint: `https://web.push.apple.com/${name}`,
    keys: { p256dh: name, auth: name },
  });

  it('lie sealed, once each, the newest ten, and end with the account', async () => {
    const { account } = await newCase();
    const { notices } = store.records;
    for (let n = 0; n < 12; n++) {
      store.clock.advance(minutes(1));
      await notices.subscribe(account, browser(`b${n}`));
      await notices.subscribe(account, browser(`b${n}`));
    }
    const { subscriptions } = await notices.waysOf(account);
    expect(subscriptions.map(({ keys }) => keys.auth)).toEqual(
      Array.from({ length: 10 }, (_, n) => `b${n + 2}`),
    );
    const [row] = await store.sql('SELECT sealed FROM push_subscriptions WHERE account_id = $1', [account]);
    expect(Buffer.from(row?.sealed as Buffer).includes(Buffer.from('apple'))).toBe(false);
    await notices.unsubscribe(account, browser('b5').endpoint);
    expect((await notices.waysOf(account)).subscriptions).toHaveLength(9);
    await store.records.accounts.closeAccount(account, store.clock.now());
    expect((await notices.waysOf(account)).subscriptions).toEqual([]);
  });

  it('are another account’s to no one', async () => {
    const [one, other] = [await newCase(), await newCase()];
    await store.records.notices.subscribe(one.account, browser('x'));
    await store.records.notices.unsubscribe(other.account);
    expect((await store.records.notices.waysOf(other.account)).subscriptions).toEqual([]);
    expect((await store.records.notices.waysOf(one.account)).subscriptions).toHaveLength(1);
  });
});
