/**
 * A person's own data. All of it asks for the real-person check: the real-name check alone is knowledge of what is printed
 * on a document, which whoever finds the document has.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../kernel/index.ts';
import type { Asking } from '../../services/index.ts';
import { personOf } from '../account-session.ts';
import type { App } from '../app.ts';
import { answerViewOf } from '../case-view.ts';
import { consentsViewOf, overviewViewOf } from '../me-view.ts';
import type { MyDataSource } from '../sources.ts';
import { consentsView, looksView, modality, numberView, overviewView, withdrawnView } from '../wire/me.ts';

const tags = ['my data'];
const config = { access: 'present' } as const;
const idParams = z.object({ id: z.string().max(40) });
const inLanguage = z.object({ language: z.enum(LANGUAGES).default('en') });

export const askingOf = (request: FastifyRequest): Asking => {
  const { account, traveller } = personOf(request);
  return { account: account.id, traveller };
};

export function meRoutes(app: App, source: MyDataSource): void {
  lookRoutes(app, source);
  consentRoutes(app, source);
  exportRoutes(app, source);
}

function lookRoutes(app: App, { desk, law }: MyDataSource): void {
  app.get('/v1/me', { config, schema: { tags, response: { 200: overviewView } } }, async (request, reply) => {
    keepPrivate(reply);
    return overviewViewOf(await desk.overview(askingOf(request)), law);
  });
  app.get(
    '/v1/me/documents/:id/number',
    { config, schema: { tags, params: idParams, response: { 200: numberView } } },
    async (request, reply) => {
      keepPrivate(reply);
      return { number: await desk.number(askingOf(request), request.params.id) };
    },
  );
  app.get(
    '/v1/me/looks',
    { config, schema: { tags, response: { 200: looksView } } },
    async (request, reply) => {
      keepPrivate(reply);
      return desk.looks(askingOf(request));
    },
  );
}

function consentRoutes(app: App, { desk, law, erasurePdf }: MyDataSource): void {
  app.get(
    '/v1/me/consents',
    { config, schema: { tags, response: { 200: consentsView } } },
    async (request, reply) => {
      keepPrivate(reply);
      const who = askingOf(request);
      return consentsViewOf(await desk.consents(who), await desk.erasures(who), law);
    },
  );
  app.post(
    '/v1/me/consents/:modality/withdraw',
    { config, schema: { tags, params: z.object({ modality }), response: { 200: withdrawnView } } },
    async (request) => {
      const result = await desk.withdraw(askingOf(request), request.params.modality);
      return result.outcome === 'withdrawn'
        ? { outcome: result.outcome, receipt: { ...result.receipt } }
        : { outcome: result.outcome, answer: answerViewOf(result.decision, law) };
    },
  );
  app.get(
    '/v1/me/receipts/:id',
    { config, schema: { tags, params: idParams, querystring: inLanguage } },
    async (request, reply) => {
      const who = askingOf(request);
      const erasure = await desk.erasure(who, request.params.id);
      return sendPdf(reply, erasure.id, await erasurePdf(who, erasure, request.query.language as Language));
    },
  );
}

function exportRoutes(app: App, { everything, everythingPdf }: MyDataSource): void {
  app.get('/v1/me/export.json', { config, schema: { tags } }, async (request, reply) => {
    keepPrivate(reply).header('content-disposition', 'attachment; filename="my-data.json"');
    return reply
      .type('application/json')
      .send(JSON.stringify(await everything(askingOf(request)), undefined, 2));
  });
  app.get(
    '/v1/me/export.pdf',
    { config, schema: { tags, querystring: inLanguage } },
    async (request, reply) =>
      sendPdf(reply, 'my-data', await everythingPdf(askingOf(request), request.query.language as Language)),
  );
}

const keepPrivate = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'private, no-store');

export const sendPdf = (reply: FastifyReply, name: string, pdf: Uint8Array): FastifyReply =>
  keepPrivate(reply)
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .send(Buffer.from(pdf));
