/** Templates of fingers and faces: the interchange formats, our stored forms, and the envelope around them. */
import { crc32 } from 'node:zlib';
import {
  decodeFingerTemplate,
  decodeImpressions,
  decodeTemplate,
  encodeFingerTemplate,
  encodeImpressions,
  encodeTemplate,
  type FingerTemplate,
  prepareFinger,
  readFingerRecord,
  storedFace,
  writeFingerRecord,
} from '../../../src/biometrics/index.ts';
import { seededRandom } from '../../../src/kernel/index.ts';
import { mutateBytes } from '../mutate.ts';
import { type FuzzParser, subjectOfBytes } from '../parser.ts';

const INPUTS = 20_000;

function sampleTemplate(): FingerTemplate {
  const random = seededRandom(2);
  const [width, height] = [300, 400];
  const minutiae = Array.from({ length: 12 }, (_, i) => ({
    x: random.int(0, width - 1),
    y: random.int(0, height - 1),
    direction: random.between(0, 2 * Math.PI),
    type: i % 2 === 0 ? ('ending' as const) : ('bifurcation' as const),
    quality: random.int(1, 100),
  }));
  const orientation = Uint8Array.from({ length: 19 * 25 }, () => random.int(0, 255));
  return { width, height, dpi: 500, minutiae, flow: { columns: 19, rows: 25, stepPx: 16, orientation } };
}

function ofBytes(name: string, sample: () => Uint8Array, read: (bytes: Uint8Array) => unknown): FuzzParser {
  return {
    name,
    inputsInTests: INPUTS,
    codes: ['TEMPLATE_INVALID'],
    open() {
      const good = sample();
      return subjectOfBytes((random) => mutateBytes(random, good), read);
    },
  };
}

/** What was accepted is used, too: the matcher must bear whatever a reader lets through. */
function readRecord(bytes: Uint8Array): void {
  for (const { template } of readFingerRecord(bytes).impressions)
    if (bytes.length % 8 === 0) prepareFinger(template);
}

const record = (format: 'iso-2005' | 'iso-2011' | 'ansi-2004') =>
  ofBytes(
    `finger-${format}`,
    () => {
      const template = sampleTemplate();
      const impression = { template, quality: 70, position: 'right-index' } as const;
      return writeFingerRecord([impression, { template, quality: 30 }], format);
    },
    readRecord,
  );

/** The checksum is mended after each change, so that what lies behind it is reached. */
function resealed(parser: FuzzParser): FuzzParser {
  return {
    ...parser,
    async open() {
      const subject = await parser.open();
      return {
        ...subject,
        async make(random) {
          const bytes = Uint8Array.from((await subject.make(random)) as Uint8Array);
          if (bytes.length < 4 || random.chance(0.1)) return bytes;
          const view = new DataView(bytes.buffer);
          view.setUint32(bytes.length - 4, crc32(bytes.subarray(0, -4)), true);
          return bytes;
        },
      };
    },
  };
}

const stored = { extractor: 'kouan-minutiae-1', position: 2 } as const;

export const TEMPLATE_PARSERS: readonly FuzzParser[] = [
  record('iso-2005'),
  record('iso-2011'),
  record('ansi-2004'),
  ofBytes(
    'finger-stored',
    () => encodeFingerTemplate(sampleTemplate()),
    (bytes) => {
      const template = decodeFingerTemplate(bytes);
      if (bytes.length % 8 === 0) prepareFinger(template);
    },
  ),
  resealed(
    ofBytes(
      'finger-impressions',
      () => {
        const impression = encodeFingerTemplate({ ...sampleTemplate(), minutiae: [] });
        return encodeImpressions({ ...stored, impressions: [impression, Uint8Array.of(1, 2, 3)] });
      },
      decodeImpressions,
    ),
  ),
  resealed(
    ofBytes(
      'template-envelope',
      () => {
        const features = new Float32Array(16).fill(0.25);
        return encodeTemplate(storedFace({ model: 'ab'.repeat(32), dims: 16, frames: 3, features }));
      },
      decodeTemplate,
    ),
  ),
];
