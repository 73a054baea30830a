/** The port's page in a real browser, and what the port tells the world over HTTP. */
import type { ElementHandle, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaneDetail, PassageView, PortView } from '../../src/server/index.ts';
import { faultsOn } from './axe.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { makeHome } from './home.ts';
import { ask, type RunningPort, startPort } from './running-port.ts';
import { until } from './until.ts';

/** The first traveller walks in, and with good luck is the first to cross; referrals come in between. */
const CROSSING_S_MAX = 90;
const LANES = ['1', '2', '3', '4'];
/** Ids of those who came by themselves and of the synthetic ones. */
const PERSON = /\bT-[0-9A-Za-z]+-[0-9A-Za-z]+/;

const home = makeHome();
let port: RunningPort;
let browser: OpenBrowser;
let page: Page;
let address: string;

beforeAll(async () => {
  port = await startPort(home, ['--register', '50', '--speed', '2']);
  address = new URL(port.link).origin;
  browser = await openBrowser({ width: 1440, height: 900, locale: 'en-GB' });
  page = browser.page;
});

afterAll(async () => {
  await browser?.close();
  await port?.stop();
  home.remove();
});

const read = async <T>(path: string): Promise<T> => JSON.parse(await (await fetch(port.url + path)).text());

describe('the port, alive', () => {
  it('opens with five lanes and people in it', async () => {
    await page.goto(`${address}/port`);
    await page.locator('.lane-button').nth(4).waitFor();
    expect(await page.locator('.lane-button').count()).toBe(5);
    await page.locator('.figure').first().waitFor();
    expect(await page.locator('h1').textContent()).toContain('Shenzhen Bay Port');
  });

  it('somebody on the plan moves', async () => {
    const standing = await until('people on the plan', 30, async () => {
      const figures = await page.locator('.figure').elementHandles();
      return (
        figures.length > 0 &&
        Promise.all(figures.map(async (figure) => ({ figure, was: await placeOf(figure) })))
      );
    });
    await until('somebody to move', 30, async () => {
      const now = await Promise.all(
        standing.map(async ({ figure, was }) => distance(was, await placeOf(figure))),
      );
      return now.some((moved) => moved > 10);
    });
  });

  it('a crossing is counted on the page', async () => {
    const counted = page.locator('.three .value').first();
    await until('a crossing', CROSSING_S_MAX, async () => Number(await counted.textContent()) >= 1);
    expect((await read<PortView>('/v1/port')).stats.crossings).toBeGreaterThanOrEqual(1);
    await until(
      'the milliseconds of each step',
      10,
      async () => (await page.locator('.figures li').count()) >= 3,
    );
  });

  it('a lane shows its screen, its camera picture and its events', async () => {
    const lane = await laneWithPassage();
    await page.getByRole('button', { name: new RegExp(`^Lane ${lane},`) }).click();
    const panel = page.locator('aside.panel');
    await panel.waitFor();
    expect((await panel.locator('.screen-verb').textContent())?.length).toBeGreaterThan(0);
    await until('the camera picture', 30, () =>
      panel
        .locator('img.panel-camera')
        .evaluate((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 300),
    );
    await panel
      .locator('details.passage')
      .last()
      .evaluate((details) => details.setAttribute('open', ''));
    expect(await panel.locator('details[open] .events li').count()).toBeGreaterThanOrEqual(3);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });
});

describe('four languages', () => {
  it.each([
    ['zh-Hant', '繁體中文', '免出示證件，走過即通關', '出境'],
    ['zh-Hans', '简体中文', '免出示证件，走过即通关', '出境'],
    ['pt', 'Português', 'Atravesse; os documentos ficam no bolso', 'Saída'],
    ['en', 'English', 'Walk through, papers stay in the pocket', 'Exit'],
  ])('%s: the words and the page say so', async (language, name, tagline, exit) => {
    await page.getByRole('radio', { name, exact: true }).click();
    await page.getByText(tagline).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('.lane-button').first().getAttribute('aria-label')).toContain(exit);
  });
});

describe('by keyboard alone', () => {
  it('a lane is reached, opened, read and closed', async () => {
    await page.goto(`${address}/port`);
    await page.locator('.lane-button').first().waitFor();
    const focused = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    let tabs = 0;
    while (!(await focused('.lane-button')) && tabs++ < 40) await page.keyboard.press('Tab');
    expect(tabs).toBeLessThan(40);
    await page.keyboard.press('Enter');
    await page.locator('aside.panel').waitFor();
    await until('the focus in the panel', 5, () => focused('aside.panel *'));
    await page.keyboard.press('Escape');
    await page.locator('aside.panel').waitFor({ state: 'detached' });
    await until('the focus back at the lane', 5, () => focused('.lane-button'));
  });
});

