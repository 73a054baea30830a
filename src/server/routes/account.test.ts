import { beforeEach, describe, expect, it } from 'vitest';
import { openDevProvider, openProviders, PERSON_CONSENT } from '../../identity/index.ts';
import { TestAuthenticator } from '../../identity/sign-in/test-authenticator.ts';
import { CHANS_FORM, type TestWorld, testWorld } from '../../identity/travellers/travellers.fixture.ts';
import { minutes, platformRandom, systemClock } from '../../kernel/index.ts';
import { open, sources } from '../app.fixture.ts';

const ISSUER = 'http://localhost/dev/identity';
const CALLBACK = '/account/oidc/callback';

let world: TestWorld;
let app: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  world = testWorld();
  const devProvider = await openDevProvider({
    issuer: ISSUER,
    redirectUri: `http://localhost${CALLBACK}`,
    clock: systemClock,
    fill: platformRandom,
    people: async () => [{ id: 'p<1>', name: '陳大文', document: { type: 'HRP', number: 'H12345678' } }],
  });
  const name = sources().law.release().content.questions.lane?.title;
  if (!name) throw new Error('The fixture has no question.');
  const providers = openProviders({
    providers: [{ id: 'demo', name, issuer: ISSUER, clientId: 'kouan' }],
    redirectUri: `http://localhost${CALLBACK}`,
    clock: systemClock,
    fetch: (url, init) => devProvider.fetch(url, init),
  });
  app = await open({ travellers: { identity: world.identity, providers, devProvider } });
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function call(method: Method, url: string, payload?: object, cookie?: string) {
  const headers = cookie ? { cookie } : {};
  return world.settle(
    Promise.resolve(app.inject({ method, url: `/v1/${url}`, headers, ...(payload ? { payload } : {}) })),
  );
}

const cookieOf = (answer: Awaited<ReturnType<typeof call>>) => {
  const cookie = answer.cookies.find(({ name }) => name === 'kouan_account');
  return cookie ? `kouan_account=${cookie.value}` : '';
};
const guest = async () => cookieOf(await call('POST', 'account/guest', { language: 'pt' }));

async function person(): Promise<string> {
  const cookie = await guest();
  expect((await call('POST', 'account/real-name', CHANS_FORM, cookie)).json()).toEqual({ outcome: 'passed' });
  return cookie;
}

async function frames(cookie: string) {
  await call('POST', 'account/real-person', { consent: PERSON_CONSENT.version }, cookie);
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/v1/account/real-person/frames',
      headers: { cookie, 'content-type': 'image/jpeg' },
      payload: Buffer.of(1),
    });
  await send();
  await send();
  return (await send()).json();
}

describe('who may call what of accounts', () => {
  it('lets a person alone begin the real-person check, and says which step is missing', async () => {
    const answer = await call('POST', 'account/real-person', { consent: 'x' }, await guest());
    expect(answer.json()).toMatchObject({ status: 403, field: 'realName' });
  });

  it('lets an officer who may see persons issue a recovery, nobody else', async () => {
    const body = { documentNumber: 'H12345678' };
    expect((await call('POST', 'accounts/recovery', body, await guest())).statusCode).toBe(401);
    expect((await call('POST', 'accounts/recovery', body, 'kouan_session=good')).statusCode).toBe(404);
    const accounts = {
      ...sources().accounts,
      officerOf: async () => ({ id: 'O-2', name: 'x', role: 'operator', passkeys: 0 }),
    };
    app = await open({ accounts });
    expect((await call('POST', 'accounts/recovery', body, 'kouan_session=good')).statusCode).toBe(403);
  });
});

describe('a traveller’s session', () => {
  it('is a strict, script-proof cookie that dies with the sign-out', async () => {
    const answer = await call('POST', 'account/guest', { language: 'en' });
    expect(answer.headers['set-cookie']).toMatch(/kouan_account=.*HttpOnly; SameSite=Strict/);
    const cookie = cookieOf(answer);
    expect((await call('GET', 'account', undefined, cookie)).json()).toMatchObject({
      signedIn: true,
      pad: 'advisory',
      account: { kind: 'guest', devices: 0, endsAt: '2025-12-01T11:00:00.000+08:00' },
    });
    await call('POST', 'account/end', {}, cookie);
    expect((await call('GET', 'account', undefined, cookie)).json()).toMatchObject({ signedIn: false });
  });

  it('is a new one once a passkey is made: the guest’s token opens nothing any more', async () => {
    const before = await guest();
    const options = (await call('POST', 'account/passkeys/options', {}, before)).json();
    const device = new TestAuthenticator();
    const body = { label: 'phone', response: device.create(options) };
    const after = cookieOf(await call('POST', 'account/passkeys', body, before));
    expect((await call('GET', 'account', undefined, before)).json().signedIn).toBe(false);
    expect((await call('GET', 'account', undefined, after)).json().account).toMatchObject({
      kind: 'passkey',
      devices: 1,
    });
    const asked = (await call('POST', 'account/passkey/options', {})).json();
    expect(cookieOf(await call('POST', 'account/passkey', device.get(asked)))).not.toBe('');
    expect((await call('POST', 'account/passkey', device.get(asked))).statusCode).toBe(401);
  });

  it('finds nothing of another account, as of none', async () => {
    const [mine, theirs] = [await guest(), await guest()];
    const options = (await call('POST', 'account/passkeys/options', {}, theirs)).json();
    const body = { label: 'x', response: new TestAuthenticator().create(options) };
    const other = cookieOf(await call('POST', 'account/passkeys', body, theirs));
    const [device] = (await call('GET', 'account/passkeys', undefined, other)).json();
    const strange = (await call('DELETE', `account/passkeys/${device.id}`, undefined, mine)).json();
    const none = (await call('DELETE', 'account/passkeys/none', undefined, mine)).json();
    expect({ ...strange, trace: '' }).toEqual({ ...none, trace: '' });
    expect(strange.status).toBe(404);
  });
});

