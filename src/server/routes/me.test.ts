import { beforeAll, describe, expect, it } from 'vitest';
import { CHANS_FORM, type TestWorld, testWorld } from '../../identity/travellers/travellers.fixture.ts';
import { open, signedIn, sources } from '../app.fixture.ts';

let world: TestWorld;
let app: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  world = testWorld();
  const { providers } = sources().travellers;
  app = await open({ travellers: { identity: world.identity, providers } });
});

const call = (method: 'GET' | 'POST', url: string, cookie = '', payload?: object) =>
  world.settle(
    Promise.resolve(
      app.inject({
        method,
        url,
        ...(cookie ? { headers: { cookie } } : {}),
        ...(payload ? { payload } : {}),
      }),
    ),
  );

const OWN = [
  ['GET', '/v1/me'],
  ['GET', '/v1/me/documents/D-1/number'],
  ['GET', '/v1/me/looks'],
  ['GET', '/v1/me/consents'],
  ['POST', '/v1/me/consents/face/withdraw'],
  ['GET', '/v1/me/receipts/A-1'],
  ['GET', '/v1/me/export.json'],
  ['GET', '/v1/me/export.pdf'],
  ['GET', '/v1/me/crossings'],
  ['GET', '/v1/me/crossings.pdf'],
] as const;

describe('who may see data of a person', () => {
  it('nobody without an account', async () => {
    for (const [method, url] of OWN) expect((await call(method, url)).json().code, url).toBe('NOT_SIGNED_IN');
  });

  it('no guest, and nobody who only knows what is printed on a document', async () => {
    const answer = await call('POST', '/v1/account/guest', '', { language: 'en' });
    const cookie = `kouan_account=${answer.cookies.find(({ name }) => name === 'kouan_account')?.value}`;
    for (const [method, url] of OWN)
      expect((await call(method, url, cookie)).json(), url).toMatchObject({
        code: 'NOT_ALLOWED',
        field: 'realName',
      });
    expect((await call('POST', '/v1/account/real-name', cookie, CHANS_FORM)).json().outcome).toBe('passed');
    for (const [method, url] of OWN)
      expect((await call(method, url, cookie)).json(), url).toMatchObject({
        code: 'NOT_ALLOWED',
        field: 'realPerson',
      });
  });

  it('no officer by these ways, and no traveller at the office’s', async () => {
    for (const [method, url] of OWN)
      expect((await call(method, url, signedIn.cookie)).statusCode, url).toBe(401);
    const office = await call('POST', '/v1/crossings/office', '', { documentNumber: 'H12345678' });
    expect(office.statusCode).toBe(401);
  });

  it('E-02 an officer at an office, who hears that nobody has this document', async () => {
    const office = await call('POST', '/v1/crossings/office', signedIn.cookie, {
      documentNumber: 'H12345678',
    });
    expect(office.json().code).toBe('NOT_FOUND');
  });

  it('help is open to everybody', async () => {
    const found = await call('GET', `/v1/help?q=${encodeURIComponent('簽注')}`);
    expect([found.statusCode, found.json()]).toEqual([200, []]);
  });
});
