/** The largest contentful paint of the signed-out portal on a slow telephone: 1.6 Mbit/s, 150 ms, a quarter of the processor. */
import { openBrowser } from '../../test/journeys/browser.ts';
import { median } from '../frame.ts';

const LINK = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;
const SETTLED_MS = 3000;

export async function largestPaintMs(url: string, loads: number): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < loads; load++) times.push(await oneLoad(url));
  return median(times);
}

async function oneLoad(url: string): Promise<number> {
  const browser = await openBrowser({ width: 390, height: 844, locale: 'zh-HK' });
  try {
    const { page } = browser;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LINK);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLED_MS);
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
          ).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          });
        }),
    );
  } finally {
    await browser.close();
  }
}
