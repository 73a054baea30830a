/** Help: a search over services and rules, open to everybody; what is asked is not kept. */
import { z } from 'zod';
import type { App } from '../app.ts';
import type { HelpSource } from '../sources.ts';
import { helpFound } from '../wire/help.ts';

export function helpRoutes(app: App, { search }: HelpSource): void {
  app.get(
    '/v1/help',
    {
      config: { access: 'public' },
      schema: {
        tags: ['help'],
        querystring: z.object({ q: z.string().max(200) }),
        response: { 200: helpFound },
      },
    },
    async (request) =>
      search(request.query.q).map(({ kind, title, summary, to }) => ({ kind, title, summary, to })),
  );
}
