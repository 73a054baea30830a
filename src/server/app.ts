/** The HTTP server, put together: this file is its table of contents. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { RoomError } from '../kernel/index.ts';
import { guardRoutes } from './access.ts';
import { servePages } from './pages.ts';
import { sendProblem } from './problems.ts';
import { questionSchemas } from './question-schemas.ts';
import { accountRoutes } from './routes/account.ts';
import { accountCheckRoutes } from './routes/account-checks.ts';
import { accountProviderRoutes } from './routes/account-provider.ts';
import { caseDeskRoutes } from './routes/case-desk.ts';
import { credentialRoutes } from './routes/credentials.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { eChannelRoutes } from './routes/e-channel.ts';
import { helpRoutes } from './routes/help.ts';
import { enrolmentRoutes, kioskRoutes } from './routes/kiosk.ts';
import { matchingRoutes } from './routes/matching.ts';
import { meRoutes } from './routes/me.ts';
import { crossingRoutes } from './routes/me-crossings.ts';
import { noticeRoutes } from './routes/notices.ts';
import { operatorRoutes } from './routes/operator.ts';
import { portRoutes } from './routes/port.ts';
import { ruleRoutes } from './routes/rules.ts';
import { serviceRoutes } from './routes/services.ts';
import { sessionRoutes } from './routes/session.ts';
import type { ServerOptions, ServerSources } from './sources.ts';

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

const BODY_BYTES_MAX = 64 * 1024;
const PICTURE_BYTES_MAX = 5 * 1024 * 1024;
/** A kiosk sends about four pictures a second. */
const REQUESTS_PER_MINUTE_MAX = 1200;

export async function buildApp(sources: ServerSources, options: ServerOptions): Promise<App> {
  const app: App = fastify({
    logger: {
      level: options.logLevel ?? 'warn',
      redact: ['req.headers.authorization', 'req.headers.cookie'],
    },
    ...(options.tls ? { https: options.tls } : {}),
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: false,
    forceCloseConnections: true,
  } as { logger: { level: string } }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  await protect(app, options);
  guardRoutes(app, sources, options);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new RoomError('NOT_FOUND', 'There is nothing at this address.'), request, reply),
  );
  await describe(app, sources, options);
  readPictures(app);
  healthRoute(app, sources);
  portRoutes(app, sources.port, options);
  matchingRoutes(app, sources.port);
  kioskRoutes(app, sources.kiosk, options);
  enrolmentRoutes(app, sources.enrolments);
  sessionRoutes(app, sources.accounts, options);
  accountRoutes(app, sources.travellers, options);
  accountCheckRoutes(app, sources.travellers, options);
  accountProviderRoutes(app, sources.travellers, options);
  serviceRoutes(app, sources.services);
  meRoutes(app, sources.me);
  crossingRoutes(app, sources.me);
  helpRoutes(app, sources.help);
  eChannelRoutes(app, sources.services);
  credentialRoutes(app, sources.keys);
  caseDeskRoutes(app, sources.services);
  noticeRoutes(app, sources.notices);
  decisionRoutes(app, sources.law);
  ruleRoutes(app, sources.law);
  operatorRoutes(app, sources.operator);
  await servePages(app, options.pages);
  return app;
}

async function protect(app: App, options: ServerOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
        // On a plain-http network of a port there is nothing to upgrade to.
        upgradeInsecureRequests: null,
      },
    },
    hsts: options.tls !== undefined,
  });
  await app.register(cookie);
  await app.register(rateLimit, { max: REQUESTS_PER_MINUTE_MAX, timeWindow: 60_000 });
}

async function describe(app: App, { law }: ServerSources, options: ServerOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kouan 口岸',
        version: options.version,
        description: 'Document-free clearance at a port.',
      },
      components: { schemas: questionSchemas(law.release().content) },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}

function readPictures(app: App): void {
  app.addContentTypeParser(
    'image/jpeg',
    { parseAs: 'buffer', bodyLimit: PICTURE_BYTES_MAX },
    (_, body, done) => done(null, body),
  );
}

function healthRoute(app: App, sources: ServerSources): void {
  const answer = z.object({ status: z.enum(['ready', 'not-ready']), waiting: z.array(z.string()) });
  app.get(
    '/health',
    { config: { access: 'public' }, schema: { tags: ['port'], response: { 200: answer, 503: answer } } },
    async (_, reply) => {
      const waiting = [...sources.unready()];
      return reply
        .code(waiting.length === 0 ? 200 : 503)
        .send({ status: waiting.length === 0 ? ('ready' as const) : ('not-ready' as const), waiting });
    },
  );
}
