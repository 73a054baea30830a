import { describe, expect, it } from 'vitest';
import { RoomError } from '../kernel/index.ts';
import { OPERATOR, open, port, signedIn, sources } from './app.fixture.ts';
import { problemOf } from './problems.ts';
import type { LaneView, PortView } from './wire/port.ts';

describe('who may call what', () => {
  it('lets anybody call for help at a kiosk, and only a signed-in one do more', async () => {
    const heard: string[] = [];
    const kiosk = { ...sources().kiosk, input: async (_: string, input: string) => void heard.push(input) };
    const app = await open({ kiosk });
    const press = (input: string, headers = {}) =>
      app.inject({ method: 'POST', url: '/v1/kiosk/K1/input', payload: { input }, headers });
    expect((await press('confirm')).statusCode).toBe(401);
    expect((await press('help')).statusCode).toBe(200);
    expect((await press('confirm', signedIn)).statusCode).toBe(200);
    expect(heard).toEqual(['help', 'confirm']);
  });

  it('lets the command line in by its token alone', async () => {
    const app = await open();
    const call = (authorization?: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/operator/echo',
        payload: { a: 1 },
        ...(authorization ? { headers: { authorization } } : {}),
      });
    expect((await call()).statusCode).toBe(403);
    expect((await call(`Bearer ${'e'.repeat(64)}`)).statusCode).toBe(403);
    expect((await call(`Bearer ${OPERATOR}`)).json()).toEqual({ result: { a: 1 } });
  });

  it('refuses a write that another site sends', async () => {
    const app = await open();
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/session/end',
      headers: { ...signedIn, 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('shows the masked name of a real person to an officer only, that of a synthetic one to everybody', async () => {
    const laneAt = (kind: 'simulated' | 'kiosk'): LaneView => ({
      id: kind,
      number: 1,
      direction: 'exit',
      kind,
      wide: false,
      state: 'awaiting-confirmation',
      since: port.at,
      step: 'confirm',
      gates: { entry: 'closed', exit: 'closed' },
      inside: 0,
      light: 'amber',
      screen: { message: 'confirm-identity', identity: { name: '陳 * 文', documentTail: '5678' } },
    });
    const view = () => ({ ...port, lanes: [laneAt('simulated'), laneAt('kiosk')] });
    const app = await open({ port: { ...sources().port, view } });
    const shown = async (headers = {}) => {
      const { lanes }: PortView = (await app.inject({ url: '/v1/port', headers })).json();
      return lanes.map(({ screen }) => screen.identity !== undefined);
    };
    expect(await shown()).toEqual([true, false]);
    expect(await shown(signedIn)).toEqual([true, true]);
  });

  it('shows a camera picture of a person to an officer only', async () => {
    const app = await open();
    expect((await app.inject('/v1/lanes/1/frame.jpg')).json()).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('signing in', () => {
  it('gives a strict, script-proof cookie for a fresh link and none for a used one', async () => {
    const app = await open();
    const link = (token: string) =>
      app.inject({ method: 'POST', url: '/v1/session/link', payload: { token } });
    expect((await link('fresh')).headers['set-cookie']).toMatch(
      /kouan_session=good;.*HttpOnly;.*SameSite=Strict/,
    );
    const used = await link('used');
    expect(used.statusCode).toBe(401);
    expect(used.headers['set-cookie']).toBeUndefined();
  });
});

describe('answers', () => {
  it('says what is not ready yet', async () => {
    expect((await (await open()).inject('/health')).statusCode).toBe(200);
    const waiting = await (await open({ unready: () => ['records'] })).inject('/health');
    expect([waiting.statusCode, waiting.json()]).toEqual([
      503,
      { status: 'not-ready', waiting: ['records'] },
    ]);
  });

  it('W-01 names the field of a decision that cannot be made', async () => {
    const app = await open();
    const decide = (payload: object) => app.inject({ method: 'POST', url: '/v1/decisions/lane', payload });
    expect((await decide({ at: 'x' })).statusCode).toBe(200);
    const wrong = await decide({ at: 'bad' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.json()).toMatchObject({ code: 'FIELD_INVALID', field: 'at', nothingLost: true });
    expect((await app.inject({ method: 'POST', url: '/v1/decisions/nothing', payload: {} })).statusCode).toBe(
      404,
    );
  });

  it('hands out the law of one question, and again only when it changed', async () => {
    const app = await open();
    const first = await app.inject('/v1/rules/lane');
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(Object.keys(first.json().content.questions)).toEqual(['lane']);
    expect(Object.keys(first.json().content.tables)).toEqual(['ports']);
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await app.inject({ url: '/v1/rules/lane', headers })).statusCode).toBe(304);
    expect((await app.inject({ url: '/v1/rules/other', headers })).statusCode).toBe(200);
    expect((await app.inject('/v1/rules/constructor')).statusCode).toBe(404);
  });

  it('W-05 puts the hotline into every problem, and no detail of a fault of ours', async () => {
    const app = await open();
    const answer = await app.inject({ method: 'POST', url: '/v1/enrolments/x/finish', headers: signedIn });
    expect(answer.statusCode).toBe(500);
    expect(answer.json().help).toContain('12367');
    expect(answer.body).not.toContain('12345678');
  });

  it('refuses a body that is no JSON, or too large, with a sentence', async () => {
    const app = await open();
    const post = (payload: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/decisions/lane',
        payload,
        headers: { 'content-type': 'application/json' },
      });
    expect((await post('{')).statusCode).toBe(422);
    expect((await post(`{"a":"${'x'.repeat(70_000)}"}`)).statusCode).toBe(413);
    expect((await post('{"__proto__":{"a":1}}')).statusCode).toBe(422);
  });

  it('gives every error code a status', () => {
    expect(problemOf(new Error('anything'))).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(problemOf(new RoomError('RATE_LIMITED', 'slow down'))).toMatchObject({ status: 429 });
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const document = (await (await open()).inject('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.components.schemas)).toContain('Port');
  });
});
