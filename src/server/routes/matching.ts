/** How recognition does in operation: for the officer on duty, and the same for the operator's machine. */
import type { App } from '../app.ts';
import type { PortSource } from '../sources.ts';
import { matchingView } from '../wire/matching.ts';

export function matchingRoutes(app: App, port: PortSource): void {
  const response = { 200: matchingView };
  app.get('/v1/matching', { config: { access: 'officer' }, schema: { tags: ['port'], response } }, async () =>
    port.matching(),
  );
  app.get(
    '/v1/operator/matching',
    { config: { access: 'operator' }, schema: { hide: true, response } },
    async () => port.matching(),
  );
}
