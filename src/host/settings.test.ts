import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDataFolder, ownerOf } from './data-folder.ts';
import { readSettings } from './settings.ts';

const scratch = mkdtempSync(join(tmpdir(), 'kouan-settings-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('settings', () => {
  it('has a value for everything when nothing is set', () => {
    expect(readSettings({}, '/srv')).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataDir: '/srv/.kouan',
      keysDir: '/srv/.kouan-keys',
      keysNamed: false,
      production: false,
      face: {},
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['KOUAN_MODE', 'prod'],
    ['DATABASE_URL', 'mysql://x'],
    ['KOUAN_TLS_KEY', '/nowhere.pem'],
    ['KOUAN_SMTP_URL', 'https://mail.example'],
  ])('says what is wrong with %s=%s and what would be right', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/srv')).toThrowError(
      expect.objectContaining({ code: 'CONFIG_INVALID', facts: expect.objectContaining({ field: name }) }),
    );
  });

  it('wants a mail server and a sender together, and shows no password of the one', () => {
    const url = 'smtps://user:secret@mail.example';
    const from = 'Kouan 口岸 <no-reply@port.example>';
    expect(readSettings({ KOUAN_SMTP_URL: url, KOUAN_MAIL_FROM: from }, '/').mail).toEqual({ url, from });
    expect(() => readSettings({ KOUAN_SMTP_URL: url }, '/')).toThrow(/KOUAN_MAIL_FROM/);
    expect(() => readSettings({ KOUAN_MAIL_FROM: from }, '/')).toThrow(/KOUAN_SMTP_URL/);
    expect(() => readSettings({ KOUAN_SMTP_URL: `${url} x`, KOUAN_MAIL_FROM: from }, '/')).toThrow(
      /^(?!.*secret)/s,
    );
    expect(() => readSettings({ KOUAN_SMTP_URL: url, KOUAN_MAIL_FROM: 'a@b\r\nBcc: c@d' }, '/')).toThrow();
  });

  it('takes both ends of the range of ports', () => {
    expect([readSettings({ PORT: '0' }, '/').port, readSettings({ PORT: '65535' }, '/').port]).toEqual([
      0, 65_535,
    ]);
  });

  it('wants key and certificate together, in PEM form', () => {
    const pem = join(scratch, 'key.pem');
    writeFileSync(pem, '-----BEGIN PRIVATE KEY-----\n');
    const text = join(scratch, 'text.pem');
    writeFileSync(text, 'hello');
    expect(() => readSettings({ KOUAN_TLS_KEY: pem }, '/')).toThrow(/KOUAN_TLS_CERT/);
    expect(() => readSettings({ KOUAN_TLS_KEY: pem, KOUAN_TLS_CERT: text }, '/')).toThrow(/PEM/);
    expect(readSettings({ KOUAN_TLS_KEY: pem, KOUAN_TLS_CERT: pem }, '/').tls).toBeDefined();
  });
});

describe('the data folder', () => {
  const folder = (name: string) => join(scratch, name);

  it('has one owner at a time', () => {
    const first = openDataFolder(folder('a'), process.pid);
    expect(() => openDataFolder(folder('a'), process.pid + 1)).toThrowError(
      expect.objectContaining({ code: 'ALREADY_RUNNING' }),
    );
    first.release();
    expect(openDataFolder(folder('a'), process.pid + 1).operatorToken).toBe(first.operatorToken);
  });

  it('takes over from a process that is gone, and from a lock that was half-written', () => {
    const path = folder('b');
    openDataFolder(path, process.pid).release();
    writeFileSync(join(path, 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1 }));
    expect(ownerOf(path)).toBeUndefined();
    openDataFolder(path, process.pid).release();
    writeFileSync(join(path, 'owner.json'), '{"pid":');
    expect(openDataFolder(path, process.pid).path).toBe(path);
  });

  it('tells where its owner listens', () => {
    const open = openDataFolder(folder('c'), process.pid);
    open.announce('http://127.0.0.1:1');
    expect(ownerOf(folder('c'))).toMatchObject({
      pid: process.pid,
      address: 'http://127.0.0.1:1',
      token: open.operatorToken,
    });
  });

  it('of a newer version is left alone', () => {
    const path = folder('d');
    openDataFolder(path, process.pid).release();
    writeFileSync(join(path, 'version.json'), '{"version":999}');
    expect(() => openDataFolder(path, process.pid)).toThrowError(
      expect.objectContaining({ code: 'STORE_NEWER_VERSION' }),
    );
  });
});
