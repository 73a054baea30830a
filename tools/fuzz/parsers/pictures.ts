/** Decoders of picture files, each from a small picture of its format. */
import sharp from 'sharp';
import { readBitmap } from '../../../src/biometrics/imaging/bitmap.ts';
import { assertSize, DEFAULT_LIMITS } from '../../../src/biometrics/imaging/limits.ts';
import { readPortableMap } from '../../../src/biometrics/imaging/portable-map.ts';
import { decodeGrey, decodeImage } from '../../../src/biometrics/node.ts';
import { type Random, seededRandom } from '../../../src/kernel/index.ts';
import { mutateBytes } from '../mutate.ts';
import { type FuzzParser, subjectOfBytes } from '../parser.ts';

const SIDE = 24;
/** Where the fields are that say how large a picture is: changed more often than its pixels. */
const HEADER_BYTES = 64;

type Encode = (pixels: Uint8Array) => Promise<Uint8Array> | Uint8Array;

const source = (pixels: Uint8Array) => sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 1 } });

function bitmap(pixels: Uint8Array): Uint8Array {
  const pixelsAt = 54 + 4 * 256;
  const bytes = new Uint8Array(pixelsAt + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, pixelsAt, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, SIDE, true);
  view.setInt32(22, SIDE, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setInt32(38, 19_685, true);
  for (let i = 0; i < 256; i++) bytes.fill(i, 54 + 4 * i, 57 + 4 * i);
  bytes.set(pixels, pixelsAt);
  return bytes;
}

const portableMap = (pixels: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n# a finger\n${SIDE} ${SIDE}\n255\n`), pixels]);

type Decode = (bytes: Uint8Array) => unknown;

/** A picture of 24 megapixels, which operators may send, rightly takes longer than a hang is allowed to. */
const LIMITS = { ...DEFAULT_LIMITS, megapixelsMax: 1 };

/** The whole way of a picture, grey as for fingers or in colour as for faces. */
const decode: Decode = (bytes) =>
  bytes.length % 2 === 0 ? decodeGrey(bytes, LIMITS) : decodeImage(bytes, LIMITS);

/** Our own decoder alone, as the whole way calls it: the size is judged before a pixel is read. */
const alone =
  (read: typeof readBitmap): Decode =>
  (bytes) => {
    const file = read(bytes);
    assertSize(file, LIMITS);
    return file.pixels();
  };

interface PictureCase {
  readonly encode: Encode;
  readonly decode: Decode;
  readonly inputsInTests: number;
}

const whole = (encode: Encode): PictureCase => ({ encode, decode, inputsInTests: 400 });

const CASES: Readonly<Record<string, PictureCase>> = {
  'bmp-reader': { encode: bitmap, decode: alone(readBitmap), inputsInTests: 20_000 },
  'pgm-reader': { encode: portableMap, decode: alone(readPortableMap), inputsInTests: 20_000 },
  'picture-bmp': whole(bitmap),
  'picture-pgm': whole(portableMap),
  'picture-png': whole((pixels) => source(pixels).png().toBuffer()),
  'picture-jpeg': whole((pixels) => source(pixels).jpeg().toBuffer()),
  'picture-tiff': whole((pixels) => source(pixels).tiff({ compression: 'lzw' }).toBuffer()),
  'picture-webp': whole((pixels) => source(pixels).webp().toBuffer()),
};

/** Half of the inputs have their header changed, the others any byte. */
function mutatePicture(random: Random, sample: Uint8Array): Uint8Array {
  if (random.chance(0.5)) return mutateBytes(random, sample);
  const header = mutateBytes(random, sample.subarray(0, HEADER_BYTES));
  return Buffer.concat([header, sample.subarray(HEADER_BYTES)]);
}

export const PICTURE_PARSERS: readonly FuzzParser[] = Object.entries(CASES).map(
  ([name, { encode, decode: read, inputsInTests }]) => ({
    name,
    inputsInTests,
    codes: ['IMAGE_UNREADABLE', 'IMAGE_TOO_LARGE'],
    async open() {
      const random = seededRandom(1);
      const sample = await encode(Uint8Array.from({ length: SIDE * SIDE }, () => random.int(0, 255)));
      return subjectOfBytes((chance) => mutatePicture(chance, sample), read);
    },
  }),
);
