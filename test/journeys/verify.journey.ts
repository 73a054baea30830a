/**
 * `/verify`, as whoever is shown a permit uses it: by camera, picture or text, in four languages, with the network gone. The page
 * needs nothing of a port but its pages and the key list, so a server over made-up sources serves it, with the real headers.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueCredential, type KeyList, tellKeys, writeKeyList } from '../../src/credentials/index.ts';
import { KEY_11, KEY_MERIADOC, listOf, publicKeyOf, signerOf } from '../../src/credentials/keys.fixture.ts';
import { later, millis } from '../../src/kernel/index.ts';
import { OPERATOR, sources } from '../../src/server/app.fixture.ts';
import { buildApp } from '../../src/server/index.ts';
import { faultsOn } from './axe.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { paintCode } from './code-picture.ts';
import { ROOT } from './command-line.ts';
import { makeHome } from './home.ts';
import { forged, inDays, now, permitWith, unknown } from './shown-permits.ts';
import { until } from './until.ts';

const KEYS = '**/v1/credentials/keys';
const home = makeHome();

let server: Awaited<ReturnType<typeof buildApp>>;
let browser: OpenBrowser;
let page: Page;
let address: string;
let permit: string;

beforeAll(async () => {
  permit = await permitWith(0, 7);
  await paintCode(permit, home.file('webcam.mjpeg'), home.file('code.png'));
  const pages = join(ROOT, 'dist/web');
  server = await buildApp(sources(), {
    pages,
    operatorToken: OPERATOR,
    demo: true,
    version: '0',
    logLevel: 'silent',
  });
  address = `${await server.listen({ host: '127.0.0.1', port: 0 })}/verify`;
  browser = await openBrowser({
    width: 390,
    height: 844,
    locale: 'en-GB',
    webcam: home.file('webcam.mjpeg'),
  });
  page = browser.page;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  home.remove();
});

/** What the server tells: a list of key "11", signed by Meriadoc's unless told otherwise. */
async function tell(changes: Partial<KeyList> = {}, by = KEY_MERIADOC): Promise<void> {
  const list = await writeKeyList(
    await listOf({ issuedAt: now, nextUpdate: inDays(1), ...changes }),
    await signerOf(by),
  );
  const told = tellKeys(list, [await publicKeyOf(by)]);
  await page.unroute(KEYS);
  await page.route(KEYS, (route) => route.fulfill({ json: told }));
}

const open = async (language = 'en') => {
  await page.goto(`${address}?lang=${language}`);
  await page.locator('.scanner').waitFor();
};

const paste = async (text: string) => {
  await page.locator('textarea').fill(text);
  await page.locator('.paste button').click();
};

const verdict = async () => (await page.locator('.verify-verdict h2').textContent()) ?? '';

describe('a permit that is shown', () => {
  beforeEach(async () => {
    await tell();
    await open();
  });

  it('J-02 is read by the camera and is valid, with what to look at', async () => {
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.locator('.verify-verdict').waitFor();
    expect(await verdict()).toBe('Valid');
    const told = await page.locator('.facts').textContent();
    for (const shown of ['陳 * 文', '5678', 'Train, Flight', 'Demonstration issuer'])
      expect(told).toContain(shown);
    expect(await page.locator('.list-line').textContent()).toContain('Key list of');
  });

  it('is read from a picture', async () => {
    await page.locator('input[type=file]').setInputFiles(home.file('code.png'));
    await page.locator('.verify-verdict').waitFor();
    expect(await verdict()).toBe('Valid');
  });

  it('says what to do when a picture holds no code, or is none', async () => {
    writeFileSync(home.file('text.png'), 'no picture');
    await page.locator('input[type=file]').setInputFiles(home.file('text.png'));
    await page.getByText('no picture that can be opened').waitFor();
    const grey = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    writeFileSync(home.file('grey.png'), grey);
    await page.locator('input[type=file]').setInputFiles(home.file('grey.png'));
    await page.getByText('No code could be read').waitFor();
  });

  it('H-07 is judged anew for another purpose, while the keyboard stays where it is', async () => {
    await paste(permit);
    await until('the verdict', 10, async () => (await verdict()) === 'Valid');
    await page.getByRole('radio', { name: 'Train' }).focus();
    for (const [key, expected] of [
      ['ArrowRight', 'Valid'],
      ['ArrowRight', 'Not for this purpose'],
      ['ArrowRight', 'Not for this purpose'],
    ] as const) {
      await page.keyboard.press(key);
      await page.keyboard.press('Space');
      await until(expected, 5, async () => (await verdict()) === expected);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('radio');
    }
  });

  it.each([
    ['Expired', () => permitWith(-9, -2)],
    ['Not valid yet', () => permitWith(1, 8)],
    ['Not one of our codes', async () => permit.slice(0, -2)],
    ['Not one of our codes', async () => 'https://example.org/health-code'],
    ['Not genuine', forged],
    ['Issuer not known', unknown],
  ])('H-06 %s', async (expected, text) => {
    await paste(await text());
    await page.locator('.verify-verdict').waitFor();
    expect(await verdict()).toBe(expected);
    expect(await page.locator('.instead').count()).toBe(1);
    expect(await faultsOn(page)).toEqual([]);
  });

  it('E-06 a receipt is genuine, and no travel document', async () => {
    const facts = { port: '深圳灣口岸', direction: 'exit', at: now, document: '5678' } as const;
    const frame = { id: 'C-1', issuer: 'demo', issuedAt: now, validFrom: now, validUntil: inDays(30) };
    await page.getByRole('radio', { name: 'Only whether genuine' }).click();
    await paste(await issueCredential({ kind: 'crossing-receipt', ...frame, facts }, await signerOf(KEY_11)));
    await until('the verdict', 10, async () => (await verdict()) === 'Genuine');
    await page.getByRole('radio', { name: 'Train' }).click();
    await until('the verdict', 10, async () => (await verdict()) === 'Not for this purpose');
  });
});

