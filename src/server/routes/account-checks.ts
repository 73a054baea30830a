/** Contacts confirmed by a code, the real-name check, the real-person check. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PERSON_CONSENT, type PersonStep, type PersonSubject } from '../../identity/index.ts';
import { formatInstant, type Instant, RoomError } from '../../kernel/index.ts';
import { accountOf, personOf } from '../account-session.ts';
import type { App } from '../app.ts';
import type { ServerOptions, TravellerEntrance } from '../sources.ts';
import {
  channelParams,
  codeAnswer,
  codeDraft,
  codeSent,
  contactDraft,
  type PersonAnswer,
  personAnswer,
  personBegin,
  personConsent,
  personProgress,
  realNameAnswer,
  realNameForm,
} from '../wire/account.ts';
import { jpegOf } from './kiosk.ts';

const tags = ['account'];
const own = { access: 'account' } as const;
const person = { access: 'person' } as const;
const rateLimit = { max: 20, timeWindow: 60_000 };
const done = z.object({ ok: z.literal(true) });

export function accountCheckRoutes(app: App, entrance: TravellerEntrance, options: ServerOptions): void {
  contactRoutes(app, entrance);
  realNameRoute(app, entrance);
  realPersonRoutes(app, entrance, options);
}

function contactRoutes(app: App, { identity }: TravellerEntrance): void {
  app.post(
    '/v1/account/contacts/code',
    {
      config: { ...own, rateLimit },
      schema: { tags, body: contactDraft, response: { 200: codeSent } },
    },
    async (request) => {
      const sent = await identity.sendCode(accountOf(request).id, request.body);
      return {
        outcome: sent.outcome,
        expiresAt: 'expiresAt' in sent ? formatInstant(sent.expiresAt) : undefined,
        until: untilOf(sent),
      };
    },
  );
  app.post(
    '/v1/account/contacts',
    { config: { ...own, rateLimit }, schema: { tags, body: codeDraft, response: { 200: codeAnswer } } },
    async (request) => identity.confirmCode(accountOf(request).id, request.body.code),
  );
  app.delete(
    '/v1/account/contacts/:channel',
    { config: own, schema: { tags, params: channelParams, response: { 200: done } } },
    async (request) => {
      await identity.forgetContact(accountOf(request).id, request.params.channel);
      return { ok: true as const };
    },
  );
}

function realNameRoute(app: App, { identity }: TravellerEntrance): void {
  app.post(
    '/v1/account/real-name',
    {
      config: { ...own, rateLimit },
      schema: { tags, body: realNameForm, response: { 200: realNameAnswer } },
    },
    async (request) => {
      const check = await identity.checkRealName(accountOf(request).id, request.body);
      return {
        outcome: check.outcome,
        triesLeft: 'triesLeft' in check ? check.triesLeft : undefined,
        expired: 'expired' in check ? check.expired : undefined,
        until: untilOf(check),
        ways: 'ways' in check ? [...check.ways] : undefined,
      };
    },
  );
}

function realPersonRoutes(app: App, { identity }: TravellerEntrance, { demo }: ServerOptions): void {
  app.get(
    '/v1/account/real-person/consent',
    { config: { access: 'public' }, schema: { tags, response: { 200: personConsent } } },
    async () => PERSON_CONSENT,
  );
  app.post(
    '/v1/account/real-person',
    { config: person, schema: { tags, body: personBegin, response: { 200: personProgress } } },
    (request) => identity.person.begin(subjectOf(request), request.body.consent),
  );
  const schema = { tags, response: { 200: personAnswer } };
  app.post('/v1/account/real-person/frames', { config: person, schema }, async (request) =>
    stepInWords(await identity.person.frame(subjectOf(request), jpegOf(request.body))),
  );
  app.post('/v1/account/real-person/photograph', { config: person, schema }, async (request) => {
    if (!demo) {
      throw new RoomError('NOT_FOUND', 'There is nothing at this address.');
    }
    return stepInWords(await identity.person.photograph(subjectOf(request), jpegOf(request.body)));
  });
}

function subjectOf(request: FastifyRequest): PersonSubject {
  const { account, traveller } = personOf(request);
  return { account: account.id, session: request.accountSession ?? '', traveller };
}

function stepInWords(step: PersonStep): PersonAnswer {
  return {
    outcome: step.outcome,
    guidance: 'guidance' in step ? [...step.guidance] : undefined,
    box: 'box' in step ? step.box : undefined,
    taken: 'taken' in step ? step.taken : undefined,
    needed: 'needed' in step ? step.needed : undefined,
    triesLeft: 'triesLeft' in step ? step.triesLeft : undefined,
    until: untilOf(step),
    ways: 'ways' in step ? [...step.ways] : undefined,
  };
}

const untilOf = (answer: object & { readonly until?: Instant }): string | undefined =>
  answer.until === undefined ? undefined : formatInstant(answer.until);
