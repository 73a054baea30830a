import { beforeEach, describe, expect, it } from 'vitest';
import { testWorld } from '../../identity/travellers/travellers.fixture.ts';
import { instantOf } from '../../kernel/index.ts';
import { eChannel } from '../../services/e-channel/e-channel.ts';
import { holder, testDesk } from '../../services/engine/desk.fixture.ts';
import { checkCode, makeCode, seenCodes } from '../../services/index.ts';
import { open, sources } from '../app.fixture.ts';

const AT = '2026-11-22T10:00:00+08:00';
const NOW = instantOf(Date.parse(AT));
const SECRET = new Uint8Array(32).fill(7);
const ANSWERS = { who: 'HKPR', terms: true };

let world: ReturnType<typeof testWorld>;
let services: ReturnType<typeof testDesk>;
/** The account of the last call that asked for its holder. */
let asker = '';
let app: Awaited<ReturnType<typeof open>>;

beforeEach(async () => {
  world = testWorld();
  services = testDesk([eChannel], AT);
  const base = sources();
  app = await open({
    travellers: { ...base.travellers, identity: world.identity },
    services: {
      ...base.services,
      desk: services.desk,
      holderOf: async ({ id }) => {
        asker = id;
        return holder({ account: id });
      },
      rotatingCode: (registration) => makeCode(SECRET, registration, NOW),
    },
  });
});

async function account() {
  const made = await world.settle(
    Promise.resolve(app.inject({ method: 'POST', url: '/v1/account/guest', payload: { language: 'en' } })),
  );
  const value = made.cookies.find(({ name }) => name === 'kouan_account')?.value ?? '';
  const cookie = `kouan_account=${value}`;
  await get('/v1/cases', cookie);
  return { cookie, by: holder({ account: asker }) };
}

const get = (url: string, cookie?: string) =>
  world.settle(Promise.resolve(app.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} })));

describe('the code of a registration', () => {
  it('F-06 is told to its holder, with the moment of the next one, and is kept by no cache', async () => {
    const { cookie, by } = await account();
    const { id } = await services.run('e-channel', ANSWERS, by);
    const answer = await get(`/v1/cases/${id}/code`, cookie);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const { text, at, refreshAt } = answer.json();
    expect(Date.parse(refreshAt) - Date.parse(at)).toBe(30_000);
    expect(await checkCode(SECRET, text, NOW, seenCodes())).toEqual({ outcome: 'valid', registration: id });
  });

  it('F-06 is not there for anybody else, nor without an account', async () => {
    const [own, other] = [await account(), await account()];
    const { id } = await services.run('e-channel', ANSWERS, own.by);
    expect((await get(`/v1/cases/${id}/code`, other.cookie)).statusCode).toBe(404);
    expect((await get(`/v1/cases/${id}/code`)).statusCode).toBe(401);
  });

  it('F-06 ends with the registration', async () => {
    const { cookie, by } = await account();
    const { id } = await services.run('e-channel', ANSWERS, by);
    expect((await get(`/v1/cases/${id}/code`, cookie)).statusCode).toBe(200);
    await services.desk.withdraw(id, by);
    expect((await get(`/v1/cases/${id}/code`, cookie)).statusCode).toBe(404);
  });

  it('G-05 is not there for what was not registered here, and says where to', async () => {
    const { cookie, by } = await account();
    const draft = await services.desk.begin(eChannel, 'a-draft-key', by);
    const answer = await get(`/v1/cases/${draft.id}/code`, cookie);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().detail).toContain('register in the portal');
  });
});
