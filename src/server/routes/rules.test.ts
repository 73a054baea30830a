import { describe, expect, it } from 'vitest';
import { open } from '../app.fixture.ts';

describe('the whole law', () => {
  it('is handed out to anybody, and again only when it changed', async () => {
    const app = await open();
    const first = await app.inject('/v1/rules');
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(Object.keys(first.json().content.questions)).toEqual(['lane', 'other']);
    expect(Object.keys(first.json().content.tables)).toEqual(['ports', 'other-ports']);
    const again = { url: '/v1/rules', headers: { 'if-none-match': String(first.headers.etag) } };
    expect((await app.inject(again)).statusCode).toBe(304);
    const other = { url: '/v1/rules', headers: { 'if-none-match': '"sha256-9"' } };
    expect((await app.inject(other)).statusCode).toBe(200);
  });
});
