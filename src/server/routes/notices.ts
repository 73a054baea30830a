/** Notices: what a browser needs to be told by push, and the outbox of a demonstration. */
import { z } from 'zod';
import { formatInstant, RoomError } from '../../kernel/index.ts';
import { accountOf } from '../account-session.ts';
import type { App } from '../app.ts';
import type { NoticeSource } from '../sources.ts';
import { outboxMessage, pushSubscription } from '../wire/notices.ts';

const tags = ['notices'];
const own = { access: 'account' } as const;
const done = z.object({ ok: z.literal(true) });
const ok = { ok: true } as const;

export function noticeRoutes(app: App, { outbox, pushKey, subscribe, unsubscribe }: NoticeSource): void {
  app.get(
    '/v1/outbox',
    { config: { access: 'public' }, schema: { tags, response: { 200: z.array(outboxMessage) } } },
    async (_, reply) => {
      if (!outbox) throw new RoomError('NOT_FOUND', 'There is nothing at this address.');
      return reply
        .header('cache-control', 'no-store')
        .send(outbox().map(({ at, ...message }) => ({ ...message, at: formatInstant(at) })));
    },
  );
  app.get(
    '/v1/account/push',
    { config: { access: 'public' }, schema: { tags, response: { 200: z.object({ key: z.string() }) } } },
    async () => ({ key: pushKey }),
  );
  app.put(
    '/v1/account/push',
    { config: own, schema: { tags, body: pushSubscription, response: { 200: done } } },
    async (request) => {
      await subscribe(accountOf(request).id, request.body);
      return ok;
    },
  );
  app.delete(
    '/v1/account/push',
    {
      config: own,
      schema: { tags, body: pushSubscription.pick({ endpoint: true }).nullish(), response: { 200: done } },
    },
    async (request) => {
      await unsubscribe(accountOf(request).id, request.body?.endpoint);
      return ok;
    },
  );
}
