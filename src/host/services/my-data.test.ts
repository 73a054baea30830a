import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IssuerKeys, openIssuerKeys } from '../../credentials/node.ts';
import type { TravellerId } from '../../kernel/index.ts';
import { compileRules } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import {
  BY,
  newPerson,
  passageNamed,
  START,
  startTestServer,
  type TestServer,
  type TestStore,
} from '../../records/test-store.ts';
import type { MyDataSource } from '../../server/index.ts';
import { ISSUER } from './issuer.ts';
import { openMyData } from './my-data.ts';

let server: TestServer;
let store: TestStore;
let folder: string;
let issuer: IssuerKeys;
let source: MyDataSource;
let count = 0;
let me: { account: string; traveller: TravellerId };

beforeAll(async () => {
  server = await startTestServer();
  store = await server.newStore();
  folder = await mkdtemp(join(server.folder, 'issuer-'));
  const { clock, keys, records } = store;
  issuer = await openIssuerKeys({ folder, issuer: ISSUER, wrapper: keys, clock, makeIfAbsent: true });
  const law = compileRules(loadRules(new URL('../../../rules', import.meta.url).pathname));
  source = openMyData({ records, law, clock, keys }, issuer, 'https://localhost/verify');
}, 120_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
  await server.stop();
});
beforeEach(async () => {
  count += 1;
  me = {
    account: `U-${count}`,
    traveller: await store.records.travellers.add(newPerson(`H1234567${count}`), BY),
  };
});

async function cross(): Promise<void> {
  const { records, clock } = store;
  const cleared = await records.passages.clear({
    passage: passageNamed(`me-${count}`),
    traveller: me.traveller,
    decision: {
      question: 'lane',
      at: START,
      facts: {},
      rulesHash: 'abc',
      decision: { decision: 'ELIGIBLE', reasons: ['OK'] },
    },
    idempotencyKey: `me-${count}`,
  });
  await records.passages.complete(cleared.crossing, clock.now());
}

describe('my data, over the records', () => {
  it('R20 every look is in the list of who looked, an officer under a code', async () => {
    await source.desk.overview(me);
    await store.records.travellers.get(me.traveller, BY);
    const looks = await source.desk.looks(me);
    const mine = looks.find(({ kind }) => kind === 'you');
    expect(mine).toMatchObject({ action: 'traveller-read', purpose: 'self-service' });
    const officer = looks.find(({ kind }) => kind === 'officer');
    expect(officer).toMatchObject({ action: 'traveller-read', purpose: BY.purpose });
    expect(officer?.pseudonym).toMatch(/^[0-9a-f]{6}$/);
    expect(JSON.stringify(looks)).not.toContain(BY.actor);
  });

  it('C-13 a withdrawal leaves a receipt whose leaf is in the log, and a signed statement', async () => {
    const result = await source.desk.withdraw(me, 'face');
    if (result.outcome !== 'withdrawn') throw new Error('The law refused.');
    const open = (await store.records.consents.of(me.traveller)).filter((one) => !one.withdrawnAt);
    expect(open.map(({ modality }) => modality)).toEqual(['fingerprint']);
    await store.records.audit.sequence();
    const [row] = await store.sql('SELECT leaf_hash FROM audit_log WHERE entry_id = $1', [result.receipt.id]);
    expect(Buffer.from(row?.leaf_hash as Uint8Array).toString('hex')).toBe(result.receipt.leafHash);
    const pdf = await source.erasurePdf(me, result.receipt, 'zh-Hant');
    expect((await PDFDocument.load(pdf)).getTitle()).toBe('特徵資料清除證明');
    expect(Buffer.from(pdf).includes('/ByteRange')).toBe(true);
  });

  it('everything comes as one piece and as a file, in each of two scripts', async () => {
    const everything = await source.everything(me);
    expect(everything.person.documents[0]?.number).toBe(`H1234567${count}`);
    for (const [language, title] of [
      ['zh-Hans', '我的信息'],
      ['pt', 'Os meus dados'],
    ] as const)
      expect((await PDFDocument.load(await source.everythingPdf(me, language))).getTitle()).toBe(title);
  });
});

describe('crossing records, over the records', () => {
  it('E-03 are the person’s own, with a signed certificate', async () => {
    await cross();
    const { found, holder } = await source.crossings.own(me, {});
    if (found.outcome !== 'found') throw new Error('The law refused.');
    expect(found.crossings).toHaveLength(1);
    const wish = { language: 'en', hide: ['time'], maskNumbers: true } as const;
    const pdf = await source.crossings.certificate(found, holder, wish);
    expect((await PDFDocument.load(pdf)).getTitle()).toBe('Certificate of exit and entry records');
  });

  it('E-02 an office finds them by the document, whatever its spacing; the traveller sees who asked and why', async () => {
    const { found } = await source.crossings.atOffice('O-9', ` h1234567${count}`, {});
    expect(found.outcome).toBe('found');
    expect((await source.desk.looks(me))[0]).toMatchObject({ kind: 'officer', purpose: 'records-office' });
    await expect(source.crossings.atOffice('O-9', 'H99999999', {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
