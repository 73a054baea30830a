import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRoomError, systemClock } from '../../kernel/index.ts';
import { decodeGrey, decodeImage } from './decode.ts';

/** Left half red, right half blue, with a green pixel row on top. */
function twoColours(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const top = i < width;
    const left = i % width < width / 2;
    data.set(top ? [0, 255, 0] : left ? [255, 0, 0] : [0, 0, 255], 3 * i);
  }
  return data;
}

const source = (width = 64, height = 48) =>
  sharp(twoColours(width, height), { raw: { width, height, channels: 3 } });

/** The code of the refusal, or the size of the frame. */
const outcome = (bytes: Uint8Array, limits = {}) =>
  decodeImage(bytes, limits).then(
    ({ width, height }) => `${width}x${height}`,
    (error: unknown) => (isRoomError(error) ? error.code : `unforeseen: ${String(error)}`),
  );

let jpeg: Buffer;
let png: Buffer;
beforeAll(async () => {
  jpeg = await source().jpeg({ quality: 95 }).toBuffer();
  png = await source().png().toBuffer();
});

describe('pictures that can be read', () => {
  it('JPEG, PNG, WebP and TIFF become RGB frames', async () => {
    for (const bytes of [jpeg, png, await source().webp().toBuffer(), await source().tiff().toBuffer()]) {
      const frame = await decodeImage(bytes);
      expect([frame.width, frame.height, frame.data.length]).toEqual([64, 48, 64 * 48 * 3]);
      const [red = 0, , blue = 255] = frame.data.subarray((24 * 64 + 8) * 3);
      expect(red).toBeGreaterThan(200);
      expect(blue).toBeLessThan(60);
    }
  });

  it('a grey JPEG comes out with three equal channels', async () => {
    const grey = await sharp(Buffer.alloc(40 * 30, 77), { raw: { width: 40, height: 30, channels: 1 } })
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    const frame = await decodeImage(grey);
    expect(frame.data.length).toBe(40 * 30 * 3);
    expect([...frame.data.subarray(0, 3)]).toEqual([77, 77, 77]);
  });

  it('a transparent PNG is laid on middle grey, a 16 bit one is brought to 8', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect([...(await decodeImage(clear)).data.subarray(0, 3)]).toEqual([128, 128, 128]);
    const deep = await source().toColourspace('rgb16').png().toBuffer();
    expect((await decodeImage(deep)).data.length).toBe(64 * 48 * 3);
  });

  it('EXIF orientation is carried out', async () => {
    const turned = await source().withMetadata({ orientation: 6 }).png().toBuffer();
    const frame = await decodeImage(turned);
    expect([frame.width, frame.height]).toEqual([48, 64]);
    // The top row of the stored picture is the right column of the upright one.
    expect([...frame.data.subarray((32 * 48 + 47) * 3, (32 * 48 + 47) * 3 + 3)]).toEqual([0, 255, 0]);
  });

  it('a large picture is made 1280 pixels long, a small one is left as it is', async () => {
    expect(await outcome(await source(2000, 1000).jpeg().toBuffer())).toBe('1280x640');
    expect(await outcome(await source(1280, 720).jpeg().toBuffer())).toBe('1280x720');
    expect(await outcome(png, { framePxMax: 32 })).toBe('32x24');
  });
});

const pgm = (header: string, bytes: number[] | Uint8Array) =>
  Buffer.concat([Buffer.from(header, 'latin1'), Buffer.from(bytes)]);

