/** Travellers' accounts: signing in and out, devices, and the ways back in. */
import { z } from 'zod';
import { type AuthenticationResponse, may, type RegistrationResponse, ROLES } from '../../identity/index.ts';
import { formatInstant, later, minutes, RoomError } from '../../kernel/index.ts';
import { accountOf, type SessionStarter, sessionStarter } from '../account-session.ts';
import type { App } from '../app.ts';
import type { ServerOptions, TravellerEntrance } from '../sources.ts';
import {
  accountAnswer,
  device,
  guestDraft,
  oneTimeCode,
  passkeyDraft,
  recoveryDraft,
  wayInFinish,
  wayInStart,
} from '../wire/account.ts';

const tags = ['account'];
const done = z.object({ ok: z.literal(true) });
const schema = { tags, response: { 200: done } };
/** Where guessing would begin. */
const rateLimit = { max: 20, timeWindow: 60_000 };
const open = { access: 'public', rateLimit } as const;
const own = { access: 'account' } as const;
const ok = { ok: true } as const;
const PERSON_COUNTS = minutes(15);

export function accountRoutes(app: App, entrance: TravellerEntrance, options: ServerOptions): void {
  const starter = sessionStarter(entrance, options);
  viewRoute(app, entrance, options);
  entranceRoutes(app, entrance, starter);
  endRoutes(app, entrance, starter);
  deviceRoutes(app, entrance, starter);
  wayInRoutes(app, entrance, starter);
}

function viewRoute(app: App, { identity, providers }: TravellerEntrance, { demo }: ServerOptions): void {
  app.get(
    '/v1/account',
    { config: { access: 'public' }, schema: { tags, response: { 200: accountAnswer } } },
    async ({ account }) => {
      const common = { demo, providers: [...providers.list()], pad: 'advisory' as const };
      if (!account) return { signedIn: false, ...common };
      const { id, kind, language, endsAt, realName, realPerson, mainlandMobile } = account;
      const [contacts, devices] = await Promise.all([identity.maskedContacts(id), identity.devices(id)]);
      return {
        signedIn: true,
        ...common,
        account: {
          kind,
          language,
          contacts: { ...contacts },
          mainlandMobile,
          devices: devices.length,
          endsAt: formatInstant(endsAt),
          ...(realName && { realName: { at: formatInstant(realName.at) } }),
          ...(realPerson && {
            realPerson: { until: formatInstant(later(realPerson.at, PERSON_COUNTS)) },
          }),
        },
      };
    },
  );
}

function entranceRoutes(app: App, { identity }: TravellerEntrance, starter: SessionStarter): void {
  app.post(
    '/v1/account/guest',
    { config: open, schema: { ...schema, body: guestDraft } },
    async (request, reply) => starter.begin(request, reply, await identity.openGuest(request.body.language)),
  );
  app.post('/v1/account/passkey/options', { config: open, schema: { tags } }, () => identity.startSignIn());
  app.post(
    '/v1/account/passkey',
    { config: open, schema: { ...schema, body: z.unknown() } },
    async (request, reply) =>
      starter.begin(request, reply, await identity.finishSignIn(request.body as AuthenticationResponse)),
  );
}

function endRoutes(app: App, { identity }: TravellerEntrance, starter: SessionStarter): void {
  app.post('/v1/account/end', { config: open, schema }, (request, reply) => starter.end(request, reply));
  app.post('/v1/account/end-all', { config: own, schema }, async (request, reply) => {
    await identity.endAllSessions(accountOf(request).id);
    return starter.end(request, reply);
  });
  app.post('/v1/account/close', { config: own, schema }, async (request, reply) => {
    await identity.close(accountOf(request).id);
    return starter.end(request, reply);
  });
  app.put(
    '/v1/account/language',
    { config: own, schema: { ...schema, body: guestDraft } },
    async (request) => {
      await identity.setLanguage(accountOf(request).id, request.body.language);
      return ok;
    },
  );
}

function deviceRoutes(app: App, { identity }: TravellerEntrance, starter: SessionStarter): void {
  const devices = z.array(device);
  app.get(
    '/v1/account/passkeys',
    { config: own, schema: { tags, response: { 200: devices } } },
    async (request) =>
      (await identity.devices(accountOf(request).id)).map(({ addedAt, usedAt, ...rest }) => ({
        ...rest,
        addedAt: formatInstant(addedAt),
        ...(usedAt !== undefined && { usedAt: formatInstant(usedAt) }),
      })),
  );
  app.post('/v1/account/passkeys/options', { config: own, schema: { tags } }, (request) =>
    identity.startDevice(accountOf(request).id),
  );
  app.post(
    '/v1/account/passkeys',
    { config: own, schema: { ...schema, body: passkeyDraft } },
    async (request, reply) => {
      const { label, response } = request.body;
      const { id } = accountOf(request);
      const added = await identity.finishDevice(id, response as RegistrationResponse, label);
      return starter.begin(request, reply, added);
    },
  );
  app.delete(
    '/v1/account/passkeys/:id',
    { config: own, schema: { ...schema, params: z.object({ id: z.string().max(1400) }) } },
    async (request) => {
      await identity.removeDevice(accountOf(request).id, request.params.id);
      return ok;
    },
  );
  app.post(
    '/v1/account/devices/code',
    { config: own, schema: { tags, response: { 200: oneTimeCode } } },
    async (request) => {
      const { id, kind } = accountOf(request);
      if (kind === 'guest') {
        throw new RoomError(
          'NOT_ALLOWED',
          'Add a passkey on this device first; a guest has nothing to share.',
          {
            field: 'device',
          },
        );
      }
      const { token, expiresAt } = await identity.issueDeviceCode(id);
      return { code: token, expiresAt: formatInstant(expiresAt) };
    },
  );
}

/** For a second device with the first one's code, and for whoever an officer saw; neither is signed in yet. */
function wayInRoutes(app: App, { identity }: TravellerEntrance, starter: SessionStarter): void {
  app.post(
    '/v1/account/ways-in/options',
    { config: open, schema: { tags, body: wayInStart } },
    async ({ body: { way, given } }) => {
      const started = await identity.startWayIn(way, given);
      if (started.outcome === 'asked') return started.options;
      throw new RoomError(
        'NOT_SIGNED_IN',
        'This code or link is not known, was used before, or has run out. Ask for a new one.',
        {
          field: 'given',
        },
      );
    },
  );
  app.post(
    '/v1/account/ways-in',
    { config: open, schema: { ...schema, body: wayInFinish } },
    async (request, reply) => {
      const { way, given, label, response } = request.body;
      const result = await identity.finishWayIn(way, given, response as RegistrationResponse, label);
      return starter.begin(request, reply, result);
    },
  );
  app.post(
    '/v1/accounts/recovery',
    {
      config: { access: 'officer', rateLimit },
      schema: { tags, body: recoveryDraft, response: { 200: oneTimeCode } },
    },
    async ({ body, officer }) => {
      if (!officer || !mayRecover(officer.role)) {
        throw new RoomError('NOT_ALLOWED', 'Only an officer at a counter who sees the person may do this.');
      }
      const { token, expiresAt } = await identity.issueRecovery(body.documentNumber, officer.id);
      return { code: token, expiresAt: formatInstant(expiresAt) };
    },
  );
}

const mayRecover = (role: string): boolean =>
  ROLES.some((each) => each === role && may(each, 'recover-account'));
