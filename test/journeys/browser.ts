/** A real Chromium for the journeys: Debian's where it is installed, else the one inside an npm package. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];

export interface BrowserWish {
  readonly width: number;
  readonly height: number;
  readonly locale: string;
  /** A .mjpeg or .y4m file that stands for what the webcam sees. */
  readonly webcam?: string;
  readonly dark?: boolean;
}

export interface OpenBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the pages complained of so far: uncaught errors, refused scripts. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openBrowser(wish: BrowserWish): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'kouan-browser-'));
  const executablePath = existsSync(INSTALLED) ? INSTALLED : await sparticuz.executablePath();
  const webcam = wish.webcam ? [`--use-file-for-fake-video-capture=${wish.webcam}`] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...FLAGS, ...webcam],
    viewport: { width: wish.width, height: wish.height },
    locale: wish.locale,
    colorScheme: wish.dark ? 'dark' : 'light',
    permissions: ['camera'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    complaints: listenToComplaints(page),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function listenToComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    // An answer of 4xx is logged by the browser itself; the journeys look at those answers where they matter.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
