/** The built pages: hashed assets for ever, documents always asked for anew. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Address → document of dist/web. */
const DOCUMENTS = [
  ['/', 'index.html'],
  ['/kiosk/:lane', 'kiosk/index.html'],
  ['/kiosk/:lane/enrol', 'kiosk/index.html'],
  ['/officer', 'officer/index.html'],
] as const;

export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const config = { access: 'public' } as const;
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
    });
    await scope.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      immutable: true,
      maxAge: '365d',
    });
  });
  for (const [url, file] of DOCUMENTS) {
    const html = existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : undefined;
    if (!html) continue;
    app.get(url, { config, schema: { hide: true } }, async (_, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html),
    );
  }
}
