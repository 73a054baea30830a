/** ISO/IEC 19794-2:2005, record format (clause 7): one header, then finger views with six bytes a minutia. */
import { codeOfFinger, fingerPositionOf } from '../finger-position.ts';
import { type ByteReader, byteReader, byteWriter, templateInvalid } from './bytes.ts';
import type { FingerImpression, Geometry, MinutiaLayout } from './record.ts';
import {
  assertGeometry,
  bestOf,
  geometryFor,
  positioned,
  readMinutiae,
  viewOf,
  writeMinutiae,
} from './record.ts';

export const MAGIC_2005 = [0x46, 0x4d, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00] as const;
/** Angles in steps of 360/256 degrees. */
const LAYOUT = { angleSteps: 256, hasQuality: true } as const;
const HEADER_BYTES = 24;

export function readIso2005(bytes: Uint8Array): FingerImpression[] {
  const reader = byteReader(bytes);
  reader.skip(MAGIC_2005.length);
  const length = reader.u32();
  if (length > bytes.length || length < HEADER_BYTES) {
    throw templateInvalid('The length field disagrees with the template.', {
      field: 'length',
      value: length,
    });
  }
  reader.skip(2);
  const geometry = readGeometry(reader);
  const views = reader.u8();
  reader.skip(1);
  return Array.from({ length: views }, () => readView(reader, geometry, LAYOUT));
}

export function readGeometry(reader: ByteReader): Geometry {
  const width = reader.u16();
  const height = reader.u16();
  return assertGeometry({ width, height, xPerCm: reader.u16(), yPerCm: reader.u16() });
}

/** A finger view, the same in this format and in ANSI INCITS 378-2004 but for the step of angles. */
export function readView(reader: ByteReader, geometry: Geometry, layout: MinutiaLayout): FingerImpression {
  const position = fingerPositionOf(reader.u8());
  reader.skip(1);
  const quality = Math.min(100, reader.u8());
  const template = readMinutiae(reader, reader.u8(), geometry, layout);
  reader.skip(reader.u16());
  return { ...positioned(position), quality, template };
}

export function writeIso2005(impressions: readonly FingerImpression[]): Uint8Array {
  const geometry = geometryFor(impressions);
  const views = writeViews(impressions, geometry, LAYOUT);
  const writer = byteWriter()
    .bytes(MAGIC_2005)
    .u32(HEADER_BYTES + views.length)
    .u16(0);
  writer.u16(geometry.width).u16(geometry.height).u16(geometry.xPerCm).u16(geometry.yPerCm);
  return writer.u8(impressions.length).u8(0).bytes(views).finish();
}

export function writeViews(
  impressions: readonly FingerImpression[],
  geometry: Geometry,
  layout: MinutiaLayout,
): Uint8Array {
  const writer = byteWriter();
  impressions.forEach((impression, index) => {
    writer.u8(codeOfFinger(impression.position));
    // Impression type 0: live scan, plain.
    writer.u8((viewOf(impressions, index) & 0xf) << 4).u8(impression.quality);
    writer.u8(bestOf(impression.template).length);
    writeMinutiae(writer, impression.template, geometry, layout);
    writer.u16(0);
  });
  return writer.finish();
}
