/** Services and a person's own cases: one set of routes for all of them. What belongs to another account is not there. */
import { z } from 'zod';
import { LANGUAGES, type Language, RoomError } from '../../kernel/index.ts';
import { accountOf } from '../account-session.ts';
import type { App } from '../app.ts';
import { caseHeadOf, caseViewOf, lookViewOf, serviceViewOf } from '../case-view.ts';
import type { Asker, ServiceSource } from '../sources.ts';
import { caseHead, caseView, lookView, sentView, serviceView, slotView } from '../wire/cases.ts';

const tags = ['services'];
const FILE_BYTES_MAX = 10 * 1024 * 1024;
const caseParams = z.object({ id: z.string().max(40) });
const account = { access: 'account' } as const;
/** What writes rows and files that stay: faster than a person fills in forms, also where several share an address. */
const acting = { access: 'account', rateLimit: { max: 60, timeWindow: 60_000 } } as const;
const open = { access: 'public' } as const;

export function serviceRoutes(app: App, source: ServiceSource): void {
  readPapers(app);
  catalogueRoutes(app, source);
  ownCaseRoutes(app, source);
  caseStepRoutes(app, source);
  letterRoute(app, source);
  fileRoutes(app, source);
}

function catalogueRoutes(app: App, { desk, law, holderOf }: ServiceSource): void {
  app.get(
    '/v1/services',
    { config: open, schema: { tags, response: { 200: z.array(serviceView) } } },
    async () => desk.services().map(serviceViewOf),
  );
  app.get(
    '/v1/services/:id',
    { config: open, schema: { tags, params: caseParams, response: { 200: lookView } } },
    async (request) => {
      const service = desk.service(request.params.id);
      const holder = await holderOf(request.account ?? NOBODY);
      return lookViewOf(service, desk.look(service, holder), request.account !== undefined, law);
    },
  );
  app.post(
    '/v1/services/:id/cases',
    {
      config: acting,
      schema: {
        tags,
        params: caseParams,
        body: z.object({ key: z.string().min(8).max(64) }),
        response: { 200: caseView },
      },
    },
    async (request) => {
      const holder = await holderOf(accountOf(request));
      const service = desk.service(request.params.id);
      const { id } = await desk.begin(service, request.body.key, holder);
      return caseViewOf(await desk.read(id, holder), service, law);
    },
  );
  app.get(
    '/v1/calendars/:id',
    { config: account, schema: { tags, params: caseParams, response: { 200: z.array(slotView) } } },
    async (request) => desk.slots(request.params.id, await holderOf(accountOf(request))),
  );
}

/** Whoever looks at a service without having signed in. */
const NOBODY: Asker = {
  id: 'nobody',
  kind: 'guest',
  language: 'en',
  mainlandMobile: false,
};

function ownCaseRoutes(app: App, { desk, law, holderOf }: ServiceSource): void {
  app.get(
    '/v1/cases',
    { config: account, schema: { tags, response: { 200: z.array(caseHead) } } },
    async (request) => {
      const records = await desk.list(await holderOf(accountOf(request)));
      return records.map((record) => caseHeadOf(record, desk.service(record.service)));
    },
  );
  app.get(
    '/v1/cases/:id',
    { config: account, schema: { tags, params: caseParams, response: { 200: caseView } } },
    async (request) => {
      const saved = await desk.read(request.params.id, await holderOf(accountOf(request)));
      return caseViewOf(saved, desk.service(saved.record.service), law);
    },
  );
  app.put(
    '/v1/cases/:id/steps/:step',
    {
      config: account,
      schema: {
        tags,
        params: caseParams.extend({ step: z.string().max(40) }),
        body: z.object({ answers: z.record(z.string(), z.unknown()) }),
        response: { 200: caseView },
      },
    },
    async (request) => {
      const { id, step } = request.params;
      const saved = await desk.save(id, step, request.body.answers, await holderOf(accountOf(request)));
      return caseViewOf(saved, desk.service(saved.record.service), law);
    },
  );
}

