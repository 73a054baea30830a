/** A traveller at the kiosk with a webcam: enrolment at the collection point, then through the lane. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shanghaiDay, systemClock } from '../../src/kernel/index.ts';
import { faultsOn } from './axe.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { makeHome } from './home.ts';
import { button, giveFinger, heading, pressByKeyboard, tellWhoYouAre, typeWhoYouAre } from './kiosk-hands.ts';
import { ask, type RunningPort, startPort } from './running-port.ts';
import { until } from './until.ts';
import { webcamOf } from './webcam.ts';

const YEAR = Number(shanghaiDay(systemClock.now()).slice(0, 4));
const GROWN = { name: 'SO, Fai Kit', birth: [1981, 1, 2], document: 'H12345678' } as const;
const THIRTEEN = { name: 'LEE, Yiu Tak', birth: [YEAR - 13, 1, 1], document: 'H23456789' } as const;

const home = makeHome();
let port: RunningPort;
let browser: OpenBrowser;
let page: Page;
let address: string;
/** What the page sent that changes something, as `METHOD path`. */
const sent: string[] = [];

beforeAll(async () => {
  const webcam = await webcamOf(home.file('webcam.mjpeg'), 'p03', ['enrol-1', 'enrol-2', 'enrol-3']);
  port = await startPort(home, ['--empty']);
  address = new URL(port.link).origin;
  browser = await openBrowser({ width: 1080, height: 1920, locale: 'en-GB', webcam });
  page = browser.page;
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
});

afterAll(async () => {
  await browser?.close();
  await port?.stop();
  home.remove();
});

const register = () =>
  ask<{ id: string; name: string; enrolled: string[] }[]>(port, home, 'traveller-list', { limit: 100 });

/** Nothing that carries a picture, a finger or a consent left the page since `from`. */
const capturedSince = (from: number) =>
  sent.slice(from).filter((line) => /frames|finger|consents|finish/.test(line));

/** The screen that is shown has no fault. */
async function expectSound(screen: string): Promise<void> {
  expect(await faultsOn(page), screen).toEqual([]);
}

