import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf, RoomError } from '../../kernel/index.ts';
import { open } from '../app.fixture.ts';
import type { NoticeSource } from '../sources.ts';

const AT = instantOf(Date.parse('2025-12-01T10:00:00+08:00'));
const SUBSCRIPTION = { endpoint: 'https://web.push.apple.com/x', keys: { p256dh: 'p', auth: 'a' } };

let app: Awaited<ReturnType<typeof open>>;
const heard: unknown[] = [];
const notices: NoticeSource = {
  pushKey: 'BKey',
  subscribe: async (_, subscription) => {
    if (!subscription.endpoint.includes('apple'))
      throw new RoomError('FIELD_INVALID', 'no push service', { field: 'endpoint' });
    heard.push(subscription);
  },
  unsubscribe: async (_, endpoint) => void heard.push(endpoint),
};
const message = { number: 1, channel: 'sms', to: '+853', subject: 's', text: 't', at: AT } as const;

beforeEach(async () => {
  heard.length = 0;
  app = await open({ notices: { ...notices, outbox: () => [message] } });
});
afterEach(() => app.close());

describe('the outbox', () => {
  it('shows in a demonstration what would have been sent', async () => {
    const answer = await app.inject('/v1/outbox');
    expect(answer.json()).toEqual([{ ...message, at: '2025-12-01T10:00:00.000+08:00' }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is not there in production', async () => {
    const served = await open({ notices });
    expect((await served.inject('/v1/outbox')).statusCode).toBe(404);
    await served.close();
  });
});

describe('notices by push', () => {
  const guest = async () => {
    const begun = await app.inject({
      method: 'POST',
      url: '/v1/account/guest',
      payload: { language: 'en' },
    });
    return { cookie: `kouan_account=${begun.cookies.find(({ name }) => name === 'kouan_account')?.value}` };
  };
  const push = async (method: 'PUT' | 'DELETE', payload?: object) =>
    app.inject({ method, url: '/v1/account/push', headers: await guest(), ...(payload ? { payload } : {}) });

  it('tell the key to subscribe with, take a browser in and let it go', async () => {
    expect((await app.inject('/v1/account/push')).json()).toEqual({ key: 'BKey' });
    expect((await push('PUT', SUBSCRIPTION)).statusCode).toBe(200);
    expect((await push('DELETE', { endpoint: SUBSCRIPTION.endpoint })).statusCode).toBe(200);
    expect((await push('DELETE')).statusCode).toBe(200);
    expect(heard).toEqual([SUBSCRIPTION, SUBSCRIPTION.endpoint, undefined]);
  });

  it('refuse what is no subscription', async () => {
    expect((await push('PUT', {})).statusCode).toBe(422);
    expect((await push('PUT', { ...SUBSCRIPTION, endpoint: 'https://10.0.0.1/' })).statusCode).toBe(422);
    expect(heard).toEqual([]);
  });
});
