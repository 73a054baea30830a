/**
 * Roles × routes × owners, made from the routes themselves: a new route is in it without being listed. What it holds
 * against is what each route declares; what a route asks beyond that is named below with its reason.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSON_CONSENT } from '../identity/index.ts';
import { CHAN, CHANS_FORM, type TestWorld, testWorld } from '../identity/travellers/travellers.fixture.ts';
import type { TravellerId } from '../kernel/index.ts';
import { testDesk } from '../services/engine/desk.fixture.ts';
import type { Service } from '../services/index.ts';
import type { Access } from './access.ts';
import { OPERATOR, open, signedIn, sources } from './app.fixture.ts';
import type { Asker } from './sources.ts';

interface Route {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}
const ROLES = ['nobody', 'guest', 'other', 'owner', 'officer', 'operator'] as const;
type Role = (typeof ROLES)[number];

/** Let in means: neither 401 nor 403. `owner` passed both checks, `other` the real-name check alone. */
const LET_IN: Readonly<Record<Access, readonly Role[]>> = {
  public: ROLES,
  officer: ['officer'],
  operator: ['operator'],
  account: ['guest', 'other', 'owner'],
  person: ['other', 'owner'],
  present: ['owner'],
};
const TRAVELLERS: readonly Role[] = ['guest', 'other', 'owner'];

function refusal(access: Access, role: Role): 401 | 403 {
  if (access === 'operator') return 403;
  return (access === 'person' || access === 'present') && TRAVELLERS.includes(role) ? 403 : 401;
}

/** Routes that ask for more than they declare. */
const STRICTER: Readonly<Record<string, string>> = {
  'GET /v1/lanes/:id/frame.jpg': 'a picture of a person is the officer’s',
  'POST /v1/kiosk/:lane/input': 'anybody may call for help there, and do no more',
  'POST /v1/session/passkey': 'what is sent there has to sign somebody in',
  'POST /v1/account/passkey': 'what is sent there has to sign somebody in',
  'POST /v1/account/devices/code': 'a guest has no device to share',
  'POST /v1/accounts/recovery': 'the officer’s role counts too',
};
/** What the other routes with a name in their address name; a strange id is as good as none there too. */
const NAMES_NO_CASE: Readonly<Record<string, string>> = {
  'DELETE /v1/account/contacts/:channel': 'one of the caller’s own two contacts',
  'DELETE /v1/account/passkeys/:id': 'a passkey: account.test.ts',
  'GET /v1/calendars/:id': 'a calendar, everybody’s',
  'GET /v1/me/documents/:id/number': 'a place in the caller’s own list of documents',
  'GET /v1/me/receipts/:id': 'a receipt among the caller’s own',
  'POST /v1/me/consents/:modality/withdraw': 'one of the caller’s own two consents',
  'POST /v1/services/:id/cases': 'a service, everybody’s',
};
/** They never end, or end the session that they are called with. */
const APART = /\/events$|\/v1\/account\/(end|end-all|close)$|^\/dev\//;

const text = { 'zh-Hant': 'x', 'zh-Hans': 'x', en: 'x', pt: 'x' };
const trial: Service = {
  id: 'trial',
  words: { title: text, summary: text, need: [] },
  minutes: 1,
  holder: 'guest',
  question: 'lane',
  group: 'visit',
  form: () => ({
    steps: [
      {
        id: 'note',
        title: text,
        fields: [{ id: 'note', label: text, kind: 'text', lengthMax: 20, optional: true }],
      },
      {
        id: 'paper',
        title: text,
        fields: [
          { id: 'paper', label: text, kind: 'files', most: 2, accept: ['application/pdf'], optional: true },
        ],
      },
    ],
  }),
  decide: ({ law }) => ({ outcome: 'to-officer', decision: law.decide('lane', {}) }),
  grant: () => ({ rows: [], next: [] }),
};

let world: TestWorld;
let app: Awaited<ReturnType<typeof open>>;
const routes: Route[] = [];
const headers = new Map<Role, Record<string, string>>();
const cases = { draft: '', sent: '' };

beforeAll(async () => {
  world = testWorld();
  world.people.set('H87654321', { ...CHAN, traveller: 'T-2' as TravellerId });
  const { desk, officers, store } = testDesk([trial], '2025-12-01T10:00:00+08:00');
  const base = sources();
  const holderOf = async ({ id, language }: Asker) => ({
    account: id,
    guest: false,
    language,
    realPerson: false,
    mainlandMobile: false,
  });
  app = await open(
    {
      travellers: { ...base.travellers, identity: world.identity },
      services: { ...base.services, desk, officers, store, holderOf },
    },
    { onRoute: (route) => void routes.push(route) },
  );
  await signEverybodyIn();
  await openCases();
}, 60_000);
afterAll(() => app.close());

async function call(
  role: Role,
  method: string,
  url: string,
  payload?: object | Buffer,
  type = 'application/json',
) {
  return world.settle(
    Promise.resolve(
      app.inject({
        method: method as 'GET',
        url,
        remoteAddress: `10.0.${ROLES.indexOf(role)}.${calls++ % 250}`,
        headers: {
          ...headers.get(role),
          ...(payload === undefined ? {} : { 'content-type': type }),
        },
        ...(payload === undefined ? {} : { payload }),
      }),
    ),
  );
}
let calls = 0;

