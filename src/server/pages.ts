/** The built pages: hashed assets for ever, documents always asked for anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The portal is one document; its pages have addresses of their own, which can be kept and shared. */
const PORTAL_PATHS = [
  '/services/:id',
  '/cases',
  '/cases/:id',
  '/cases/:id/check',
  '/cases/:id/edit/:step',
  '/me',
  '/me/:part',
  '/account',
  '/account/:part',
  '/sign-in',
  '/help',
];

/** Address → document of dist/web. */
const DOCUMENTS = [
  ['/', 'index.html'],
  ...PORTAL_PATHS.map((path) => [path, 'index.html'] as const),
  ['/port', 'port/index.html'],
  ['/kiosk/:lane', 'kiosk/index.html'],
  ['/kiosk/:lane/enrol', 'kiosk/index.html'],
  ['/officer', 'officer/index.html'],
  ['/outbox', 'outbox/index.html'],
  ['/check', 'check/index.html'],
  ['/verify', 'verify/index.html'],
  ['/rules', 'rules/index.html'],
] as const;

const config = { access: 'public' } as const;
const schema = { hide: true } as const;
/** Asset names carry a hash of their content. */
const FOR_EVER = { immutable: true, maxAge: '365d' } as const;

export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  // The plugin only lends its sender: every route is declared here, so that each says who may call it.
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, FOR_EVER),
  );
  for (const file of looseFiles(folder)) {
    app.get(`/${file}`, { config, schema }, (_, reply) => reply.sendFile(file));
  }
  for (const [url, file] of DOCUMENTS) serveDocument(app, url, join(folder, file));
}

/** Icons and the like beside the documents. */
const looseFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(html|br|gz)$/.test(entry.name))
    .map(({ name }) => name);

/** Kept in memory as they are and as the build compressed them; the smallest that the browser takes is sent. */
function serveDocument(app: FastifyInstance, url: string, path: string): void {
  if (!existsSync(path)) return;
  const forms = (['br', 'gz'] as const)
    .filter((kind) => existsSync(`${path}.${kind}`))
    .map((kind) => ({ coding: kind === 'gz' ? 'gzip' : kind, html: readFileSync(`${path}.${kind}`) }));
  const plain = readFileSync(path);
  app.get(url, { config, schema }, async (request, reply) => {
    const form = forms.find(({ coding }) => takes(request.headers['accept-encoding'], coding));
    if (form) reply.header('content-encoding', form.coding);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-encoding')
      .send(form?.html ?? plain);
  });
}

const takes = (accepted: string | string[] | undefined, coding: string): boolean =>
  String(accepted ?? '')
    .split(',')
    .some((part) => part.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?\s*$/.test(part));
