import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open } from './app.fixture.ts';

const pages = mkdtempSync(join(tmpdir(), 'kouan-pages-'));
const HTML = '<!doctype html><title>portal</title>';
const SCRIPT = 'export const a = 1;';
let app: Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  mkdirSync(join(pages, 'assets'));
  for (const [name, text] of [
    ['index.html', HTML],
    ['assets/a-1.js', SCRIPT],
    ['icon.svg', '<svg/>'],
  ] as const) {
    writeFileSync(join(pages, name), text);
    writeFileSync(join(pages, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(pages, `${name}.gz`), gzipSync(text));
  }
  app = await open({}, { pages });
});
afterAll(async () => {
  await app.close();
  rmSync(pages, { recursive: true, force: true });
});

const get = (url: string, accepted?: string) =>
  app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });

describe('pages', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('go out as the browser takes them: %s → %s', async (accepted, coding) => {
    for (const url of ['/', '/assets/a-1.js']) {
      const answer = await get(url, accepted);
      expect([url, answer.statusCode, answer.headers['content-encoding']]).toEqual([url, 200, coding]);
      expect(answer.headers.vary ?? '').toMatch(/accept-encoding/i);
    }
  });

  it('are asked for anew, while assets are kept for ever', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/cases/K-1')).body).toBe(HTML);
    expect((await get('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
  });

  it('lie at their own addresses alone: not the compressed forms, nothing outside the folder', async () => {
    expect((await get('/icon.svg')).statusCode).toBe(200);
    for (const url of ['/icon.svg.br', '/index.html', '/index.html.gz', '/assets/../../package.json'])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
  });
});