describe('the real-name check over HTTP', () => {
  it('H-11 W-01 names the missing expiry day and says where it stands', async () => {
    const answer = await call('POST', 'account/real-name', { ...CHANS_FORM, expires: '' }, await guest());
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'FIELD_INVALID',
      field: 'expires',
      nothingLost: true,
    });
    expect(answer.json().expected).toContain('有效期限');
  });

  it('T25 answers known and unknown numbers alike: status, headers, length, and the work behind', async () => {
    const look = async (change: object) => {
      const reads = world.audited.length;
      const answer = await call('POST', 'account/real-name', { ...CHANS_FORM, ...change }, await guest());
      const { date, 'x-ratelimit-remaining': _, 'x-ratelimit-reset': __, ...headers } = answer.headers;
      return { status: answer.statusCode, body: answer.body, headers, audited: world.audited.length - reads };
    };
    const known = await look({ name: '黃大文' });
    const unknown = await look({ number: 'H00000001' });
    expect(unknown).toEqual(known);
  });

  it('T25 over 200 guesses tells nothing but that it does not agree', async () => {
    const bodies = new Set<string>();
    for (let n = 0; n < 200; n++) {
      const { account } = await world.identity.openGuest('en');
      const form = { ...CHANS_FORM, number: `H${String(n).padStart(8, '0')}` };
      bodies.add(JSON.stringify(await world.settle(world.identity.checkRealName(account, form))));
    }
    expect(bodies.size).toBe(1);
  });
});

describe('the real-person check over HTTP', () => {
  it('H-10 H-12 takes pictures after its consent, and counts for fifteen minutes', async () => {
    const cookie = await person();
    expect(await frames(cookie)).toEqual({ outcome: 'passed', until: expect.stringContaining('T10:15:') });
    expect((await call('GET', 'account', undefined, cookie)).json().account.realPerson).toBeDefined();
    for (let i = 0; i < 2; i++) {
      world.clock.advance(minutes(8));
      await call('GET', 'account', undefined, cookie);
    }
    expect((await call('GET', 'account', undefined, cookie)).json().account.realPerson).toBeUndefined();
  });

  it('has no score, threshold or rank in any answer', async () => {
    world.script.portrait = 'no-match';
    const answer = await frames(await person());
    expect(Object.keys(answer).sort()).toEqual(['outcome', 'triesLeft', 'ways']);
  });
});

describe('an authority’s sign-in', () => {
  async function walk(afterwards?: string) {
    const body = { language: 'zh-Hant', ...(afterwards ? { afterwards } : {}) };
    const left = await call('POST', 'account/oidc/demo', body);
    const url = new URL(left.json().url);
    const ticket = left.cookies.find(({ name }) => name === 'kouan_provider')?.value ?? '';
    const page = await app.inject(url.pathname + url.search);
    const chosen = await app.inject(`/dev/identity/choose${url.search}&person=${encodeURIComponent('p<1>')}`);
    const back = new URL(String(chosen.headers.location));
    const return_ = (cookie: string) =>
      app.inject({ url: back.pathname + back.search, headers: cookie ? { cookie } : {} });
    return { page, ticket: `kouan_provider=${encodeURIComponent(ticket)}`, comeBack: return_ };
  }

  it('G-07 comes back signed in, with the real name, to where one was going', async () => {
    const { page, ticket, comeBack } = await walk('/services/permit');
    expect(page.body).toContain('示範');
    expect(page.body).not.toContain('p<1>');
    const back = await comeBack(ticket);
    expect([back.statusCode, back.headers.location]).toEqual([302, '/services/permit']);
    const account = (await call('GET', 'account', undefined, cookieOf(back))).json().account;
    expect(account).toMatchObject({
      kind: 'oidc',
      language: 'zh-Hant',
      realName: { at: expect.any(String) },
    });
  });

  it('opens nothing in a browser that did not ask, and no address of another site', async () => {
    const { ticket, comeBack } = await walk();
    expect((await comeBack('')).headers.location).toBe('/sign-in?provider=failed');
    expect((await comeBack(ticket)).headers.location).toBe('/account');
    for (const afterwards of ['//evil.example', 'https://evil.example', '/\\evil', '/a\r\nb: c']) {
      expect((await call('POST', 'account/oidc/demo', { language: 'en', afterwards })).statusCode).toBe(422);
    }
    expect((await call('POST', 'account/oidc/nobody', { language: 'en' })).statusCode).toBe(404);
  });

  it('of the demonstration is a whole provider: discovery, keys, token', async () => {
    const discovery = (await app.inject('/dev/identity/.well-known/openid-configuration')).json();
    expect(discovery.issuer).toBe(ISSUER);
    expect((await app.inject('/dev/identity/jwks')).json().keys[0]).not.toHaveProperty('d');
    const token = (payload: string, type: string) =>
      app.inject({ method: 'POST', url: '/dev/identity/token', payload, headers: { 'content-type': type } });
    expect((await token('code=x', 'application/x-www-form-urlencoded')).json()).toEqual({
      error: 'invalid_grant',
    });
    app = await open();
    expect((await app.inject('/dev/identity/jwks')).statusCode).toBe(404);
  });

  it('is the only place that reads a form', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/account/guest',
      payload: 'language=en',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });
});
