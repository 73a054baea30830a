/** The policy officer's page in a real browser: a rule is found, its history read, a change weighed, and nothing is sent. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOn } from './axe.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { makeHome } from './home.ts';
import { LANGUAGES, listenToRequests, overhang, SIZES, speak, tabTo } from './pages.ts';
import { type RunningPort, startPort } from './running-port.ts';
import { until } from './until.ts';

const home = makeHome();
let port: RunningPort;
let browser: OpenBrowser;
let page: Page;
let address: string;
let asked: readonly string[];

beforeAll(async () => {
  port = await startPort(home, ['--empty']);
  address = `${new URL(port.link).origin}/rules`;
  browser = await openBrowser({ width: 1440, height: 900, locale: 'en-GB' });
  page = browser.page;
  asked = listenToRequests(page);
});

afterAll(async () => {
  await browser?.close();
  await port?.stop();
  home.remove();
});

async function open(place = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}#${place}`);
  await page.locator('.question-link').first().waitFor({ state: 'attached' });
}

describe('finding a rule', () => {
  it('every question of the law is listed', async () => {
    await open();
    const { questions }: { questions: string[] } = JSON.parse(
      await (await fetch(`${port.url}/v1/decisions`)).text(),
    );
    expect(await page.locator('.question-link').count()).toBe(questions.length);
  });

  it.each(['羅湖口岸', '罗湖口岸', 'Luohu'])('is found by %s', async (words) => {
    await page.getByRole('searchbox').fill(words);
    const lane = page.locator('.results > ul > li', { hasText: 'The face lane' });
    await lane
      .getByRole('link', { name: /On a list/ })
      .first()
      .waitFor();
  });

  it('by keyboard alone, from the search to the clause itself', async () => {
    await open();
    await tabTo(page, 'Search the rules');
    await page.keyboard.type('AGE_BELOW_MIN minimum age attained');
    await tabTo(page, 'Clause');
    await page.keyboard.press('Enter');
    await until('the clause to have the focus', 5, () =>
      page.evaluate(() => document.activeElement?.classList.contains('clause-card')),
    );
  });
});

describe('reading a rule', () => {
  it('B-01 a clause tells its condition in words, its reason, its remedy and its notice', async () => {
    await open('lane/clauses/use.age');
    const card = page.locator('[id="at-use.age"]');
    await card
      .getByText('the age by ‹person.birthDate› is 14 (Minimum age for the face lane) or more')
      .waitFor();
    const text = await card.textContent();
    for (const part of ['AGE_BELOW_MIN', '14th birthday', 'B-01', '國家移民管理局'])
      expect(text).toContain(part);
  });

  it('its history shows each value with its day and notice', async () => {
    await open('lane/history/lane-age-min');
    const track = page.locator('#at-lane-age-min');
    await track.getByText('14 years').first().waitFor();
    expect(await track.locator('.dated li').count()).toBe(2);
    expect(await page.locator('.turn', { hasText: '5 November 2025' }).textContent()).toContain(
      'Luohu Port joins',
    );
  });

  it('a list shows each entry with its day and standing, and marks what nobody verified', async () => {
    await open('lane/lists/lane-ports');
    const row = page.locator('#at-lane-ports tr', { hasText: 'Luohu' });
    for (const part of ['5 November 2025', 'Official notice', '國家移民管理局'])
      expect(await row.textContent()).toContain(part);
    await open('transit240/lists/transit240-activities');
    const doubted = page.locator('tr[data-standing="unverified"]').first();
    expect(await doubted.textContent()).toContain('Unverified: always an officer');
  });

  it('its cases come out as they are written', async () => {
    await open('lane/cases');
    await page.getByText(/^All \d+ cases come out as written/).waitFor();
    expect(await page.locator('.case[data-passes="false"]').count()).toBe(0);
    expect(await page.locator('.case').count()).toBeGreaterThan(40);
  });
});

describe('two days', () => {
  it('A-18 tell what changed in sentences, and draw whom it affects', async () => {
    await open('lane/days/2025-11-04/2025-11-06');
    await page.getByText('From 2025-11-05, Luohu Port joins “Ports with face lanes”.').waitFor();
    const told = await page.locator('.shift [role=status]').textContent();
    expect(told).toMatch(/^1,\d{3} of 2,000 synthetic travellers get another answer/);
    expect(await page.locator('.marks').count()).toBe(2);
    expect(await page.locator('.marks').first().locator('i').count()).toBeGreaterThan(200);
    expect(await page.locator('.marks').last().locator('[data-changed]').count()).toBeGreaterThan(50);
  });

  it('are chosen by the calendar or among the days on which the law changes', async () => {
    await page.getByLabel('Second day').fill('2025-11-04');
    await page.getByText('The law says the same on both days.').waitFor();
    await page.getByRole('link', { name: '20 November 2024' }).click();
    await page.getByText('From 2024-11-20').first().waitFor();
    expect(page.url()).toContain('#lane/days/2024-11-19/2024-11-20');
  });
});

describe('what if', () => {
  it('B-01 an age of twelve from a day: the cases that it contradicts, whom it affects, the edit', async () => {
    await open('lane/draft/lane-age-min');
    await page.getByRole('button', { name: 'Add a day' }).click();
    const line = page.locator('.draft-line').last();
    await line.getByLabel('Value').fill('12');
    await line.getByLabel('From').fill('2025-11-20');
    await page.getByText(/cases come out otherwise/).waitFor();
    expect(await page.locator('.case[data-passes="false"]').first().textContent()).toContain('ELIGIBLE');
    expect(await page.locator('.shift [role=status]').textContent()).toMatch(/^\d+ of 2,000/);
    const patch = await page.locator('.edit pre').textContent();
    expect(patch).toContain('--- a/rules/lane.yaml');
    expect(patch).toContain('+      2025-11-20: { value: 12, reference: notice-to-come }');
  });

  it('what is wrong with it is told in words, and it can be undone', async () => {
    const line = page.locator('.draft-line').last();
    await line.getByLabel('Value').fill('twelve');
    await page.getByText('Line 3: the value must be of the same kind').waitFor();
    expect(await page.locator('.edit').count()).toBe(0);
    // By key: the page has just grown shorter, and a pointer may find that the button has moved.
    await page.getByRole('button', { name: 'Undo all' }).press('Enter');
    await page.getByText('Change anything above to see what follows.').waitFor();
  });

  it('stayed on this device', () => {
    expect(asked.filter((request) => !/^GET \/(rules|assets\/\S+|v1\/rules|blank)?$/.test(request))).toEqual(
      [],
    );
  });
});

describe('axe finds nothing', () => {
  /** Each view at one size, those that change most with the width at both; the languages in turn. */
  const SEEN: readonly (readonly string[])[] = [
    ['', 'talent/cases', 'lane/days', 'lane/draft'],
    ['lane/history', 'e-channel/clauses', 'lane/days', 'hetao/lists'],
  ];

  it.each(SIZES.map((size, at) => [...size, SEEN[at] ?? []] as const))(
    'at %d x %d',
    async (width, height, places) => {
      await page.setViewportSize({ width, height });
      for (const [at, place] of places.entries()) {
        await open(place);
        const [language, name] = LANGUAGES[at % LANGUAGES.length] ?? LANGUAGES[0];
        await speak(page, name);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await faultsOn(page), `${language} ${place}`).toEqual([]);
        expect(await overhang(page), `${language} ${place}`).toBe(0);
      }
    },
  );

  it('no page complained', () => {
    expect(browser.complaints).toEqual([]);
  });
});
