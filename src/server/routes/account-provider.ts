/** Through an authority's identity provider and back; and the provider that stands in for one in a demonstration. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DEV_PATH, type DevProvider } from '../../identity/index.ts';
import { LANGUAGES, type Language, RoomError } from '../../kernel/index.ts';
import { sessionStarter } from '../account-session.ts';
import type { App } from '../app.ts';
import { choicePage } from '../dev-provider-page.ts';
import type { ServerOptions, TravellerEntrance } from '../sources.ts';
import { guestDraft } from '../wire/account.ts';

/** Lax, since the provider's site sends the browser back; it opens nothing by itself. */
const TICKET_COOKIE = 'kouan_provider';
const CALLBACK = '/account/oidc/callback';
/** Where the portal goes on. */
const [SIGNED_IN, NOT_SIGNED_IN] = ['/account', '/sign-in?provider=failed'];
/** A path of this site, nothing that leads elsewhere. */
const PATH = /^\/(?![/\\])[\w\-./?=&%]{0,200}$/;
const providerDraft = guestDraft.extend({ afterwards: z.string().regex(PATH).optional() });
const rateLimit = { max: 20, timeWindow: 60_000 };

export function accountProviderRoutes(app: App, entrance: TravellerEntrance, options: ServerOptions): void {
  const { identity, providers, devProvider } = entrance;
  const starter = sessionStarter(entrance, options);
  const cookie = {
    path: CALLBACK,
    httpOnly: true,
    sameSite: 'lax',
    secure: options.tls !== undefined,
  } as const;

  app.post(
    '/v1/account/oidc/:provider',
    {
      config: { access: 'public', rateLimit },
      schema: {
        tags: ['account'],
        params: z.object({ provider: z.string().max(40) }),
        body: providerDraft,
        response: { 200: z.object({ url: z.string() }) },
      },
    },
    async ({ params, body }, reply) => {
      const { url, ticket } = await providers.start(params.provider, body.language);
      const path = body.afterwards ?? SIGNED_IN;
      reply.setCookie(TICKET_COOKIE, [ticket, body.language, path].join('|'), cookie);
      return { url };
    },
  );

  app.get(
    CALLBACK,
    { config: { access: 'public', rateLimit }, schema: { hide: true } },
    async (request, reply) => {
      const [ticket = '', language = '', path = ''] = (request.cookies[TICKET_COOKIE] ?? '').split('|');
      reply.clearCookie(TICKET_COOKIE, { path: CALLBACK });
      const vouched = await providers.finish(ticket, queryOf(request.url));
      if (vouched.outcome !== 'vouched') return reply.redirect(NOT_SIGNED_IN);
      const signedIn = await identity.signInByProvider(vouched, languageOf(language));
      if (signedIn.outcome !== 'signed-in') return reply.redirect(NOT_SIGNED_IN);
      await starter.begin(request, reply, signedIn);
      return reply.redirect(PATH.test(path) ? path : SIGNED_IN);
    },
  );

  if (devProvider) devProviderRoutes(app, devProvider);
}

const queryOf = (url: string) => new URLSearchParams(url.split('?')[1] ?? '');
const languageOf = (text: string): Language => LANGUAGES.find((each) => each === text) ?? 'en';

function devProviderRoutes(app: App, provider: DevProvider): void {
  const open = { config: { access: 'public' }, schema: { hide: true } } as const;
  app.get(`${DEV_PATH}/.well-known/openid-configuration`, open, async () => provider.discovery());
  app.get(`${DEV_PATH}/jwks`, open, () => provider.jwks());
  app.get(`${DEV_PATH}/authorize`, open, async ({ url }, reply) => {
    const query = queryOf(url);
    return sendPage(
      reply,
      choicePage(await provider.ask(query), query, languageOf(query.get('ui_locales') ?? '')),
    );
  });
  app.get(`${DEV_PATH}/choose`, open, async ({ url }, reply) => {
    const query = queryOf(url);
    return reply.redirect(await provider.choose(query, query.get('person') ?? ''));
  });
  // Only here is a form read: a page of another site could send one without asking.
  void app.register(async (scope) => {
    const form = { parseAs: 'string', bodyLimit: 8192 } as const;
    scope.addContentTypeParser('application/x-www-form-urlencoded', form, (_, body, read) =>
      read(null, body),
    );
    scope.post(`${DEV_PATH}/token`, open, async (request, reply) => {
      if (typeof request.body !== 'string')
        throw new RoomError('FIELD_INVALID', 'body: a form is expected.', { field: 'body' });
      const { status, body } = await provider.token(new URLSearchParams(request.body));
      return reply.code(status).header('cache-control', 'no-store').send(body);
    });
  });
}

const sendPage = (reply: FastifyReply, html: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
