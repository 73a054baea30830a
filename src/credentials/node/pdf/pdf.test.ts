import { createHash, verify, X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  instantOf,
  LANGUAGES,
  type Language,
  later,
  ManualClock,
  millis,
  parseDay,
} from '../../../kernel/index.ts';
import { at } from '../../keys.fixture.ts';
import { type IssuerKeys, openIssuerKeys } from '../keys/issuer-keys.ts';
import { wrapperOf } from '../keys/wrapper.fixture.ts';
import { signCms } from './cms.ts';
import { renderLetter } from './letter.ts';
import { certificateWords } from './letter-words.ts';
import { readPages, readSignature } from './read-pdf.fixture.ts';
import {
  type CertifiedCrossing,
  type RecordsCertificate,
  renderRecordsCertificate,
} from './records-certificate.ts';

const name = { 'zh-Hant': '示範', 'zh-Hans': '演示', en: 'Demonstration', pt: 'Demonstração' };
const DAY = 86_400_000;
const now = at('2026-11-22T10:00:00');

let folder: string;
let keys: IssuerKeys;
/** One with all its columns, in traditional Chinese. */
let plain: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kouan-pdf-'));
  const issuer = { id: 'demo', name };
  keys = await openIssuerKeys({
    folder,
    issuer,
    wrapper: wrapperOf('1'),
    clock: new ManualClock(now),
    makeIfAbsent: true,
  });
  plain = await render();
});
afterAll(() => rm(folder, { recursive: true }));

const crossings = (count: number): CertifiedCrossing[] =>
  Array.from({ length: count }, (_, i) => ({
    at: instantOf(now - i * 3 * DAY),
    direction: i % 2 === 0 ? 'exit' : 'entry',
    port: i % 3 === 0 ? '港珠澳大橋' : 'Ponte Hengqin',
    document: 'C12345678',
  }));

const certificate = (changes: Partial<RecordsCertificate> = {}): RecordsCertificate => ({
  language: 'zh-Hant',
  issuer: { id: 'demo', name: '示範出入境管理機關' },
  reference: 'RC-01JCQ8Z4W9-7K3M5XQ2',
  issuedAt: now,
  validUntil: later(now, millis(90 * DAY)),
  holder: { name: '陳大文（龙）CHAN São', masked: '陳 * 文', document: 'C12345678' },
  from: parseDay('2025-11-22'),
  to: parseDay('2026-11-22'),
  crossings: crossings(3),
  hide: [],
  maskNumbers: true,
  verifyAt: 'https://port.example/verify',
  ...changes,
});

const render = (changes: Partial<RecordsCertificate> = {}) =>
  renderRecordsCertificate(certificate(changes), { signer: keys.signer(), seal: keys.documentSeal() });
const textOf = async (changes: Partial<RecordsCertificate> = {}) =>
  readPages(await render(changes))
    .join('\n')
    .replace(/\s+/g, '');
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('certificate of crossings', () => {
  it.each(LANGUAGES)('E-03 in %s its text is real and can be copied', async (language: Language) => {
    const text = await textOf({ language });
    expect(text).not.toContain('\ufffd');
    for (const expected of [certificateWords.title, certificateWords.span, certificateWords.proof]) {
      expect(text).toContain(squeezed(expected[language]));
    }
    expect(text).toContain('陳大文（龙）CHANSão');
    expect(text).toContain('2026-11-16');
    expect(text).toContain('港珠澳大橋');
  });

  it('hides the columns that the receiver does not need, and says so', async () => {
    const whole = await textOf({ language: 'en' });
    for (const shown of ['10:00', 'PonteHengqin', 'Documentused']) expect(whole).toContain(shown);
    const hidden = await textOf({ language: 'en', hide: ['time', 'port', 'document'] });
    for (const gone of ['PonteHengqin', 'PortExit']) expect(hidden).not.toContain(gone);
    expect(hidden).toContain('doesnotshow:Time,Port,Documentused.');
    // The hour of issue stays; those of the crossings go.
    expect(hidden.split('10:00')).toHaveLength(2);
  });

  it('shows four signs of a number, or all where that was wished', async () => {
    const masked = squeezed(readPages(plain).join(''));
    expect(masked).not.toContain('C1234');
    expect(masked).toContain('****5678');
    expect((await textOf({ maskNumbers: false })).split('C12345678')).toHaveLength(5);
  });

  it('is small; numbers its pages, repeats the titles, and has no row in two places', async () => {
    const pdf = await render({ crossings: crossings(60), language: 'en' });
    // Small enough for a slow link, too.
    expect(pdf.length).toBeLessThan(120_000);
    const pages = readPages(pdf);
    expect(pages).toHaveLength(3);
    pages.forEach((page, i) => {
      expect(squeezed(page)).toContain(`Page${i + 1}of3`);
      expect(page).toContain('Direction');
    });
    const days = pages.join('').match(/20\d\d-\d\d-\d\d\n/g) ?? [];
    expect(new Set(days).size).toBeGreaterThanOrEqual(60);
  });

  it('says that there is none where there is none', async () => {
    expect(await textOf({ crossings: [] })).toContain(certificateWords.none['zh-Hant']);
  });

  it('F-04 its code carries a masked name only', async () => {
    const holder = { name: '陳大文', masked: '陳大文', document: 'C12345678' };
    await expect(render({ holder })).rejects.toMatchObject({
      code: 'FIELD_INVALID',
      facts: { field: 'name' },
    });
  });
});