function caseStepRoutes(app: App, { desk, law, holderOf }: ServiceSource): void {
  app.post(
    '/v1/cases/:id/send',
    { config: acting, schema: { tags, params: caseParams, response: { 200: sentView } } },
    async (request) => {
      const holder = await holderOf(accountOf(request));
      const sent = await desk.send(request.params.id, holder);
      if (sent.outcome === 'needs') return sent;
      if (sent.outcome === 'faults') return { outcome: sent.outcome, faults: [...sent.faults] };
      const { record } = sent;
      return {
        outcome: 'sent' as const,
        case: caseViewOf(await desk.read(record.id, holder), desk.service(record.service), law),
      };
    },
  );
  app.post(
    '/v1/cases/:id/withdraw',
    { config: account, schema: { tags, params: caseParams, response: { 200: caseHead } } },
    async (request) => {
      const record = await desk.withdraw(request.params.id, await holderOf(accountOf(request)));
      return caseHeadOf(record, desk.service(record.service));
    },
  );
  app.post(
    '/v1/cases/:id/reopen',
    { config: account, schema: { tags, params: caseParams, response: { 200: caseView } } },
    async (request) => {
      const saved = await desk.reopen(request.params.id, await holderOf(accountOf(request)));
      return caseViewOf(saved, desk.service(saved.record.service), law);
    },
  );
}

function letterRoute(app: App, { desk, holderOf, letter }: ServiceSource): void {
  app.get(
    '/v1/cases/:id/letter.pdf',
    {
      config: account,
      schema: {
        tags,
        params: caseParams,
        querystring: z.object({ language: z.enum(LANGUAGES).default('en') }),
      },
    },
    async (request, reply) => {
      const holder = await holderOf(accountOf(request));
      const { record } = await desk.read(request.params.id, holder);
      if (record.state !== 'granted' || !record.body.grant?.letter)
        throw new RoomError('NOT_FOUND', 'There is no letter for this case.');
      const pdf = await letter(record, desk.service(record.service), request.query.language as Language);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename="${record.id}.pdf"`)
        .send(Buffer.from(pdf));
    },
  );
}

function fileRoutes(app: App, { desk, law, holderOf }: ServiceSource): void {
  app.post(
    '/v1/cases/:id/files/:field',
    {
      config: acting,
      bodyLimit: FILE_BYTES_MAX,
      schema: {
        tags,
        params: caseParams.extend({ field: z.string().max(40) }),
        querystring: z.object({ name: z.string().min(1).max(200) }),
        response: { 200: caseView },
      },
    },
    async (request) => {
      const holder = await holderOf(accountOf(request));
      const { id, field } = request.params;
      if (!Buffer.isBuffer(request.body)) {
        throw new RoomError('FIELD_INVALID', `${field}: send the file itself, as JPEG, PNG or PDF.`, {
          field,
        });
      }
      await desk.addFile(id, field, { name: request.query.name, content: request.body }, holder);
      const saved = await desk.read(id, holder);
      return caseViewOf(saved, desk.service(saved.record.service), law);
    },
  );
  app.delete(
    '/v1/cases/:id/files/:file',
    {
      config: account,
      schema: { tags, params: caseParams.extend({ file: z.string().max(40) }), response: { 200: caseView } },
    },
    async (request) => {
      const holder = await holderOf(accountOf(request));
      await desk.removeFile(request.params.id, request.params.file, holder);
      const saved = await desk.read(request.params.id, holder);
      return caseViewOf(saved, desk.service(saved.record.service), law);
    },
  );
}

/** What kind of file it is, its content tells; the header only brings it here. */
function readPapers(app: App): void {
  for (const media of ['application/pdf', 'image/png', 'application/octet-stream']) {
    app.addContentTypeParser(media, { parseAs: 'buffer', bodyLimit: FILE_BYTES_MAX }, (_, body, done) =>
      done(null, body),
    );
  }
}
