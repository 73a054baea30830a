/** Who may call a route. A route that does not say so does not start: absence of a policy grants nothing. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RoomError } from '../kernel/index.ts';
import { accountOf, assertPresent, personOf, readAccount } from './account-session.ts';
import type { Officer, ServerOptions, ServerSources, Viewer } from './sources.ts';

/**
 * `public`: anyone. `officer`: a signed-in officer. `operator`: the command line of this machine, by its token.
 * `account`: a traveller's account, also a guest's. `person`: one that passed the real-name check. `present`: one that
 * passed the real-person check in the last 15 minutes too.
 */
export type Access = 'public' | 'officer' | 'operator' | 'account' | 'person' | 'present';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    officer: Officer | undefined;
  }
}

export const SESSION_COOKIE = 'kouan_session';

export const viewerOf = (request: FastifyRequest): Viewer => ({ officer: request.officer !== undefined });

export function guardRoutes(
  app: FastifyInstance,
  { accounts, travellers }: ServerSources,
  options: ServerOptions,
): void {
  app.decorateRequest('officer', undefined);
  app.decorateRequest('account', undefined);
  app.decorateRequest('accountSession', undefined);
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new RoomError('INTERNAL', `${route.method} ${route.url} does not say who may call it.`);
    const { access } = route.config;
    for (const method of [route.method].flat()) options.onRoute?.({ method, url: route.url, access });
  });
  app.addHook('onRequest', async (request) => {
    refuseForeignWrites(request);
    const token = request.cookies[SESSION_COOKIE];
    request.officer = token ? await accounts.officerOf(token) : undefined;
    await readAccount(request, travellers);
    assertAccess(request, options.operatorToken);
  });
}

function assertAccess(request: FastifyRequest, operatorToken: string): void {
  const access = request.routeOptions.config.access;
  if (access === 'officer' && !request.officer) {
    throw new RoomError(
      'NOT_SIGNED_IN',
      'This shows or changes data of a person, so an officer signs in first.',
    );
  }
  if (access === 'account') accountOf(request);
  if (access === 'person') personOf(request);
  if (access === 'present') assertPresent(request);
  if (access === 'operator' && !bearerIs(request, operatorToken)) {
    throw new RoomError('NOT_ALLOWED', 'Only the command line on this machine may do this.');
  }
}

function bearerIs(request: FastifyRequest, token: string): boolean {
  const given = Buffer.from(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

// The cookie is SameSite=Strict already; Fetch Metadata stops what an old browser would still send along.
function refuseForeignWrites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new RoomError('NOT_ALLOWED', 'Another site may not act here.');
  }
}
