/** The changing code of a registration for the e-Channel: the holder's own, for as long as it stands (F-06). */
import { z } from 'zod';
import { formatInstant, RoomError } from '../../kernel/index.ts';
import { accountOf } from '../account-session.ts';
import type { App } from '../app.ts';
import type { ServiceSource } from '../sources.ts';
import { codeView } from '../wire/cases.ts';

export function eChannelRoutes(app: App, { desk, holderOf, rotatingCode }: ServiceSource): void {
  app.get(
    '/v1/cases/:id/code',
    {
      config: { access: 'account' },
      schema: {
        tags: ['services'],
        params: z.object({ id: z.string().max(40) }),
        response: { 200: codeView },
      },
    },
    async (request, reply) => {
      const { record } = await desk.read(request.params.id, await holderOf(accountOf(request)));
      if (record.state !== 'granted' || !record.body.grant?.rotating) {
        throw new RoomError(
          'NOT_FOUND',
          'There is no code for this case: register in the portal; a registration at a gate or an office gives none.',
        );
      }
      const { text, refreshAt } = await rotatingCode(record.id);
      return reply
        .header('cache-control', 'private, no-store')
        .send({ text, at: formatInstant(desk.now()), refreshAt: formatInstant(refreshAt) });
    },
  );
}
