import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoomError } from '../../../kernel/index.ts';
import { FINGER_POSITIONS } from '../finger-position.ts';
import type { FingerTemplate, Minutia } from '../template.ts';
import { type FingerFormat, readFingerRecord, writeFingerRecord } from './formats.ts';
import type { FingerImpression } from './record.ts';
import { decodeFingerTemplate, encodeFingerTemplate } from './stored.ts';

const FORMATS: readonly { format: FingerFormat; angleSteps: number }[] = [
  { format: 'iso-2005', angleSteps: 256 },
  { format: 'iso-2011', angleSteps: 256 },
  { format: 'ansi-2004', angleSteps: 180 },
];

/** Minutiae as a format with these angle steps can hold them exactly. */
const minutiae = (angleSteps: number): fc.Arbitrary<Minutia[]> =>
  fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 299 }),
      y: fc.integer({ min: 0, max: 399 }),
      direction: fc.integer({ min: 0, max: angleSteps - 1 }).map((step) => (step / angleSteps) * 2 * Math.PI),
      type: fc.constantFrom('ending' as const, 'bifurcation' as const),
      quality: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 60 },
  );

const impression = (angleSteps: number): fc.Arbitrary<FingerImpression> =>
  fc.record({
    position: fc.constantFrom(...FINGER_POSITIONS),
    quality: fc.integer({ min: 0, max: 100 }),
    template: minutiae(angleSteps).map((found) => ({ width: 300, height: 400, dpi: 500, minutiae: found })),
  });

/** One ridge ending at (100, 50), pointing 90° against the clock (up), quality 80, of a right index finger. */
const UPWARDS: FingerImpression = {
  position: 'right-index',
  quality: 77,
  template: {
    width: 300,
    height: 400,
    dpi: 500,
    minutiae: [{ x: 100, y: 50, direction: (3 * Math.PI) / 2, type: 'ending', quality: 80 }],
  },
};

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'read';
  } catch (error) {
    return isRoomError(error) ? error.code : `uncaught ${String(error)}`;
  }
}

