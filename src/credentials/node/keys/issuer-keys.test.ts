import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { later, ManualClock, millis, seconds } from '../../../kernel/index.ts';
import { checkCredential } from '../../credential/check.ts';
import { type KeyList, openKeyList } from '../../key-list/key-list.ts';
import { at } from '../../keys.fixture.ts';
import { issuePermit } from '../../permit/permit.ts';
import { type IssuerKeys, openIssuerKeys } from './issuer-keys.ts';
import { wrapperOf } from './wrapper.fixture.ts';

const name = { 'zh-Hant': '示範', 'zh-Hans': '演示', en: 'Demonstration', pt: 'Demonstração' };
const DAY = 86_400_000;

let home: string;
let folder: string;
let clock: ManualClock;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'kouan-issuer-'));
  folder = join(home, 'issuer');
  clock = new ManualClock(at('2026-11-22T10:00:00.400'));
});
afterEach(() => rm(home, { recursive: true }));

const open = (makeIfAbsent = true, kek = '0001') =>
  openIssuerKeys({ folder, issuer: { id: 'demo', name }, wrapper: wrapperOf(kek), clock, makeIfAbsent });

async function listOf(
  keys: IssuerKeys,
  revoked: readonly string[] = [],
  anchors = keys.anchors(),
): Promise<KeyList> {
  const opened = await openKeyList(await keys.keyList(revoked), { anchors });
  if (opened.outcome !== 'opened') throw new Error(opened.outcome);
  return opened.list;
}

const issue = (signer: ReturnType<IssuerKeys['signer']>) => {
  const now = clock.now();
  const facts = { name: '陳 * 文', document: '5678', purposes: ['train'] as const };
  const frame = {
    id: 'TP-1',
    issuer: 'demo',
    issuedAt: now,
    validFrom: now,
    validUntil: later(now, millis(7 * DAY)),
  };
  return issuePermit({ ...frame, facts }, signer);
};

const verdict = async (text: string, keys: KeyList) =>
  (await checkCredential(text, { at: clock.now(), keys })).verdict;

