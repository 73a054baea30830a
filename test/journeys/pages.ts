/** What the journeys through the pages of the law share: languages, keys, sizes. */
import type { Page } from 'playwright-core';

export const LANGUAGES = [
  ['zh-Hant', '繁體中文'],
  ['zh-Hans', '简体中文'],
  ['pt', 'Português'],
  ['en', 'English'],
] as const;

export const SIZES = [
  [390, 844],
  [1440, 900],
] as const;

export const speak = (page: Page, name: string): Promise<void> =>
  page.getByRole('radio', { name, exact: true }).click();

/** More would mean that the keyboard is caught somewhere. */
const TABS_MAX = 90;

/** Tab by Tab to the control with a name, as somebody without a mouse does; the name may be a part. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => {
      const focused = document.activeElement;
      const label =
        focused?.getAttribute('aria-label') ?? focused?.closest('label')?.textContent ?? focused?.textContent;
      return focused !== document.body && (label ?? '').includes(wanted);
    }, name);
  for (let tabs = 0; !(await isThere()); tabs++) {
    if (tabs > TABS_MAX) throw new Error(`The keyboard does not reach "${name}".`);
    await page.keyboard.press('Tab');
  }
}

/** How far the page sticks out sideways, in pixels; none is wanted. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

/** Everything that the page asked of the network, as `GET /path`, from now on. */
export function listenToRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    asked.push(`${request.method()} ${new URL(request.url()).pathname} ${body}`.trim());
  });
  return asked;
}
