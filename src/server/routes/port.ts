/** The port as everybody may see it. */
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { viewerOf } from '../access.ts';
import type { App } from '../app.ts';
import { redactFor } from '../redact.ts';
import type { PortSource, ServerOptions } from '../sources.ts';
import { streamEvents } from '../sse.ts';
import { laneDetail, passageView, portView } from '../wire/port.ts';

const laneParams = z.object({ id: z.string().max(12) });
const tags = ['port'];

export function portRoutes(app: App, port: PortSource, options: ServerOptions): void {
  const config = { access: 'public' } as const;
  app.get('/v1/port', { config, schema: { tags, response: { 200: portView } } }, async (request) =>
    redactFor(options, viewerOf(request)).port(port.view()),
  );

  app.get('/v1/port/events', { config, schema: { hide: true } }, (request, reply) => {
    streamEvents(request, reply, (send) => {
      const seen = redactFor(options, viewerOf(request));
      send('port', seen.port(port.view()));
      return port.on((event) => send(event.name, event.name === 'lane' ? seen.lane(event.data) : event.data));
    });
  });

  app.get(
    '/v1/lanes/:id',
    { config, schema: { tags, params: laneParams, response: { 200: laneDetail } } },
    async (request) => {
      const viewer = viewerOf(request);
      const detail = port.lane(request.params.id, viewer) ?? noLane(request.params.id);
      return { ...detail, lane: redactFor(options, viewer).lane(detail.lane) };
    },
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