async function signEverybodyIn() {
  headers
    .set('nobody', {})
    .set('officer', signedIn)
    .set('operator', { authorization: `Bearer ${OPERATOR}` });
  for (const role of TRAVELLERS) {
    const begun = await call('nobody', 'POST', '/v1/account/guest', { language: 'en' });
    const cookie = begun.cookies.find(({ name }) => name === 'kouan_account');
    headers.set(role, { cookie: `kouan_account=${cookie?.value}` });
  }
  await call('owner', 'POST', '/v1/account/real-name', CHANS_FORM);
  await call('other', 'POST', '/v1/account/real-name', { ...CHANS_FORM, number: 'H87654321' });
  await call('owner', 'POST', '/v1/account/real-person', { consent: PERSON_CONSENT.version });
  for (let n = 0; n < 3; n++) {
    await call('owner', 'POST', '/v1/account/real-person/frames', Buffer.of(1), 'image/jpeg');
  }
  const { account } = (await call('owner', 'GET', '/v1/account')).json();
  if (!account.realName || !account.realPerson) throw new Error('The owner was not let through the checks.');
}

async function openCases() {
  for (const name of ['draft', 'sent'] as const) {
    const opened = await call('owner', 'POST', '/v1/services/trial/cases', { key: `matrix-${name}` });
    cases[name] = opened.json().id;
  }
  await call('owner', 'POST', `/v1/cases/${cases.sent}/send`);
}

const nameOf = ({ method, url }: Route) => `${method.replace('HEAD', 'GET')} ${url}`;
const filled = (url: string, id = 'K-0000000000-AAAAAAAA') =>
  url.replace(/:id\b/, id).replace(/:\w+|\*/g, 'x');

describe('roles × routes', () => {
  it('T25 lets each role in where the route says so, and nowhere else', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ url }) => !APART.test(url))) {
      for (const role of ROLES) {
        const { statusCode } = await call(role, route.method, filled(route.url));
        const letIn = LET_IN[route.access].includes(role);
        const right = letIn
          ? nameOf(route) in STRICTER || (statusCode !== 401 && statusCode !== 403)
          : statusCode === refusal(route.access, role);
        if (!right) wrong.push(`${role}: ${nameOf(route)} (${route.access}) answered ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(60);
  }, 120_000);

  it('knows no session that was never begun, or has ended', async () => {
    const wrong: string[] = [];
    for (const cookie of ['kouan_session=stale', 'kouan_account=stale', 'kouan_account=']) {
      headers.set('nobody', { cookie });
      for (const route of routes.filter(({ access, url }) => access !== 'public' && !APART.test(url))) {
        const { statusCode } = await call('nobody', route.method, filled(route.url));
        if (statusCode !== refusal(route.access, 'nobody')) wrong.push(`${nameOf(route)}: ${statusCode}`);
      }
    }
    headers.set('nobody', {});
    expect(wrong).toEqual([]);
  }, 120_000);

  it('names no route stricter that is gone', () => {
    const names = new Set(routes.map(nameOf));
    expect(Object.keys(STRICTER).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('owners', () => {
  /** What makes the call whole, so that nothing but whose case it is can be in its way. */
  const wholeCall = (route: Route, id: string) => {
    const url = filled(route.url, id);
    if (route.url.endsWith('/files/:field'))
      return [`${url.replace(/x$/, 'paper')}?name=a.pdf`, Buffer.of(1), 'application/octet-stream'] as const;
    if (route.url.endsWith('/steps/:step'))
      return [url.replace(/x$/, 'note'), { answers: { note: 'y' } }, 'application/json'] as const;
    return [url, undefined, undefined] as const;
  };
  const ofCases = () => routes.filter(({ url }) => url.startsWith('/v1/cases/:id'));

  it('find own cases there, and nobody else does: to them it is as if there were none', async () => {
    const wrong: string[] = [];
    for (const route of ofCases()) {
      for (const id of [cases.draft, cases.sent]) {
        for (const role of ['guest', 'other'] as const) {
          const [url, payload, type] = wholeCall(route, id);
          const theirs = await call(role, route.method, url, payload, type);
          const [none] = wholeCall(route, 'K-0000000000-AAAAAAAA');
          const nothing = await call(role, route.method, none, payload, type);
          if (theirs.statusCode !== 404)
            wrong.push(`${role}: ${nameOf(route)} answered ${theirs.statusCode}`);
          if (sameBut(theirs.body, id) !== sameBut(nothing.body, id))
            wrong.push(`${nameOf(route)} tells them apart`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect((await call('owner', 'GET', `/v1/cases/${cases.draft}`)).statusCode).toBe(200);
  });

  /** The trace number differs by itself. */
  const sameBut = (body: string, id: string) =>
    body.replace(/"trace":"[^"]*"/, '').replaceAll(id, 'K-0000000000-AAAAAAAA');

  it('see own cases alone in their list', async () => {
    expect((await call('other', 'GET', '/v1/cases')).json()).toEqual([]);
    expect((await call('owner', 'GET', '/v1/cases')).json()).toHaveLength(2);
  });

  it('keep a draft from officers, who see what was sent', async () => {
    const desk = (id: string) => call('officer', 'GET', `/v1/desk/cases/${id}`);
    expect((await desk(cases.draft)).statusCode).toBe(404);
    expect((await desk(cases.sent)).statusCode).toBe(200);
    expect((await call('officer', 'GET', '/v1/desk/cases')).json()).toHaveLength(1);
  });

  it('are asked after for every route that names something: a new one is a case’s, or is added here', () => {
    const travellers: readonly Access[] = ['account', 'person', 'present'];
    const named = routes
      .filter(({ access, url }) => travellers.includes(access) && url.includes(':'))
      .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/v1/cases/:id'));
    expect(named.map(nameOf).sort()).toEqual(Object.keys(NAMES_NO_CASE).sort());
  });
});