describe('before an officer has signed in', () => {
  it('the kiosk captures nothing and says who must come', async () => {
    await page.goto(`${address}/kiosk/K1/enrol`);
    await tellWhoYouAre(page, GROWN);
    await button(page, 'This is right').click();
    await page
      .getByRole('alert')
      .or(page.getByRole('status'))
      .filter({ hasText: /officer/i })
      .first()
      .waitFor();
    await expectSound('not signed in');
    expect(await register()).toEqual([]);
    const picture = { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body: 'x' };
    expect((await fetch(`${port.url}/v1/kiosk/K1/frames`, picture)).status).toBe(401);
  });

  it('the one-time link signs the officer in on this browser', async () => {
    await page.goto(port.link);
    await page.getByRole('link', { name: /Demo officer/ }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });
});

describe('whom the collection point does not enrol', () => {
  it('C-06 turns a thirteen-year-old away kindly, by keyboard alone, before anything is captured', async () => {
    const from = sent.length;
    await page.goto(`${address}/kiosk/K1`);
    await heading(page, 'Choose your language').waitFor();
    await expectSound('language');
    await pressByKeyboard(page, 'English');
    await pressByKeyboard(page, 'First time: enrol');
    await typeWhoYouAre(page, THIRTEEN);
    await pressByKeyboard(page, 'This is right');
    await page.locator('.why li').first().waitFor();
    expect(await page.locator('.ways li').count()).toBeGreaterThan(0);
    await expectSound('turned away');
    expect(capturedSince(from)).toEqual([]);
    expect(await register()).toEqual([]);
    await pressByKeyboard(page, 'Finish');
    await heading(page, 'Choose your language').waitFor();
  });

  it('C-08 asks for each consent apart; one that is declined captures nothing', async () => {
    const from = sent.length;
    await page.goto(`${address}/kiosk/K1/enrol`);
    await tellWhoYouAre(page, GROWN);
    await button(page, 'This is right').click();
    await page.getByText('Consent 1 of 2').waitFor();
    await button(page, 'I agree').click();
    await page.getByText('Consent 2 of 2').waitFor();
    await button(page, 'I do not agree').click();
    await button(page, 'Go back').waitFor();
    await expectSound('declined');
    await button(page, 'Finish').click();
    await heading(page, 'Choose your language').waitFor();
    expect(capturedSince(from)).toEqual([]);
    expect(await register()).toEqual([]);
  });

  it('a form with gaps leads to them', async () => {
    await page.goto(`${address}/kiosk/K1/enrol`);
    await expectSound('form');
    await button(page, 'Continue').click();
    await page.getByRole('alert').locator('li').nth(3).waitFor();
    await expectSound('form with faults');
  });
});

describe('a grown traveller', () => {
  it('enrols: both consents, three frames, a finger', async () => {
    await page.goto(`${address}/kiosk/K1/enrol`);
    await tellWhoYouAre(page, GROWN);
    await expectSound('check');
    await button(page, 'This is right').click();
    await page.getByText('Consent 1 of 2').waitFor();
    await expectSound('consent');
    await button(page, 'I agree').click();
    await page.getByText('Consent 2 of 2').waitFor();
    const from = sent.length;
    await button(page, 'I agree').click();
    await heading(page, 'Enrol a finger').waitFor({ timeout: 60_000 });
    expect(capturedSince(from).filter((line) => line.endsWith('/frames')).length).toBeGreaterThanOrEqual(3);
    await expectSound('finger');
    expect(await register()).toEqual([]);
    await giveFinger(page);
    await heading(page, 'You are enrolled').waitFor();
    await expectSound('enrolled');
    expect(await register()).toEqual([
      expect.objectContaining({
        name: GROWN.name,
        enrolled: expect.arrayContaining(['face', 'fingerprint']),
      }),
    ]);
  });

  it('walks through the lane to the receipt', async () => {
    await button(page, 'Go to the lane').click();
    await button(page, 'Yes, it is me').waitFor({ timeout: 60_000 });
    await expectSound('confirm');
    const picture = '/v1/lanes/K1/frame.jpg';
    expect((await fetch(port.url + picture)).status, 'for everybody').toBe(403);
    expect((await browser.context.request.get(address + picture)).status(), 'for the officer').toBe(200);
    expect(await page.locator('.identity-name').textContent()).not.toBe(GROWN.name);
    await button(page, 'Yes, it is me').click();
    await button(page, 'Step in').click({ timeout: 30_000 });
    await expectSound('inside');
    await giveFinger(page);
    await button(page, 'Walk out').click({ timeout: 60_000 });
    await button(page, 'Show the receipt').waitFor({ timeout: 30_000 });
    await expectSound('thank you');
    await button(page, 'Show the receipt').click();
    await heading(page, 'Receipt of your crossing').waitFor();
    const reference = page.getByText(/^C-[0-9A-Z-]+$/);
    await reference.waitFor();
    await expectSound('receipt');
    const [holder] = await register();
    const shown = await ask<{ crossings: { id: string; port: string; lane: string }[] }>(
      port,
      home,
      'traveller-show',
      {
        traveller: holder?.id,
      },
    );
    expect(shown.crossings).toMatchObject([{ id: await reference.textContent(), port: 'szb', lane: 'K1' }]);
  });

  it('leaves nothing on the screen', async () => {
    await button(page, 'Finish').click();
    await heading(page, 'Choose your language').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('SO, Fai');
    await until('the lane to be free', 30, async () => (await laneState()) === 'free');
  });

  it('is told to nobody who has not signed in', async () => {
    const told = await (await fetch(`${port.url}/v1/lanes/K1`)).text();
    expect(told).toContain('"outcome":"passed"');
    expect(told).not.toMatch(/"traveller"|"because"|T-[0-9A-Z]{10}|Fai Kit|12345678/);
  });

  it('no page complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});

async function laneState(): Promise<string> {
  const { lane }: { lane: { state: string } } = JSON.parse(
    await (await fetch(`${port.url}/v1/lanes/K1`)).text(),
  );
  return lane.state;
}