describe('interchange records', () => {
  it('writes ISO/IEC 19794-2:2005 byte for byte', () => {
    const header = '464d520020323000' + '00000024' + '0000' + '012c0190' + '00c500c5' + '0100';
    const view = '02004d01' + '40640032' + '4050' + '0000';
    expect(hex(writeFingerRecord([UPWARDS], 'iso-2005'))).toBe(header + view);
  });

  it('writes ANSI INCITS 378-2004 byte for byte, 90° being 45 steps', () => {
    const header = '464d520020323000' + '0026' + '01030000' + '0000' + '012c0190' + '00c500c5' + '0100';
    const view = '02004d01' + '40640032' + '2d50' + '0000';
    expect(hex(writeFingerRecord([UPWARDS], 'ansi-2004'))).toBe(header + view);
  });

  it('writes ISO/IEC 19794-2:2011 byte for byte', () => {
    const header = '464d520030333000' + '0000003c' + '0001' + '00';
    const device = '0000002d' + 'ffffffffffffffffff' + '00' + '0000' + '0000' + '014d00000000';
    const view = '0200' + '00c500c5' + '00' + '012c0190' + '60' + '01' + '40640032' + '4050' + '0000';
    expect(hex(writeFingerRecord([UPWARDS], 'iso-2011'))).toBe(header + device + view);
  });

  for (const { format, angleSteps } of FORMATS) {
    it(`gives back what was written as ${format}`, () => {
      fc.assert(
        fc.property(fc.array(impression(angleSteps), { minLength: 1, maxLength: 3 }), (impressions) => {
          const record = readFingerRecord(writeFingerRecord(impressions, format));
          expect(record.format).toBe(format);
          expect(record.impressions.map(({ position, quality }) => ({ position, quality }))).toEqual(
            impressions.map(({ position, quality }) => ({ position, quality })),
          );
          for (const [i, read] of record.impressions.entries())
            expectAlike(read.template, impressions[i]!.template);
        }),
        { numRuns: 60 },
      );
    });

    it(`answers corrupt ${format} bytes with TEMPLATE_INVALID or a reading, never with another error`, () => {
      const written = fc.array(impression(angleSteps), { minLength: 1, maxLength: 2 });
      fc.assert(
        fc.property(written, corruption, (impressions, corrupt) => {
          const bytes = corrupt(writeFingerRecord(impressions, format));
          expect(['read', 'TEMPLATE_INVALID']).toContain(codeOf(() => readFingerRecord(bytes)));
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('brings a record of 197 x 394 pixels a centimetre to one resolution', () => {
    const bytes = writeFingerRecord([UPWARDS], 'iso-2005');
    bytes[20] = 0x01;
    bytes[21] = 0x8a;
    const { template } = readFingerRecord(bytes).impressions[0]!;
    expect(template).toMatchObject({ width: 300, height: 200, dpi: 500 });
    expect(template.minutiae[0]).toMatchObject({ x: 100, y: 25 });
  });

  it('refuses a minutia outside its picture, and takes one on its last pixel', () => {
    const bytes = writeFingerRecord([UPWARDS], 'iso-2005');
    const withX = (x: number) =>
      Uint8Array.from(bytes)
        .fill(0x40 | (x >> 8), 28, 29)
        .fill(x & 0xff, 29, 30);
    expect(codeOf(() => readFingerRecord(withX(299)))).toBe('read');
    expect(codeOf(() => readFingerRecord(withX(300)))).toBe('TEMPLATE_INVALID');
  });

  it('refuses a picture longer than 20 cm, and takes one of 20 cm', () => {
    const bytes = writeFingerRecord([UPWARDS], 'iso-2005');
    const withWidth = (width: number) =>
      Uint8Array.from(bytes)
        .fill(width >> 8, 14, 15)
        .fill(width & 0xff, 15, 16);
    expect(codeOf(() => readFingerRecord(withWidth(20 * 197)))).toBe('read');
    expect(codeOf(() => readFingerRecord(withWidth(20 * 197 + 1)))).toBe('TEMPLATE_INVALID');
  });

  it('refuses to write a record without impressions', () => {
    expect(codeOf(() => writeFingerRecord([], 'iso-2005'))).toBe('TEMPLATE_INVALID');
  });

  it('refuses foreign bytes by their first field', () => {
    expect(codeOf(() => readFingerRecord(new TextEncoder().encode('FIR\u0000 20\u0000')))).toBe(
      'TEMPLATE_INVALID',
    );
    expect(codeOf(() => readFingerRecord(new Uint8Array(0)))).toBe('TEMPLATE_INVALID');
  });
});

describe('stored form', () => {
  const flow = fc
    .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 9 }) })
    .chain(({ columns, rows }) =>
      fc.uint8Array({ minLength: columns * rows, maxLength: columns * rows }).map((orientation) => ({
        columns,
        rows,
        stepPx: 16,
        orientation,
      })),
    );
  const template: fc.Arbitrary<FingerTemplate> = fc
    .tuple(minutiae(65_536), fc.option(flow, { nil: undefined }))
    .map(([found, field]) => ({
      width: 300,
      height: 400,
      dpi: 500,
      minutiae: found,
      ...(field ? { flow: field } : {}),
    }));

  it('gives back what was stored', () => {
    fc.assert(
      fc.property(template, (stored) => {
        const loaded = decodeFingerTemplate(encodeFingerTemplate(stored));
        expectAlike(loaded, stored);
        expect(loaded.flow).toEqual(stored.flow);
      }),
      { numRuns: 100 },
    );
  });

  it('answers corrupt bytes with TEMPLATE_INVALID or a reading, never with another error', () => {
    fc.assert(
      fc.property(template, corruption, (stored, corrupt) => {
        const bytes = corrupt(encodeFingerTemplate(stored));
        expect(['read', 'TEMPLATE_INVALID']).toContain(codeOf(() => decodeFingerTemplate(bytes)));
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses a version it does not know, and bytes left over', () => {
    const bytes = encodeFingerTemplate({ width: 300, height: 400, dpi: 500, minutiae: [] });
    expect(codeOf(() => decodeFingerTemplate(bytes))).toBe('read');
    expect(codeOf(() => decodeFingerTemplate(Uint8Array.from(bytes).fill(2, 3, 4)))).toBe('TEMPLATE_INVALID');
    expect(codeOf(() => decodeFingerTemplate(Uint8Array.from([...bytes, 0])))).toBe('TEMPLATE_INVALID');
  });

  it('refuses to store more minutiae than its count can say', () => {
    const one: Minutia = { x: 1, y: 1, direction: 0, type: 'ending', quality: 50 };
    const many = (count: number) => ({
      width: 300,
      height: 400,
      dpi: 500,
      minutiae: new Array<Minutia>(count).fill(one),
    });
    expect(codeOf(() => encodeFingerTemplate(many(255)))).toBe('read');
    expect(codeOf(() => encodeFingerTemplate(many(256)))).toBe('TEMPLATE_INVALID');
  });
});

/** Cuts, flips and overwrites: what disks, wires and forgers do. */
const corruption: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .record({
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    isCut: fc.boolean(),
    writes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
  })
  .map(({ cut, isCut, writes }) => (bytes: Uint8Array) => {
    const out = Uint8Array.from(isCut ? bytes.subarray(0, Math.floor(cut * bytes.length)) : bytes);
    // Half of the writes go to the first bytes, where headers and lengths are.
    for (const [at, value] of writes)
      if (out.length > 0) out[at % (at % 2 ? out.length : Math.min(out.length, 48))] = value;
    return out;
  });

function expectAlike(read: FingerTemplate, written: FingerTemplate): void {
  const rounded = (template: FingerTemplate) =>
    template.minutiae.map((m) => ({ ...m, direction: Math.round((m.direction * 1e4) % 62_831.9) }));
  expect({ ...read, flow: undefined, minutiae: rounded(read) }).toMatchObject({
    width: written.width,
    height: written.height,
    dpi: written.dpi,
    minutiae: rounded(written),
  });
}
