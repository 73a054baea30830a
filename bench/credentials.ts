/** Permits issued and checked a second, on one core as far as the platform's cryptography allows, and what their code needs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkPermit,
  encodeQr,
  issuePermit,
  openKeyList,
  type Permit,
  QR_VERSION_MAX,
} from '../src/credentials/index.ts';
import { type IssuerKeys, openIssuerKeys, renderRecordsCertificate } from '../src/credentials/node.ts';
import { instantOf, later, millis, parseDay, systemClock } from '../src/kernel/index.ts';
import { figure, medianMsAsync, type Report } from './frame.ts';

const DAY = 86_400_000;
const AT_ONCE = 200;
const name = { 'zh-Hant': '示範機關', 'zh-Hans': '演示机关', en: 'Demonstration', pt: 'Demonstração' };
/** A bench needs no key-encryption key: its folder is gone at the end. */
const wrapper = {
  wrap: async (key: Uint8Array) => ({ kekId: 'none', bytes: Uint8Array.from(key) }),
  unwrap: async ({ bytes }: { readonly bytes: Uint8Array }) => bytes,
};

const now = systemClock.now();
const permit: Omit<Permit, 'kind'> = {
  id: 'TP-01JCQ8Z4W9-7K3M5XQ2',
  issuer: 'demo',
  issuedAt: now,
  validFrom: now,
  validUntil: later(now, millis(7 * DAY)),
  facts: { name: '陳 * 文', document: '5678', purposes: ['train', 'flight'] },
};

/** Calls a second when so many run at once, as requests do. */
async function rate(call: () => Promise<unknown>): Promise<number> {
  const ms = await medianMsAsync(10, () => Promise.all(Array.from({ length: AT_ONCE }, call)));
  return (1000 * AT_ONCE) / ms;
}

const certificate = (keys: IssuerKeys) =>
  renderRecordsCertificate(
    {
      language: 'zh-Hant',
      issuer: { id: 'demo', name: name['zh-Hant'] },
      reference: 'RC-1',
      issuedAt: now,
      validUntil: later(now, millis(90 * DAY)),
      holder: { name: '陳大文', masked: '陳 * 文', document: 'C12345678' },
      from: parseDay('2025-11-22'),
      to: parseDay('2026-11-22'),
      crossings: Array.from({ length: 60 }, (_, i) => ({
        at: instantOf(now - i * DAY),
        direction: i % 2 ? 'entry' : 'exit',
        port: '深圳灣口岸',
        document: 'C12345678',
      })),
      hide: [],
      maskNumbers: true,
    },
    { signer: keys.signer(), seal: keys.documentSeal() },
  );

async function measure(keys: IssuerKeys): Promise<Report> {
  const opened = await openKeyList(await keys.keyList(), { anchors: keys.anchors() });
  if (opened.outcome !== 'opened') throw new Error(`The key list is ${opened.outcome}.`);
  const signer = keys.signer();
  const text = await issuePermit(permit, signer);
  const question = { at: now, keys: opened.list, purpose: 'train' } as const;
  const forged = `${text.slice(0, -3)}000`;
  const { version } = await encodeQr(text);
  return {
    figures: [
      figure(
        { name: 'permits issued', unit: '/s', goal: 500, better: 'higher' },
        await rate(() => issuePermit(permit, signer)),
      ),
      figure(
        { name: 'permits checked', unit: '/s', goal: 2000, better: 'higher' },
        await rate(() => checkPermit(text, question)),
      ),
      figure(
        { name: 'damaged codes refused', unit: '/s', goal: 20_000, better: 'higher' },
        await rate(() => checkPermit(forged, question)),
      ),
      figure(
        {
          name: 'QR version of a permit',
          unit: '',
          goal: QR_VERSION_MAX,
          better: 'lower',
          note: `${text.length} signs`,
        },
        version,
      ),
      figure(
        { name: 'certificate of 60 crossings, signed PDF', unit: 'ms', goal: 1000, better: 'lower' },
        await medianMsAsync(10, () => certificate(keys)),
      ),
      figure(
        { name: 'its size', unit: 'kB', goal: 120, better: 'lower' },
        (await certificate(keys)).length / 1000,
      ),
    ],
    notes: [`Checks and issues run ${AT_ONCE} at once; signatures run on the platform's threads.`],
  };
}

export async function run(): Promise<Report> {
  const home = mkdtempSync(join(tmpdir(), 'kouan-bench-'));
  try {
    const issuer = { id: 'demo', name };
    return await measure(
      await openIssuerKeys({
        folder: join(home, 'issuer'),
        issuer,
        wrapper,
        clock: systemClock,
        makeIfAbsent: true,
      }),
    );
  } finally {
    rmSync(home, { recursive: true });
  }
}
