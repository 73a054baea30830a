import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openMail } from './mail.ts';
import { makePushKeys, readSubscription } from './push.ts';

const KEYS = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A mail server that takes everything, and remembers what it was told. */
async function mailServer(): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  const server = createServer((socket: Socket) => {
    let inBody = false;
    socket.write('220 test\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\r\n').filter(Boolean)) {
        heard.push(line);
        if (line === 'DATA') inBody = true;
        if (line === '.') inBody = false;
        socket.write(inBody ? (line === 'DATA' ? '354 go on\r\n' : '') : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, heard };
}

describe('mail', () => {
  it('hands a message over to the server, for one recipient', async () => {
    const { url, heard } = await mailServer();
    const send = openMail({ url, from: 'Kouan <no-reply@port.example>' });
    await send('a@example.org', { subject: 'Request granted', text: 'It was granted.' });
    expect(heard.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<a@example.org>']);
    expect(heard).toContain('It was granted.');
  });

  it('adds no recipient and no header that an address tries to bring along', async () => {
    const { url, heard } = await mailServer();
    const send = openMail({ url, from: 'no-reply@port.example' });
    await send('a@example.org, b@example.org\r\nBcc: c@example.org', { subject: 's', text: 't' }).catch(
      () => undefined,
    );
    const recipients = heard.filter((line) => line.startsWith('RCPT'));
    expect(recipients.length).toBeLessThanOrEqual(1);
    expect(heard.some((line) => /^bcc:/i.test(line))).toBe(false);
  });

  it('rejects when nobody answers', async () => {
    const send = openMail({ url: 'smtp://127.0.0.1:1', from: 'x@port.example' });
    await expect(send('a@example.org', { subject: 's', text: 't' })).rejects.toThrow();
  });
});

describe('a browser that wants to be told', () => {
  it('is one of a known push service; no other address is ever posted to', () => {
    for (const endpoint of [
      'https://fcm.googleapis.com/fcm/send/x',
      'https://updates.push.services.mozilla.com/wpush/v2/x',
      'https://web.push.apple.com/x',
      'https://db5p.notify.windows.com/w/?token=x',
    ]) {
      expect(readSubscription({ endpoint, keys: KEYS }).endpoint).toBe(endpoint);
    }
    for (const endpoint of [
      'http://fcm.googleapis.com/x',
      'https://127.0.0.1/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://fcm.googleapis.com@evil.example/x',
      'https://evil.example/https://fcm.googleapis.com/',
      `https://fcm.googleapis.com/${'x'.repeat(1000)}`,
    ]) {
      expect(() => readSubscription({ endpoint, keys: KEYS })).toThrowError(
        expect.objectContaining({ code: 'FIELD_INVALID' }),
      );
    }
  });

  it('brings keys of the right length', () => {
    const endpoint = 'https://web.push.apple.com/x';
    expect(() => readSubscription({ endpoint, keys: { ...KEYS, auth: 'a' } })).toThrow('auth');
    expect(() => readSubscription({ endpoint, keys: { ...KEYS, p256dh: 'B' } })).toThrow('p256dh');
  });

  it('subscribes with a key of ours that is a P-256 point', () => {
    const { publicKey, privateKey } = makePushKeys();
    expect([Buffer.from(publicKey, 'base64url').length, Buffer.from(privateKey, 'base64url').length]).toEqual(
      [65, 32],
    );
  });
});
