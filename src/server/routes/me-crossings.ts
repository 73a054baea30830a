/** Crossing records: a person's own, online (E-03), and an officer's at an office for the person who stands there (E-02). */
import { z } from 'zod';
import { LANGUAGES, type Language, parseDay, RoomError } from '../../kernel/index.ts';
import type { CertificateWish, Found, Span } from '../../services/index.ts';
import type { App } from '../app.ts';
import { crossingsViewOf } from '../me-view.ts';
import type { MyDataSource } from '../sources.ts';
import { crossingsView } from '../wire/me.ts';
import { askingOf, sendPdf } from './me.ts';

const tags = ['crossing records'];
const span = z.object({
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  port: z.string().max(40).optional(),
});
const flag = z.enum(['true', 'false']).default('false');
const wish = span.extend({
  language: z.enum(LANGUAGES).default('en'),
  hideTime: flag,
  hidePort: flag,
  hideDocument: flag,
  maskNumbers: flag,
});

export function crossingRoutes(app: App, { crossings, law }: MyDataSource): void {
  app.get(
    '/v1/me/crossings',
    {
      config: { access: 'present' },
      schema: { tags, querystring: span, response: { 200: crossingsView } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { found } = await crossings.own(askingOf(request), spanOf(request.query));
      return crossingsViewOf(found, law);
    },
  );
  app.get(
    '/v1/me/crossings.pdf',
    { config: { access: 'present' }, schema: { tags, querystring: wish } },
    async (request, reply) => {
      const { found, holder } = await crossings.own(askingOf(request), spanOf(request.query));
      const pdf = await crossings.certificate(granted(found), holder, wishOf(request.query));
      return sendPdf(reply, 'crossings', pdf);
    },
  );
  app.post(
    '/v1/crossings/office',
    {
      config: { access: 'officer' },
      schema: { tags, querystring: wish, body: z.object({ documentNumber: z.string().min(4).max(40) }) },
    },
    async (request, reply) => {
      const officer = request.officer?.id ?? '';
      const { documentNumber } = request.body;
      const { found, holder } = await crossings.atOffice(officer, documentNumber, spanOf(request.query));
      const pdf = await crossings.certificate(granted(found), holder, wishOf(request.query));
      return sendPdf(reply, 'crossings', pdf);
    },
  );
}

function granted(found: Found): Extract<Found, { outcome: 'found' }> {
  if (found.outcome === 'found') return found;
  throw new RoomError(
    'NOT_ALLOWED',
    `The records are not shown this way: ${found.decision.reasons.join(', ')}.`,
  );
}

const spanOf = ({ from, to, port }: z.infer<typeof span>): Span => ({
  ...(from ? { from: parseDay(from, 'from') } : {}),
  ...(to ? { to: parseDay(to, 'to') } : {}),
  ...(port ? { port } : {}),
});

const wishOf = (query: z.infer<typeof wish>): CertificateWish => ({
  language: query.language as Language,
  hide: [
    ...(query.hideTime === 'true' ? (['time'] as const) : []),
    ...(query.hidePort === 'true' ? (['port'] as const) : []),
    ...(query.hideDocument === 'true' ? (['document'] as const) : []),
  ],
  maskNumbers: query.maskNumbers === 'true',
});
