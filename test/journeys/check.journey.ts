/** "Can I use it?" in a real browser: answered by keyboard, shared without a person, asked without a network. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOn } from './axe.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { makeHome } from './home.ts';
import { LANGUAGES, listenToRequests, overhang, SIZES, speak, tabTo } from './pages.ts';
import { type RunningPort, startPort } from './running-port.ts';
import { until } from './until.ts';

/** Luohu on the day before it joined: nothing else that one could answer would help on that day. */
const TOO_EARLY = '#port=luohu&direction=exit&category=hkmo&document=HRP&day=2025-11-04';

const home = makeHome();
let port: RunningPort;
let browser: OpenBrowser;
let page: Page;
let address: string;
let asked: readonly string[];

beforeAll(async () => {
  port = await startPort(home, ['--empty']);
  address = `${new URL(port.link).origin}/check`;
  browser = await openBrowser({ width: 390, height: 844, locale: 'en-GB' });
  page = browser.page;
  asked = listenToRequests(page);
});

afterAll(async () => {
  await browser?.close();
  await port?.stop();
  home.remove();
});

const title = () => page.locator('.check h2').first();
const list = (name: string) => page.locator('.told-list', { has: page.getByRole('heading', { name }) });

/** Opens the page as if for the first time, at an address that may hold shared answers. */
async function open(fragment = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address + fragment);
  await title().waitFor();
}

async function press(name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function typeDay(day: string, month: string, year: string): Promise<void> {
  await tabTo(page, 'Day');
  await page.keyboard.type(day);
  await page.keyboard.press('Tab');
  await page.keyboard.type(month);
  await page.keyboard.press('Tab');
  await page.keyboard.type(year);
  await page.keyboard.press('Enter');
}

async function question(text: string): Promise<void> {
  await until(`the question ${text}`, 5, async () => (await title().textContent())?.includes(text));
}

describe('by keyboard alone', () => {
  it('A-02 one question after the other leads to yes, with what to do and what to carry', async () => {
    await open();
    await question('Through which port?');
    await press('Shenzhen Bay Port');
    await question('entering or leaving');
    await press('Leaving the mainland');
    await question('resident');
    await press('Hong Kong or Macao');
    await question('born');
    await typeDay('2', '3', '1990');
    await question('Which document');
    await press('Mainland Travel Permit for Hong Kong and Macao');
    await question('Until which day');
    await typeDay('31', '1', '2031');
    for (const text of ['on file', 'face', 'fingerprint']) {
      await question(text);
      await press('Yes');
    }
    await question('Yes, you can');
    expect(await list('What to do next').locator('li').first().textContent()).toContain('Shenzhen Bay Port');
    expect(await list('What to carry').locator('li').count()).toBe(2);
    expect(await faultsOn(page)).toEqual([]);
  });

  it('the link that is shared says nothing about the person, and nothing was sent', async () => {
    const { hash } = new URL(page.url());
    const names = [...new URLSearchParams(hash.slice(1)).keys()];
    expect(names).toEqual(['port', 'direction', 'category', 'document', 'day']);
    expect(hash).not.toMatch(/1990|2031/);
    expect(
      asked.filter((request) => !/^GET \/(check|assets\/|v1\/rules\/lane|page-worker\.js|$)/.test(request)),
    ).toEqual([]);
  });

  it('an answer can be changed, and what rested on it is asked anew', async () => {
    await press('Change: Are your face and fingerprints already on file?');
    await question('on file');
    await press('No');
    await question('Yes, after enrolment');
    expect(await list('What to do next').locator('li').first().textContent()).toContain('collection point');
  });

  it('a day that does not exist is told at the field', async () => {
    await press('Change: When were you born?');
    await question('born');
    await tabTo(page, 'Day');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('31');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByText('There is no such day').waitFor();
    expect(await page.locator('input[aria-invalid]').count()).toBe(3);
  });
});

describe('a no that passes', () => {
  it('A-18 names the reason, the day from which it turns, and the other ways', async () => {
    await open(TOO_EARLY);
    await question('Not here, or not yet');
    expect(await list('Why').textContent()).toContain('does not offer the service on that day');
    expect(await list('What would change it').textContent()).toContain('5 November 2025');
    expect(await list('Other ways').locator('li').count()).toBeGreaterThan(0);
    await page.getByText('No other answer could change this').waitFor();
  });

  it('the days on which it turns are drawn, and one of them is chosen by key', async () => {
    const slider = page.getByRole('slider', { name: 'Day of crossing' });
    expect(await slider.getAttribute('aria-valuetext')).toContain('4 November 2025');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    // On the next day the port is open, so that the conversation goes on.
    await question('born');
    expect(new URL(page.url()).hash).toContain('day=2025-11-05');
  });
});

describe('axe finds nothing', () => {
  it.each(SIZES)('at %d x %d in four languages, asking and answering', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const fragment of ['', TOO_EARLY]) {
      await open(fragment);
      for (const [language, name] of LANGUAGES) {
        await speak(page, name);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await faultsOn(page), `${language} ${fragment}`).toEqual([]);
        expect(await overhang(page), `${language} ${fragment}`).toBe(0);
      }
    }
  });
});

// Last, for the port does not come back.
describe('without a network', () => {
  it('the page opens once more and answers by the rules kept on the device', async () => {
    await open();
    await until('the page to be kept', 20, () =>
      page.evaluate(async () => (await (await caches.open('kouan-check')).keys()).length > 3),
    );
    await port.kill();
    await open(TOO_EARLY);
    await question('Not here, or not yet');
    await page.getByText('You are offline').waitFor();
    expect(browser.complaints).toEqual([]);
  });
});
