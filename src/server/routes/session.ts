/** Signing in and out: a one-time link for the first time, then a passkey. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { RoomError } from '../../kernel/index.ts';
import { SESSION_COOKIE } from '../access.ts';
import type { App } from '../app.ts';
import type { Accounts, Officer, ServerOptions } from '../sources.ts';
import { session } from '../wire/kiosk.ts';

const tags = ['session'];
const done = z.object({ ok: z.literal(true) });
/** Sign-in is where guessing would begin. */
const rateLimit = { max: 20, timeWindow: 60_000 };

export function sessionRoutes(app: App, accounts: Accounts, options: ServerOptions): void {
  const open = { access: 'public', rateLimit } as const;
  const begin = (reply: FastifyReply, started: { token: string } | undefined) => {
    if (!started)
      throw new RoomError(
        'NOT_SIGNED_IN',
        'This sign-in is not known, was used before, or has run out. Ask for a new one.',
      );
    reply.setCookie(SESSION_COOKIE, started.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: options.tls !== undefined,
    });
    return { ok: true as const };
  };

  app.get(
    '/v1/session',
    { config: { access: 'public' }, schema: { tags, response: { 200: session } } },
    async (request) => ({
      signedIn: request.officer !== undefined,
      demo: options.demo,
      ...(request.officer ? { officer: request.officer } : {}),
    }),
  );

  app.post(
    '/v1/session/link',
    {
      config: open,
      schema: { tags, body: z.object({ token: z.string().max(128) }), response: { 200: done } },
    },
    async (request, reply) => begin(reply, await accounts.signInByLink(request.body.token)),
  );

  app.post(
    '/v1/session/end',
    { config: open, schema: { tags, response: { 200: done } } },
    async (request, reply) => {
      const token = request.cookies[SESSION_COOKIE];
      if (token) await accounts.signOut(token);
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return { ok: true as const };
    },
  );

  passkeyRoutes(app, accounts, begin);
}

type Begin = (reply: FastifyReply, started: { token: string } | undefined) => { ok: true };

function passkeyRoutes(app: App, accounts: Accounts, begin: Begin): void {
  const officer = { access: 'officer' } as const;
  const open = { access: 'public', rateLimit } as const;
  app.post('/v1/passkeys/options', { config: officer, schema: { tags } }, async (request) =>
    accounts.passkeyRegistration(present(request.officer)),
  );
  app.post(
    '/v1/passkeys',
    { config: officer, schema: { tags, body: z.unknown(), response: { 200: done } } },
    async (request) => {
      await accounts.addPasskey(present(request.officer), request.body);
      return { ok: true as const };
    },
  );
  app.post('/v1/session/passkey/options', { config: open, schema: { tags } }, async () =>
    accounts.passkeySignIn(),
  );
  app.post(
    '/v1/session/passkey',
    { config: open, schema: { tags, body: z.unknown(), response: { 200: done } } },
    async (request, reply) => begin(reply, await accounts.signInByPasskey(request.body)),
  );
}

function present(officer: Officer | undefined): Officer {
  if (!officer) throw new RoomError('NOT_SIGNED_IN', 'An officer signs in first.');
  return officer;
}
