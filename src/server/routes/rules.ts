/** The whole law over HTTP: what the policy officer's page reads, and whoever decides every question on their own device. */
import type { App } from '../app.ts';
import type { LawSource } from '../sources.ts';

export function ruleRoutes(app: App, law: LawSource): void {
  const schema = {
    tags: ['law'],
    description: 'The whole release in force: every question, value, list and text.',
  };
  app.get('/v1/rules', { config: { access: 'public' }, schema }, async (request, reply) => {
    const release = law.release();
    const tag = `"${release.rules}"`;
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.send(release);
  });
}
