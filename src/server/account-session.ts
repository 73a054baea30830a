/** The traveller behind a request: read from the cookie once, asked for by routes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountView, Refused, SignedIn } from '../identity/index.ts';
import { RoomError, type TravellerId } from '../kernel/index.ts';
import type { ServerOptions, TravellerEntrance } from './sources.ts';

declare module 'fastify' {
  interface FastifyRequest {
    account: AccountView | undefined;
    /** Names the session towards identity; never leaves the server. */
    accountSession: string | undefined;
  }
}

export const ACCOUNT_COOKIE = 'kouan_account';

/** Documents and assets are the same for everybody: nobody is looked up for them. */
export async function readAccount(request: FastifyRequest, { identity }: TravellerEntrance): Promise<void> {
  const token = request.url.startsWith('/v1/') ? request.cookies[ACCOUNT_COOKIE] : undefined;
  if (token === undefined) return;
  const check = await identity.checkSession(token);
  if (check.outcome !== 'valid') return;
  request.account = check.view;
  request.accountSession = check.session;
}

/** Throws NOT_SIGNED_IN. */
export function accountOf(request: FastifyRequest): AccountView {
  if (request.account) return request.account;
  throw new RoomError('NOT_SIGNED_IN', 'Sign in first, or go on as a guest. What you filled in is kept.');
}

/** Throws NOT_SIGNED_IN, NOT_ALLOWED (realName). */
export function personOf(request: FastifyRequest): { account: AccountView; traveller: TravellerId } {
  const account = accountOf(request);
  if (account.realName) return { account, traveller: account.realName.traveller };
  throw new RoomError(
    'NOT_ALLOWED',
    'This shows or changes data of a person: pass the real-name check first.',
    {
      field: 'realName',
    },
  );
}

/** Throws NOT_SIGNED_IN, NOT_ALLOWED (realName, realPerson). */
export function assertPresent(request: FastifyRequest): void {
  if (personOf(request).account.realPerson) return;
  throw new RoomError('NOT_ALLOWED', 'This needs the real-person check of the last 15 minutes.', {
    field: 'realPerson',
  });
}

export function sessionStarter({ identity }: TravellerEntrance, options: ServerOptions) {
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: options.tls !== undefined,
  } as const;
  return {
    /** A new token always: one that was there before may be known to somebody else. Throws NOT_SIGNED_IN. */
    async begin(
      request: FastifyRequest,
      reply: FastifyReply,
      result: SignedIn | Refused,
    ): Promise<{ ok: true }> {
      if (result.outcome !== 'signed-in') {
        throw new RoomError(
          'NOT_SIGNED_IN',
          'This did not sign you in: it is not known, was used before, or has run out. Try again, or use another way.',
        );
      }
      await identity.endSession(request.cookies[ACCOUNT_COOKIE]);
      reply.setCookie(ACCOUNT_COOKIE, result.token, cookie);
      return { ok: true };
    },
    async end(request: FastifyRequest, reply: FastifyReply): Promise<{ ok: true }> {
      await identity.endSession(request.cookies[ACCOUNT_COOKIE]);
      reply.clearCookie(ACCOUNT_COOKIE, { path: '/' });
      return { ok: true };
    },
  };
}

export type SessionStarter = ReturnType<typeof sessionStarter>;
