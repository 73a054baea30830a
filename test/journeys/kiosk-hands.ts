/** What a traveller does at the kiosk, as a person would: read, type, press. */
import type { Page } from 'playwright-core';

export interface Traveller {
  readonly name: string;
  /** Year, month, day. */
  readonly birth: readonly [number, number, number];
  readonly document: string;
}

const DAY_PARTS = ['Year', 'Month', 'Day'] as const;
const EXPIRES = [2032, 12, 31] as const;
/** More stops than any screen of the kiosk has. */
const TABS_MAX = 60;
/** After so long without an answer a person presses again. */
const PATIENCE_MS = 4000;

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Fills in who they are and goes on to check it. */
export async function tellWhoYouAre(page: Page, { name, birth, document }: Traveller): Promise<void> {
  await heading(page, 'Who are you?').waitFor();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await fillDay(page, 'Date of birth', birth);
  await page.getByLabel('Document number').fill(document);
  await fillDay(page, 'Document valid until', EXPIRES);
  await button(page, 'Continue').click();
  await heading(page, 'Check your answers').waitFor();
}

async function fillDay(page: Page, name: string, day: readonly number[]): Promise<void> {
  const group = page.getByRole('group', { name });
  for (const [k, part] of DAY_PARTS.entries()) await group.getByLabel(part).fill(String(day[k]));
}

/** The same by keyboard alone: fields are reached with Tab, in the order of the page. */
export async function typeWhoYouAre(page: Page, { name, birth, document }: Traveller): Promise<void> {
  await heading(page, 'Who are you?').waitFor();
  await tabTo(page, 'input#field-name');
  await page.keyboard.type(name);
  await typeDay(page, 'birthDate', birth);
  await tabTo(page, 'input#field-document-number');
  await page.keyboard.type(document);
  await typeDay(page, 'document-expires', EXPIRES);
  await pressByKeyboard(page, 'Continue');
}

async function typeDay(page: Page, field: string, [year, month, day]: readonly number[]): Promise<void> {
  await tabTo(page, `input#field-${field}`);
  for (const part of [day, month, year]) {
    await page.keyboard.type(String(part));
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Shift+Tab');
}

/** Presses a button that is reached with Tab. */
export async function pressByKeyboard(page: Page, name: string): Promise<void> {
  await button(page, name).waitFor();
  await tabUntil(page, `the button ${name}`, () =>
    page.evaluate((wanted) => document.activeElement?.textContent === wanted, name),
  );
  await page.keyboard.press('Enter');
}

const tabTo = (page: Page, selector: string): Promise<void> =>
  tabUntil(page, selector, () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector),
  );

async function tabUntil(page: Page, what: string, reached: () => Promise<boolean>): Promise<void> {
  for (let tabs = 0; tabs < TABS_MAX; tabs++) {
    if (await reached()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${what} is not reached with Tab.`);
}

/** More touches than any screen asks for. */
const TOUCHES_MAX = 6;

/** The simulated finger, once for each time that it is asked for, until the screen that asks is gone. */
export async function giveFinger(page: Page): Promise<void> {
  const finger = button(page, 'Use the simulated finger');
  await finger.waitFor();
  for (let touches = 0; touches < TOUCHES_MAX; touches++) {
    await finger.click();
    const gone = await finger.waitFor({ state: 'detached', timeout: PATIENCE_MS }).then(
      () => true,
      () => false,
    );
    if (gone) return;
  }
  throw new Error(`The finger was given ${TOUCHES_MAX} times, and the screen still asks for it.`);
}