describe('signature of a file', () => {
  it('covers every byte but itself, and names its certificate', async () => {
    const { covered, cms, rest } = readSignature(plain);
    expect(rest).toBe(0);
    const { certificate: der } = keys.documentSeal();
    expect(cms.includes(createHash('sha256').update(covered).digest())).toBe(true);
    expect(cms.includes(Buffer.from(der))).toBe(true);
    expect(cms.includes(createHash('sha256').update(der).digest())).toBe(true);
  });

  it('is the key’s over the attributes, as a set', async () => {
    const seal = keys.documentSeal();
    const signed: Uint8Array[] = [];
    const cms = await signCms(Buffer.from('content'), {
      ...seal,
      sign: (bytes) => {
        signed.push(bytes);
        return seal.sign(bytes);
      },
    });
    const [attributes = new Uint8Array()] = signed;
    expect(attributes[0]).toBe(0x31);
    // In the message they stand as [0]; what follows them ends with the signature.
    expect(cms.includes(Buffer.from(attributes.subarray(1)))).toBe(true);
    const signature = cms.subarray(cms.lastIndexOf(Buffer.of(0x30, 0x0a, 0x06, 0x08)) + 14);
    const { publicKey } = new X509Certificate(seal.certificate);
    expect(verify('sha256', attributes, publicKey, signature)).toBe(true);
    expect(verify('sha256', Buffer.from('other'), publicKey, signature)).toBe(false);
  });
});

describe('letter', () => {
  const letter = {
    language: 'pt',
    title: 'Resultado da ligação',
    issuer: 'Emissor',
    reference: 'L-1',
    issuedAt: now,
    rows: [['Resultado', 'Ligados']],
    paragraphs: ['Tem o mesmo valor.'],
  } as const;

  it('I-01 a printed result holds its rows and paragraphs, with or without a seal', async () => {
    const plain = readPages(await renderLetter(letter)).join('');
    for (const text of ['Resultado da ligação', 'Ligados', 'Tem o mesmo valor.'])
      expect(plain).toContain(text);
    const sealed = await renderLetter({ ...letter, seal: keys.documentSeal() });
    expect(readSignature(sealed).rest).toBe(0);
    expect(Buffer.from(await renderLetter(letter)).includes('/ByteRange')).toBe(false);
  });

  it('is the same file for the same letter', async () => {
    expect(Buffer.from(await renderLetter(letter)).equals(await renderLetter(letter))).toBe(true);
  });

  it('shows a sign that no font has as a square, and drops marks of direction', async () => {
    const told = readPages(await renderLetter({ ...letter, paragraphs: ['A\u202eB\u{1f600}C'] })).join('');
    expect(told).toContain('AB□C');
  });

  it('goes on over as many pages as a long paragraph needs', async () => {
    const pages = readPages(await renderLetter({ ...letter, paragraphs: ['口岸通關'.repeat(1500)] }));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('').replace(/\s/g, '').split('口岸通關').length).toBeGreaterThan(1400);
  });
});
