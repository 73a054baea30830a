/** The built pages: hashed assets for ever, documents always asked for anew. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Address → document of dist/web. */
const DOCUMENTS = [
  ['/', 'index.html'],
  ['/kiosk/:lane', 'kiosk/index.html'],
  ['/kiosk/:lane/enrol', 'kiosk/index.html'],
  ['/officer', 'officer/index.html'],
  ['/check', 'check/index.html'],
] as const;

const config = { access: 'public' } as const;
const schema = { hide: true } as const;
/** Asset names carry a hash of their content. */
const FOR_EVER = { immutable: true, maxAge: '365d' } as const;

export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  // The plugin only lends its sender: every route is declared here, so that each says who may call it.
  await app.register(fastifyStatic, { root: folder, serve: false });
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
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
    .map(({ name }) => name);

function serveDocument(app: FastifyInstance, url: string, path: string): void {
  if (!existsSync(path)) return;
  const html = readFileSync(path);
  app.get(url, { config, schema }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html),
  );
}
