import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { extractFinger } from '../../biometrics/index.ts';
import { isRoomError } from '../../kernel/index.ts';
import { Arguments } from '../arguments.ts';
import { markedFinger } from './finger-marks.ts';
import { decodeFingerPicture, parseRawForm, readPictureOptions } from './finger-picture.ts';
import { fingerQualityLines, fingerQualityReport } from './finger-quality.ts';

const [width, height] = [120, 100];
const grey = Uint8Array.from({ length: width * height }, (_, i) => 128 + 100 * Math.sin((i % width) * 0.7));
const rgb = Uint8Array.from({ length: 3 * grey.length }, (_, i) => grey[Math.floor(i / 3)]!);
const raw = parseRawForm('120x100@508');
const source = () => sharp(grey, { raw: { width, height, channels: 1 } });

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (isRoomError(error) ? `${error.code} ${error.message}` : 'not a RoomError'),
  );
}

describe('bare pixels', () => {
  it('are described by width, height and resolution, the last of which may be left out', () => {
    expect(parseRawForm('388x374@500')).toEqual({ width: 388, height: 374, dpi: 500 });
    expect(parseRawForm('1x16384')).toEqual({ width: 1, height: 16_384 });
  });

  it('are refused with absurd sizes before a byte is read', () => {
    for (const text of [
      '',
      '388',
      '0x5',
      '5x0',
      '65535x65535',
      '16385x1',
      '5001x5000',
      '-3x4',
      '4x4@99',
      '4x4@4001',
    ])
      expect(() => parseRawForm(text), text).toThrow(/--raw/);
    expect(() => parseRawForm('4800x5000@4000')).not.toThrow();
  });

  it('are read with one byte a pixel and with three', async () => {
    const expected = { width, height, dpi: 508, data: grey };
    expect(await decodeFingerPicture(grey, { raw })).toEqual(expected);
    expect(await decodeFingerPicture(rgb, { raw })).toEqual(expected);
  });

  it('of another number are named, with what would be right', async () => {
    const told = await messageOf(decodeFingerPicture(grey.subarray(1), { raw }));
    expect(told).toMatch(/^IMAGE_UNREADABLE .*11999 bytes, not the 12000 of bare grey pixels/);
    expect(await messageOf(decodeFingerPicture(grey, {}))).toContain('need --raw WIDTHxHEIGHT@DPI');
  });
});

describe('pictures of fingers', () => {
  it.each([
    ['PNG', () => source().withMetadata({ density: 508 }).png()],
    ['PNG of 16 bits', () => source().toColourspace('grey16').withMetadata({ density: 508 }).png()],
    ['colour PNG', () => source().toColourspace('srgb').withMetadata({ density: 508 }).png()],
    ['TIFF', () => source().tiff({ compression: 'lzw', xres: 20, yres: 20 })],
  ])('give the same grey and their resolution from %s', async (_, picture) => {
    const image = await decodeFingerPicture(await picture().toBuffer(), {});
    expect([image.width, image.height, image.dpi]).toEqual([width, height, 508]);
    const farthest = image.data.reduce((most, value, i) => Math.max(most, Math.abs(value - grey[i]!)), 0);
    expect(farthest).toBeLessThanOrEqual(1);
  });

  it('take the resolution that the operator states for that of the file', async () => {
    const args = new Arguments(new Map([['dpi', ['569']]]), []);
    const png = await source().withMetadata({ density: 72 }).png().toBuffer();
    expect((await decodeFingerPicture(png, {})).dpi).toBe(72);
    expect((await decodeFingerPicture(png, readPictureOptions(args))).dpi).toBe(569);
    expect(() => readPictureOptions(new Arguments(new Map([['dpi', ['99']]]), []))).toThrow(/--dpi: 99/);
  });
});

describe('kouan finger quality', () => {
  const image = { width, height, data: new Uint8Array(width * height).fill(250) };

  it('tells of a picture without a finger which measure failed and what helps', () => {
    const report = fingerQualityReport(image, extractFinger(image));
    expect([report.outcome, report.minutiae, report.failed]).toEqual(['no-finger', 0, ['area']]);
    const lines = fingerQualityLines(report).join('\n');
    expect(lines).toContain('resolution not stated, taken for 500 dpi');
    expect(lines).toContain('Too low   area');
    expect(fingerQualityLines({ ...report, dpi: 508 }).join('\n')).toContain('120 x 100, 508 dpi');
  });

  it('marks each minutia where it lies in the picture as it came', async () => {
    const minutia = { x: 30, y: 20, direction: 0, type: 'ending', quality: 50 } as const;
    const template = { width: 60, height: 50, dpi: 500, minutiae: [minutia] };
    const svg = await markedFinger(image, { outcome: 'ok', guidance: [] }, template);
    expect(svg).toContain('<circle cx="60" cy="40"');
    expect(svg).toContain('M60 40L84 40');
    expect(
      (await markedFinger(image, { outcome: 'poor', guidance: ['centre'] }, undefined)).includes('circle'),
    ).toBe(false);
  });
});
