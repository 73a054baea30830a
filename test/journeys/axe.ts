/** What axe finds on a page, as lines to read in a failed test; an empty list is what is wanted. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface WithAxe {
  readonly axe?: { run(): Promise<AxeResults> };
}

/** Text that is still fading in has no contrast yet; animations longer than this are not waited for, ms. */
const FADE_MS_MAX = 2000;

export async function faultsOn(page: Page): Promise<string[]> {
  await fadedIn(page);
  // Evaluated rather than added as a script, which the pages' security policy would rightly refuse.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as WithAxe;
    return axe?.run();
  });
  if (!results) throw new Error('axe did not run.');
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

const fadedIn = (page: Page): Promise<unknown> =>
  page.evaluate(
    (longest) =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().endTime) <= longest)
          .map(({ finished }) => finished),
      ),
    FADE_MS_MAX,
  );
