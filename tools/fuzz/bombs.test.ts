/** Files that promise far more than they hold: refused by their header, before memory is taken for their pixels. */
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeGrey } from '../../src/biometrics/node.ts';
import { isRoomError, systemClock } from '../../src/kernel/index.ts';
import { HANG_MS } from './fuzz.ts';

const SIDE = 65_535;
/** The largest that libjpeg takes for a picture at all. */
const JPEG_SIDE = 65_500;
const MEMORY_MAX = 64 * 1024 * 1024;

const small = (format: 'png' | 'jpeg' | 'tiff' | 'webp') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .toFormat(format)
    .toBuffer();

function patched(bytes: Buffer, write: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(bytes);
  write(new DataView(copy.buffer));
  return copy;
}

async function png(): Promise<Uint8Array> {
  return patched(await small('png'), (view) => {
    view.setUint32(16, SIDE);
    view.setUint32(20, SIDE);
    view.setUint32(29, crc32(new Uint8Array(view.buffer, 12, 17)));
  });
}

async function jpeg(): Promise<Uint8Array> {
  const bytes = await small('jpeg');
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return patched(bytes, (view) => {
    view.setUint16(frame + 5, JPEG_SIDE);
    view.setUint16(frame + 7, JPEG_SIDE);
  });
}

/** Entries 256 (width) and 257 (height) of the directory. */
async function tiff(): Promise<Uint8Array> {
  return patched(await small('tiff'), (view) => {
    const at = view.getUint32(4, true);
    for (let entry = at + 2; entry < at + 2 + 12 * view.getUint16(at, true); entry += 12) {
      if (![256, 257].includes(view.getUint16(entry, true))) continue;
      view.setUint16(entry + 2, 4, true);
      view.setUint32(entry + 8, SIDE, true);
    }
  });
}

function bmp(): Uint8Array {
  const bytes = new Uint8Array(2000);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, SIDE, true);
  view.setInt32(22, SIDE, true);
  view.setUint16(28, 24, true);
  return bytes;
}

const pgm = (): Uint8Array => Buffer.from(`P5\n${SIDE} ${SIDE}\n255\n0123456789`);

/** What is left of memory and time when it was over, at the quickest of three. */
async function refuse(bytes: Uint8Array) {
  let [code, ms] = ['accepted', Number.POSITIVE_INFINITY];
  const before = process.memoryUsage();
  for (let attempt = 0; attempt < 3 && ms > HANG_MS; attempt++) {
    const start = systemClock.elapsed();
    code = await decodeGrey(bytes).then(
      () => 'accepted',
      (error: unknown) => (isRoomError(error) ? error.code : String(error)),
    );
    ms = Math.min(ms, systemClock.elapsed() - start);
  }
  const after = process.memoryUsage();
  return {
    code,
    ms,
    memory: Math.max(after.arrayBuffers - before.arrayBuffers, after.external - before.external),
  };
}

/** Ten times what a quiet machine needs at most: decoding what it claims to be would take minutes. */
const ENDS_MS = 10 * HANG_MS;

describe('a picture that says it has four thousand megapixels', () => {
  it.each([
    ['PNG', png],
    ['JPEG', jpeg],
    ['TIFF', tiff],
    ['BMP', bmp],
    ['PGM', pgm],
  ])('%s is refused for its size, at once and without memory for it', async (_, make) => {
    const { code, ms, memory } = await refuse(await make());
    expect(code).toBe('IMAGE_TOO_LARGE');
    expect(ms).toBeLessThan(ENDS_MS);
    expect(memory).toBeLessThan(MEMORY_MAX);
  });
});

describe('a picture that breaks off', () => {
  it.each(['png', 'jpeg', 'tiff', 'webp'] as const)(
    '%s is answered with a code wherever it ends',
    async (format) => {
      const whole = await small(format);
      for (let end = 0; end < whole.length; end += Math.max(1, Math.floor(whole.length / 60))) {
        const { code } = await refuse(whole.subarray(0, end));
        expect(['IMAGE_UNREADABLE', 'IMAGE_TOO_LARGE', 'accepted'], `${end} bytes: ${code}`).toContain(code);
        if (end < whole.length / 4) expect(code, `${end} bytes`).not.toBe('accepted');
      }
    },
  );
});