describe('PGM and BMP', () => {
  it('PGM of 8 and 16 bits, with comments, and PPM', async () => {
    const ramp = Uint8Array.from({ length: 256 }, (_, i) => i);
    const grey = await decodeGrey(pgm('P5\n# scanner\n16 16\n255\n', ramp));
    expect([...grey.data]).toEqual([...ramp]);
    const deep = await decodeGrey(
      pgm(
        'P5 16 16 65535\n',
        Uint8Array.from({ length: 512 }, (_, i) => (i % 2 ? 0 : 128)),
      ),
    );
    expect(grey.width).toBe(16);
    expect(deep.data[7]).toBe(128);
    const colour = await decodeImage(
      pgm(
        'P6 16 16 255\n',
        new Uint8Array(768).map((_, i) => i % 3),
      ),
    );
    expect([...colour.data.subarray(0, 6)]).toEqual([0, 1, 2, 0, 1, 2]);
  });

  it('PGM that breaks off, or states a largest value out of range, is refused', async () => {
    expect(await outcome(pgm('P5 16 16 255\n', new Uint8Array(256)))).toBe('16x16');
    expect(await outcome(pgm('P5 16 16 255\n', new Uint8Array(255)))).toBe('IMAGE_UNREADABLE');
    expect(await outcome(pgm('P5 16 16 0\n', new Uint8Array(256)))).toBe('IMAGE_UNREADABLE');
    expect(await outcome(pgm('P5 16 x 255\n', new Uint8Array(256)))).toBe('IMAGE_UNREADABLE');
  });

  it('BMP of 24 bits runs from the bottom and states its resolution', async () => {
    const rows = Buffer.alloc(16 * 48);
    rows.set([30, 20, 10], 15 * 48);
    const header = Buffer.alloc(54);
    header.write('BM');
    header.writeUInt32LE(54, 10);
    header.writeUInt32LE(40, 14);
    header.writeInt32LE(16, 18);
    header.writeInt32LE(16, 22);
    header.writeUInt16LE(24, 28);
    header.writeInt32LE(19685, 38);
    const bytes = Buffer.concat([header, rows]);
    const frame = await decodeImage(bytes);
    expect([...frame.data.subarray(0, 3)]).toEqual([10, 20, 30]);
    expect((await decodeGrey(bytes)).dpi).toBe(500);
    expect(await outcome(bytes.subarray(0, bytes.length - 1))).toBe('IMAGE_UNREADABLE');
    expect(await outcome(bytes.subarray(0, 53))).toBe('IMAGE_UNREADABLE');
  });
});

describe('pictures that are refused', () => {
  it('a photograph of 40 megapixels, before it is decoded', async () => {
    const large = await sharp({ create: { width: 8000, height: 5000, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const start = systemClock.elapsed();
    await expect(decodeImage(large)).rejects.toThrow(/40\.0 megapixels \(8000 x 5000\); at most 24/);
    // Decoding it takes several hundred milliseconds; the margin is for a busy machine.
    expect(systemClock.elapsed() - start).toBeLessThan(100);
    expect(await outcome(large, { megapixelsMax: 40 })).toBe('1280x800');
  });

  it('nobody may configure more than 50 megapixels', async () => {
    expect(await outcome(png, { megapixelsMax: 50 })).toBe('64x48');
    expect(await outcome(png, { megapixelsMax: 50.1 })).toBe('FIELD_INVALID');
  });

  it('a text file that is named .jpg, and an empty file', async () => {
    await expect(decodeImage(Buffer.from('Not a picture at all.'))).rejects.toThrow(
      /does not begin like JPEG/,
    );
    await expect(decodeImage(new Uint8Array())).rejects.toThrow(/no bytes/);
  });

  it('a picture of one pixel; one of 16 x 16 is read', async () => {
    const one = await sharp(Buffer.from([1, 2, 3]), { raw: { width: 1, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    await expect(decodeImage(one)).rejects.toThrow(/1 x 1 pixels; each side needs at least 16/);
    expect(await outcome(await source(15, 16).png().toBuffer())).toBe('IMAGE_UNREADABLE');
    expect(await outcome(await source(16, 16).png().toBuffer())).toBe('16x16');
  });

  it('truncated JPEG and PNG', async () => {
    for (const whole of [jpeg, png]) {
      expect(await outcome(whole)).toBe('64x48');
      for (const share of [0.05, 0.5, 0.9]) {
        expect(await outcome(whole.subarray(0, Math.floor(whole.length * share)))).toBe('IMAGE_UNREADABLE');
      }
    }
  });

  it('a file of more bytes than allowed', async () => {
    expect(await outcome(png, { bytesMax: png.length })).toBe('64x48');
    expect(await outcome(png, { bytesMax: png.length - 1 })).toBe('IMAGE_TOO_LARGE');
  });

  it('whatever bytes come, the answer is a frame or an error of ours', async () => {
    const heads = [
      '',
      'BM',
      'P5 20 20 255\n',
      'P6 9 9 1 ',
      'II*\0',
      'RIFF0000WEBP',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
    ];
    const bytes = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 500 }));
    const mutated = fc.tuple(fc.constantFrom('jpeg', 'png'), fc.nat(), fc.integer({ min: 0, max: 255 }));
    const ours = /^(\d+x\d+|IMAGE_UNREADABLE|IMAGE_TOO_LARGE)$/;
    await fc.assert(
      fc.asyncProperty(bytes, async ([head, tail]) => {
        expect(await outcome(pgm(head, tail))).toMatch(ours);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(mutated, async ([kind, at, value]) => {
        const copy = Buffer.from(kind === 'jpeg' ? jpeg : png);
        copy[at % copy.length] = value;
        expect(await outcome(copy)).toMatch(ours);
      }),
      { numRuns: 150 },
    );
  });
});
