import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, later, millis, minutes, newId, type TravellerId } from '../kernel/index.ts';
import type { AccountRecord } from './accounts/accounts.ts';
import { BY, newPerson, START, startTestServer, type TestServer, type TestStore } from './test-store.ts';

let server: TestServer;
let store: TestStore;
beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

async function newAccount(kind: AccountRecord['kind'] = 'guest'): Promise<string> {
  const id = newId('account', store.clock);
  await store.records.accounts.addAccount({
    id,
    kind,
    language: 'pt',
    mainlandMobile: false,
    openedAt: START,
  });
  return id;
}

const passkeyOf = (holder: string, credentialId: string) => ({
  credentialId,
  holder,
  publicKey: Buffer.from([1, 2, 3]),
  counter: 0,
  transports: ['internal'],
  backedUp: true,
  label: 'phone',
  addedAt: START,
});

describe('accounts', () => {
  it('are read with their session in one go, with what was shown of the person', async () => {
    const { accounts, travellers } = store.records;
    const traveller = await travellers.add(newPerson('H11111111'), BY);
    const id = await newAccount('passkey');
    await accounts.addSession({ idHash: 'h1', holder: id, startedAt: START, seenAt: START });
    await accounts.setRealName(id, traveller, START);
    await accounts.setRealPerson('h1', later(START, millis(5)));
    expect(await accounts.session('h1')).toEqual({
      idHash: 'h1',
      holder: id,
      startedAt: START,
      seenAt: START,
      realPersonAt: START + 5,
      account: {
        id,
        kind: 'passkey',
        language: 'pt',
        mainlandMobile: false,
        openedAt: START,
        realName: { traveller, at: START },
      },
    });
    expect((await accounts.accountsOf(traveller)).map((each) => each.id)).toEqual([id]);
    await accounts.closeAccount(id, START);
    expect(await accounts.session('h1')).toBeUndefined();
    expect(await accounts.accountsOf(traveller)).toEqual([]);
  });

  it('sign in with passkeys and links of their own, apart from the officers’', async () => {
    const { accounts, officers } = store.records;
    const [mine, theirs] = [await newAccount('passkey'), await newAccount('passkey')];
    await accounts.addPasskey(passkeyOf(mine, 'key-1'));
    expect(await officers.passkey('key-1')).toBeUndefined();
    expect(await accounts.passkey('key-1')).toEqual(passkeyOf(mine, 'key-1'));
    await expect(accounts.addPasskey(passkeyOf(theirs, 'key-1'))).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    expect(await accounts.advancePasskey('key-1', { from: 0, to: 1 }, START)).toBe(true);
    expect(await accounts.advancePasskey('key-1', { from: 0, to: 1 }, START)).toBe(false);
    expect(await accounts.removePasskey(theirs, 'key-1')).toBe(false);
    expect(await accounts.removePasskey(mine, 'key-1')).toBe(true);
    await accounts.addLink({ tokenHash: 'l1', holder: mine, madeAt: START, expiresAt: START });
    expect(await accounts.link('l1')).toMatchObject({ holder: mine });
    const taken = await Promise.all([accounts.takeLink('l1'), accounts.takeLink('l1')]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('are found by a provider’s subject, of which one account alone can be', async () => {
    const { accounts } = store.records;
    const [first, second] = [await newAccount('oidc'), await newAccount('oidc')];
    expect(await accounts.setSubject(first, 'https://a.example', 'S 1')).toBe(true);
    expect(await accounts.setSubject(second, 'https://a.example', 'S 1')).toBe(false);
    expect(await accounts.setSubject(second, 'https://b.example', 'S 1')).toBe(true);
    expect((await accounts.accountOfSubject('https://a.example', 'S 1'))?.id).toBe(first);
    const rows = await store.sql('SELECT provider_index::text FROM accounts');
    expect(JSON.stringify(rows)).not.toContain('S 1');
  });
});

describe('contacts', () => {
  it('R16 are sealed under the account’s own key, survive its rotation, and end with it', async () => {
    const { accounts } = store.records;
    const id = await newAccount();
    expect(await accounts.contacts(id)).toEqual({});
    await accounts.setContacts(id, { mobile: '+8613800138000' }, true);
    const dump = async () => JSON.stringify(await store.sql('SELECT * FROM accounts WHERE id = $1', [id]));
    expect(await dump()).not.toContain('13800138000');
    const before = await dump();
    expect((await store.records.rotateKeys()).rewrapped).toBeGreaterThan(0);
    expect(await dump()).not.toBe(before);
    expect(await accounts.contacts(id)).toEqual({ mobile: '+8613800138000' });
    expect(await accounts.account(id)).toMatchObject({ mainlandMobile: true });
    await accounts.closeAccount(id, START);
    expect(await accounts.contacts(id)).toEqual({});
    const setAgain = accounts.setContacts(id, { mobile: '+8613800138000' }, true);
    await expect(setAgain).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('H-10 give one key when two ask at once', async () => {
    const { accounts } = store.records;
    const id = await newAccount();
    await Promise.all([
      accounts.setContacts(id, { mobile: '+85291234567' }, false),
      accounts.setCode({
        account: id,
        channel: 'sms',
        to: '+85291234567',
        code: '123456',
        triesLeft: 5,
        expiresAt: START,
      }),
    ]);
    expect(await accounts.contacts(id)).toEqual({ mobile: '+85291234567' });
    expect(await accounts.tryCode(id)).toMatchObject({ code: '123456' });
  });

  it('H-10 are confirmed within five tries, however many ask at once', async () => {
    const { accounts } = store.records;
    const id = await newAccount();
    const code = {
      account: id,
      channel: 'email',
      to: 'a@b.org',
      code: '654321',
      triesLeft: 5,
      expiresAt: START,
    } as const;
    await accounts.setCode(code);
    expect(JSON.stringify(await store.sql('SELECT * FROM contact_codes'))).not.toContain('654321');
    const tries = await Promise.all(Array.from({ length: 9 }, () => accounts.tryCode(id)));
    expect(tries.filter(Boolean)).toHaveLength(5);
    await accounts.setCode(code);
    expect(await accounts.tryCode(id)).toEqual(code);
    await accounts.forgetCode(id);
    expect(await accounts.tryCode(id)).toBeUndefined();
  });
});

describe('attempts', () => {
  it('are counted by a subject that the store cannot tell, and forgotten after two days', async () => {
    const { accounts } = store.records;
    const act = 'real-name';
    const first = await accounts.addAttempt({ act, subject: 'H12345678', at: START });
    await accounts.addAttempt({ act, subject: 'H12345678', at: later(START, minutes(1)) });
    await accounts.addAttempt({ act, subject: 'H87654321', at: START });
    expect(await accounts.attemptsSince(act, 'H12345678', START)).toEqual([START, START + 60_000]);
    expect(await accounts.attemptsSince(act, 'H12345678', later(START, millis(1)))).toHaveLength(1);
    expect(JSON.stringify(await store.sql('SELECT subject::text FROM attempts'))).not.toContain('12345678');
    await accounts.dropAttempt(first);
    expect(await accounts.attemptsSince(act, 'H12345678', START)).toHaveLength(1);
    await accounts.dropAttemptsOf(act, 'H12345678');
    expect(await accounts.attemptsSince(act, 'H12345678', START)).toEqual([]);
    await accounts.forgetExpired(later(START, minutes(3 * 24 * 60)), START);
    expect(await store.sql('SELECT 1 FROM attempts')).toEqual([]);
  });
});

describe('consents of accounts', () => {
  it('C-02 are one for each purpose, apart from those of the lanes, and can be withdrawn', async () => {
    const { accounts, consents } = store.records;
    const id = await newAccount();
    const purpose = 'real-person-check';
    await accounts.addConsent({ account: id, purpose, textVersion: 'v1', language: 'en', givenAt: START });
    expect(await accounts.consentFor(id, purpose)).toBe('v1');
    expect(await accounts.consentFor(id, 'other')).toBeUndefined();
    expect(await consents.of(id)).toEqual([]);
    await accounts.withdrawConsent(id, purpose, START);
    expect(await accounts.consentFor(id, purpose)).toBeUndefined();
  });
});

describe('the register asked by a number', () => {
  it('answers with the names and the document of that number, whatever its spacing', async () => {
    const traveller = await store.records.travellers.add(newPerson('H22222222'), BY);
    expect(await store.records.findRegistered('h2222 2222')).toEqual({
      traveller,
      names: { 'zh-Hant': '陳大文', latin: 'CHAN TAI MAN' },
      document: { type: 'HRP', expires: '2030-12-31' as Day },
    });
    expect(await store.records.findRegistered('H00000000')).toBeUndefined();
  });

  it('T26 opens a sealed record for a number that nobody has too, also after keys have changed', async () => {
    let opened = 0;
    const unwrap = store.keys.unwrap.bind(store.keys);
    store.keys.unwrap = (...asked) => {
      opened += 1;
      return unwrap(...asked);
    };
    const work = async (number: string) => {
      opened = 0;
      await store.records.findRegistered(number);
      return opened;
    };
    const before = store.keys.currentKeyId();
    expect([await work('H22222222'), await work('H00000000')]).toEqual([1, 1]);
    await store.records.rotateKeys();
    await store.keys.retire(before);
    expect([await work('H22222222'), await work('H00000000')]).toEqual([1, 1]);
    store.keys.unwrap = unwrap;
  });
});

it('an account that refers to nobody is not kept', async () => {
  const id = await newAccount();
  const attempt = store.records.accounts.setRealName(id, 'T-NOBODY' as TravellerId, START);
  await expect(attempt).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
});