describe('keys of an issuer', () => {
  it('are made once, for their owner only, and sign the same after a restart', async () => {
    const keys = await open();
    expect(keys.made).toBe(true);
    const files = await readdir(folder);
    expect(files).toHaveLength(3);
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const again = await open(false);
    expect(again.made).toBe(false);
    expect(again.signer().kid).toBe(keys.signer().kid);
    expect(await verdict(await issue(again.signer()), await listOf(keys))).toBe('valid');
  });

  it('lie wrapped on disk, and do not open under another key or for another use', async () => {
    await open();
    for (const file of await readdir(folder)) {
      const { wrapped } = JSON.parse(await readFile(join(folder, file), 'utf8'));
      // An unwrapped P-256 key in PKCS #8 names its curve.
      expect(Buffer.from(wrapped, 'base64').includes(Buffer.from('2a8648ce3d030107', 'hex'))).toBe(false);
    }
    await expect(open(false, '0002')).rejects.toThrow();
    const [first = ''] = await readdir(folder);
    const path = join(folder, first);
    const file = JSON.parse(await readFile(path, 'utf8'));
    const use = file.use === 'anchor' ? 'credential' : 'anchor';
    await writeFile(path, JSON.stringify({ ...file, use }));
    await expect(open(false)).rejects.toThrow();
  });

  it('are not made in production: KEYS_MISSING names KOUAN_KEYS', async () => {
    await expect(open(false)).rejects.toMatchObject({ code: 'KEYS_MISSING', facts: { field: 'KOUAN_KEYS' } });
  });

  it('are refused when others may read them or a file is damaged', async () => {
    await open();
    const [first = ''] = await readdir(folder);
    await chmod(join(folder, first), 0o640);
    await expect(open()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await chmod(join(folder, first), 0o600);
    await writeFile(join(folder, first), '{"version":1');
    await expect(open()).rejects.toMatchObject({ code: 'KEYS_MISSING' });
  });

  it('R17 are wrapped anew by another key-encryption key', async () => {
    const keys = await open();
    const wrapper = wrapperOf('0001');
    let kek = wrapper;
    const turning = await openIssuerKeys({
      folder,
      issuer: { id: 'demo', name },
      wrapper: { wrap: (key, context) => kek.wrap(key, context), unwrap: wrapper.unwrap },
      clock,
      makeIfAbsent: false,
    });
    kek = wrapperOf('0002');
    expect(await turning.rewrap()).toBe(3);
    expect((await open(false, '0002')).signer().kid).toBe(keys.signer().kid);
  });
});

describe('rotation', () => {
  it('leaves good what the key before signed, and takes nothing later from it', async () => {
    const keys = await open();
    const before = keys.signer();
    const old = await issue(before);
    clock.advance(seconds(10));
    const sameSecond = await issue(before);
    const kid = await keys.rotate('credential');
    expect(keys.signer().kid).toBe(kid);
    const list = await listOf(keys);
    expect(list.keys).toHaveLength(2);
    expect(await verdict(old, list)).toBe('valid');
    expect(await verdict(sameSecond, list)).toBe('valid');
    expect(await verdict(await issue(keys.signer()), list)).toBe('valid');
    clock.advance(seconds(2));
    expect(await verdict(await issue(before), list)).toBe('not-genuine');
    expect((await open(false)).signer().kid).toBe(kid);
  });

  it('twice within a second leaves the last key current', async () => {
    const keys = await open();
    await keys.rotate('credential');
    const last = await keys.rotate('credential');
    expect(keys.signer().kid).toBe(last);
    expect((await open(false)).signer().kid).toBe(last);
    expect(await verdict(await issue(keys.signer()), await listOf(keys))).toBe('valid');
  });

  it('of the anchor is told by the anchor before, which may then go', async () => {
    const keys = await open();
    const known = keys.anchors();
    await keys.rotate('anchor');
    const { anchors } = await listOf(keys, [], known);
    expect(anchors).toHaveLength(2);
    await keys.revoke(known[0]!.kid);
    expect((await listOf(keys, [], anchors)).anchors).toEqual([anchors[1]]);
    await expect(listOf(keys, [], known)).rejects.toThrow('not-genuine');
  });
});

describe('revocation', () => {
  it('of a key takes all that it signed, and another key signs from then on', async () => {
    const keys = await open();
    const [kid, old] = [keys.signer().kid, await issue(keys.signer())];
    await keys.revoke(kid);
    expect(keys.signer().kid).not.toBe(kid);
    const list = await listOf(await open(false));
    expect(await verdict(old, list)).toBe('revoked');
    expect(await verdict(await issue(keys.signer()), list)).toBe('valid');
    await expect(keys.revoke('0000000000000000')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a credential is told by its id', async () => {
    const keys = await open();
    expect(await verdict(await issue(keys.signer()), await listOf(keys, ['TP-1']))).toBe('revoked');
  });
});

describe('document seal', () => {
  const certificateOf = (keys: IssuerKeys) => new X509Certificate(keys.documentSeal().certificate);

  it('has a certificate of its own key, for five years', async () => {
    const certificate = certificateOf(await open());
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.subject).toContain('Demonstration');
    expect(new Date(certificate.validFrom).toISOString()).toBe('2026-11-22T02:00:00.000Z');
    expect(Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)).toBe(5 * 365 * DAY);
  });

  it('is renewed at the start that finds less than half a year left, not before', async () => {
    const { serialNumber } = certificateOf(await open());
    clock.advance(millis((5 * 365 - 180) * DAY - 1000));
    expect(certificateOf(await open(false)).serialNumber).toBe(serialNumber);
    clock.advance(millis(1000));
    expect(certificateOf(await open(false)).serialNumber).not.toBe(serialNumber);
  });
});
