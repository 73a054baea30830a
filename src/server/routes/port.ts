/** The port as everybody may see it. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { viewerOf } from '../access.ts';
import type { App } from '../app.ts';
import type { PortSource } from '../sources.ts';
import { streamEvents } from '../sse.ts';
import { laneDetail, passageView, portView } from '../wire/port.ts';

const laneParams = z.object({ id: z.string().max(12) });
const tags = ['port'];

export function portRoutes(app: App, port: PortSource): void {
  const config = { access: 'public' } as const;
  app.get('/v1/port', { config, schema: { tags, response: { 200: portView } } }, async () => port.view());

  app.get('/v1/port/events', { config, schema: { hide: true } }, (request, reply) => {
    streamEvents(request, reply, (send) => {
      send('port', port.view());
      return port.on(({ name, data }) => send(name, data));
    });
  });

  app.get(
    '/v1/lanes/:id',
    { config, schema: { tags, params: laneParams, response: { 200: laneDetail } } },
    async (request) => port.lane(request.params.id, viewerOf(request)) ?? noLane(request.params.id),
  );

  app.get(
    '/v1/lanes/:id/frame.jpg',
    { config, schema: { tags, params: laneParams } },
    async (request, reply) => {
      const picture = await port.picture(request.params.id, viewerOf(request));
      if (picture === 'not-allowed')
        throw new RoomError('NOT_ALLOWED', 'A picture of a person is for the officer on duty.');
      // Nobody stands there: nothing to show is no error.
      if (!picture) return reply.code(204).send();
      return reply.type('image/jpeg').header('cache-control', 'no-store').send(picture);
    },
  );

  app.get(
    '/v1/referrals',
    { config: { access: 'officer' }, schema: { tags, response: { 200: z.array(passageView) } } },
    async () => [...port.referrals()],
  );
}

function noLane(id: string): never {
  throw new RoomError('NOT_FOUND', `There is no lane ${id.slice(0, 12)} at this port.`, { field: 'id' });
}
