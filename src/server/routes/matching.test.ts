import { expect, it } from 'vitest';
import { OPERATOR, open, signedIn } from '../app.fixture.ts';

it('gives the errors in operation to an officer and to the operator’s machine alike, and to nobody else', async () => {
  const app = await open();
  const ask = (url: string, headers = {}) => app.inject({ url, headers });
  const officer = await ask('/v1/matching', signedIn);
  const operator = await ask('/v1/operator/matching', { authorization: `Bearer ${OPERATOR}` });
  expect([officer.statusCode, operator.statusCode]).toEqual([200, 200]);
  expect(operator.json()).toEqual(officer.json());
  expect(officer.json()).toMatchObject({ leftOut: 0, warnings: [], gallery: { templatesMax: 200 } });
  expect((await ask('/v1/matching')).statusCode).toBe(401);
  expect((await ask('/v1/operator/matching', signedIn)).statusCode).toBe(403);
});