describe('in four languages', () => {
  it.each([
    ['zh-Hant', '有效'],
    ['zh-Hans', '有效'],
    ['en', 'Valid'],
    ['pt', 'Válido'],
  ])('%s: the verdict, without a fault, and nothing sticks out', async (language, expected) => {
    await tell();
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [1280, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await open(language);
      expect(await faultsOn(page)).toEqual([]);
      await paste(permit);
      await until('the verdict', 10, async () => (await verdict()) === expected);
      expect(await faultsOn(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    }
  });

  it('by keyboard alone: a text is pasted and checked, and the next one too', async () => {
    await tell();
    await open();
    const focused = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    for (let tabs = 0; tabs < 40 && !(await focused('textarea')); tabs++) await page.keyboard.press('Tab');
    await page.keyboard.insertText(permit);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until('the focus on the verdict', 5, () => focused('.verify-verdict h2'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('textarea').waitFor();
  });
});

describe('the key list', () => {
  it('J-02 withdraws a permit by its id', async () => {
    await tell({ revoked: ['TP-1'] });
    await open();
    await paste(permit);
    await page.locator('.verify-verdict').waitFor();
    expect(await verdict()).toBe('Withdrawn');
    await tell();
  });

  it('says when it is overdue', async () => {
    await tell({ nextUpdate: later(now, millis(-1)) });
    await open();
    await page.getByText('The key list is overdue').waitFor();
  });

  it('is not taken from a stranger, unless somebody who asked says so', async () => {
    await tell({ anchors: [await publicKeyOf(KEY_11)] }, KEY_11);
    await page.goto(address);
    await page.getByText('not signed by the issuer known here').waitFor();
    expect(await page.getByText((await publicKeyOf(KEY_11)).kid).count()).toBe(1);
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'trust the new list' }).click();
    await page.locator('.scanner').waitFor();
    await page.evaluate(() => localStorage.clear());
  });

  it('is asked for where there is none yet and no network', async () => {
    await page.unroute(KEYS);
    await page.route(KEYS, (route) => route.abort());
    await page.goto(`${address}?lang=en`);
    await page.getByText('There is no key list yet').waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('without a network', () => {
  it('H-13 the page opens and a permit is checked, and the age of the list is told', async () => {
    await tell();
    await open();
    await until('the page and its reader to be kept', 20, () =>
      page.evaluate(async () => {
        const kept = await (await caches.open('kouan-verify')).keys();
        const worker = await navigator.serviceWorker.getRegistration('/verify');
        return Boolean(worker?.active) && kept.some(({ url }) => url.endsWith('.wasm'));
      }),
    );
    await page.unroute(KEYS);
    await page.route(KEYS, (route) => route.abort());
    await browser.context.setOffline(true);
    await page.reload();
    await page.getByText('You are offline').waitFor();
    await page.locator('input[type=file]').setInputFiles(home.file('code.png'));
    await page.locator('.verify-verdict').waitFor();
    expect(await verdict()).toBe('Valid');
    await browser.context.setOffline(false);
  });
});

describe('a camera that is not there', () => {
  it.each([
    ['NotAllowedError', 'The camera was not allowed'],
    ['NotFoundError', 'There is no camera'],
  ])('%s: says so, and the other ways stay', async (name, title) => {
    await tell();
    await open();
    await page.evaluate((failure) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', failure));
    }, name);
    await page.getByRole('button', { name: 'Use the camera' }).click();
    await page.getByText(title).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await paste(permit);
    await until('the verdict', 10, async () => (await verdict()) === 'Valid');
  });

  it('no page complained', () => {
    expect(browser.complaints.filter((complaint) => !complaint.includes('ERR_'))).toEqual([]);
  });
});
