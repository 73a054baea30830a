/** An officer's first sign-in by link, a passkey registered, and the next sign-in with it: the whole ceremony, in a browser with an authenticator. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { makeHome } from './home.ts';
import { type RunningPort, startPort } from './running-port.ts';
import { until } from './until.ts';

const home = makeHome();
let port: RunningPort;
let browser: OpenBrowser;
let page: Page;

beforeAll(async () => {
  port = await startPort(home, ['--empty']);
  browser = await openBrowser({ width: 1280, height: 900, locale: 'en-GB' });
  page = browser.page;
  const session = await browser.context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await port?.stop();
  home.remove();
});

const signedIn = () =>
  page.evaluate(async () => {
    const answer = await fetch('/v1/session');
    const told: { signedIn: boolean; officer?: { passkeys: number } } = JSON.parse(await answer.text());
    return told;
  });

describe('an officer', () => {
  it('signs in by the one-time link, which then works no more', async () => {
    await page.goto(port.link);
    await until('the link to sign in', 20, async () => (await signedIn()).signedIn);
    const token = new URL(port.link).hash.replace('#link=', '');
    const again = await fetch(`${port.url}/v1/session/link`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    expect(again.status).toBe(401);
  });

  it('registers a passkey on this device', async () => {
    await page.goto(`${new URL(port.link).origin}/officer`);
    await page.getByRole('button', { name: /passkey/i }).click();
    await until('the passkey to be kept', 20, async () => (await signedIn()).officer?.passkeys === 1);
  });

  it('signs out and in again with it', async () => {
    await page.getByRole('button', { name: /sign out/i }).click();
    await until('the sign-out', 20, async () => !(await signedIn()).signedIn);
    await page.getByRole('button', { name: /passkey/i }).click();
    await until('the sign-in', 20, async () => (await signedIn()).signedIn);
    expect(browser.complaints).toEqual([]);
  });
});