describe('axe finds nothing', () => {
  it.each([
    [1440, 900],
    [390, 844],
    [1080, 1920],
  ])('at %d x %d, without and with a lane open', async (width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${address}/port`);
    await page.locator('.figure').first().waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.locator('.lane-button').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('aside.panel .passage, aside.panel .nothing').first().waitFor();
    expect(await faultsOn(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, 'nothing sticks out sideways').toBeLessThanOrEqual(0);
  });

  it.each(['/officer', '/kiosk/1', '/kiosk/nowhere'])('on %s', async (path) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await page.goto(address + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
    await page.getByRole('main').locator('p, h2').first().waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });
});

describe('over HTTP', () => {
  it('describes itself as OpenAPI 3.1.0', async () => {
    const told = await read<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json');
    expect(told.openapi).toBe('3.1.0');
    const paths = ['/health', '/v1/port', '/v1/lanes/{id}', '/v1/decisions/{question}', '/v1/enrolments'];
    expect(Object.keys(told.paths)).toEqual(expect.arrayContaining(paths));
    expect(JSON.stringify(told)).not.toContain('/v1/operator');
  });

  it('tells what happens as server-sent events, without a person', async () => {
    const told = await listenUntil(['port', 'lane', 'figure', 'stats', 'passage'], 60);
    expect(told).not.toMatch(PERSON);
    expect(told).not.toContain('"traveller":{');
    expect(told).not.toContain('"because":');
  });

  it('shows no person to whoever is not signed in', async () => {
    const details = await Promise.all(LANES.map((lane) => read<LaneDetail>(`/v1/lanes/${lane}`)));
    expect(details.flatMap(({ recent }) => recent).length).toBeGreaterThan(0);
    const told = JSON.stringify(details);
    expect(told).not.toMatch(PERSON);
    for (const passage of passagesOf(details)) {
      expect(passage).not.toHaveProperty('traveller');
      expect(passage).not.toHaveProperty('because');
    }
    const everybody = await ask<{ name: string; documents: string[] }[]>(port, home, 'traveller-list', {
      limit: 1000,
    });
    expect(everybody.length).toBeGreaterThan(70);
    for (const { name, documents } of everybody) {
      expect(told).not.toContain(name);
      for (const document of documents) expect(told).not.toContain(document.split(':')[1]);
    }
    for (const path of ['/v1/referrals', '/v1/kiosk/K1/receipt'])
      expect((await fetch(port.url + path)).status).toBe(401);
    expect((await fetch(`${port.url}/v1/lanes/9`)).status).toBe(404);
  });

  // Last, for the one-time link works once.
  it('shows persons and reasons in full to an officer who signed in by the one-time link', async () => {
    await page.goto(port.link);
    await page.getByRole('link', { name: /Demo officer/ }).waitFor();
    const details = await until('a referral with its reasons', CROSSING_S_MAX, async () => {
      const lanes = await Promise.all(LANES.map(async (lane) => signedIn<LaneDetail>(`/v1/lanes/${lane}`)));
      return passagesOf(lanes).some(({ outcome, because }) => outcome === 'referred' && because) && lanes;
    });
    const known = passagesOf(details).filter(({ traveller }) => traveller);
    expect(known.length).toBeGreaterThan(0);
    expect(known[0]?.traveller?.id).toMatch(PERSON);
    const referred = passagesOf(details).find(({ outcome, because }) => outcome === 'referred' && because);
    expect(referred?.reasons.length).toBeGreaterThan(0);
    expect(referred?.because?.[0]).toMatchObject({ clause: expect.any(String), passed: expect.any(Boolean) });
    expect((await signedIn<PassageView[]>('/v1/referrals')).length).toBeGreaterThan(0);
    await page.goto(`${address}/officer`);
    await page.locator('.referrals li').first().waitFor();
    expect(await faultsOn(page)).toEqual([]);
  });

  it('no page complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});

const passagesOf = (details: readonly LaneDetail[]): PassageView[] =>
  details.flatMap(({ current, recent }) => (current ? [current, ...recent] : recent));

const signedIn = async <T>(path: string): Promise<T> =>
  JSON.parse(await (await browser.context.request.get(address + path)).text());

/** A lane where somebody has been, and which has a camera picture. */
const laneWithPassage = () =>
  until('a lane where somebody has been', CROSSING_S_MAX, async () => {
    for (const lane of LANES)
      if ((await read<LaneDetail>(`/v1/lanes/${lane}`)).recent.length > 0) return lane;
    return undefined;
  });

type Place = { readonly x: number; readonly y: number } | null;

const placeOf = (figure: ElementHandle): Promise<Place> => figure.boundingBox();

const distance = (a: Place, b: Place) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** Reads the port's event stream until each of the named events came; returns everything that was told. */
async function listenUntil(events: readonly string[], seconds: number): Promise<string> {
  const stop = AbortSignal.timeout(seconds * 1000);
  const answer = await fetch(`${port.url}/v1/port/events`, { signal: stop });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let told = '';
  const missing = () => events.filter((event) => !told.includes(`event: ${event}\ndata: {`));
  try {
    for await (const part of answer.body ?? []) {
      told += Buffer.from(part).toString('utf8');
      if (missing().length === 0) return told;
    }
  } catch {
    throw new Error(`No event ${missing().join(', ')} within ${seconds} s.`);
  }
  throw new Error(`The stream ended without ${missing().join(', ')}.`);
}
