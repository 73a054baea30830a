/** ISO/IEC 19794-2:2011 off-card record: each representation has its own length, device, quality and resolution. */
import { codeOfFinger, fingerPositionOf } from '../finger-position.ts';
import { byteReader, byteWriter, templateInvalid } from './bytes.ts';
import { readGeometryOf2011 } from './iso-2011-geometry.ts';
import type { FingerImpression } from './record.ts';
import { bestOf, geometryFor, positioned, readMinutiae, viewOf, writeMinutiae } from './record.ts';

export const MAGIC_2011 = [0x46, 0x4d, 0x52, 0x00, 0x30, 0x33, 0x30, 0x00] as const;
const HEADER_BYTES = 15;
const QUALITY_BLOCK_BYTES = 5;
const CERTIFICATE_BYTES = 3;
/** Length, date, technology, vendor, device. */
const BEFORE_QUALITY_BYTES = 18;

export function readIso2011(bytes: Uint8Array): FingerImpression[] {
  const reader = byteReader(bytes);
  reader.skip(MAGIC_2011.length);
  const length = reader.u32();
  if (length > bytes.length || length < HEADER_BYTES) {
    throw templateInvalid('The length field disagrees with the template.', {
      field: 'length',
      value: length,
    });
  }
  const count = reader.u16();
  const certified = reader.u8() !== 0;
  const impressions: FingerImpression[] = [];
  for (let i = 0; i < count; i++) {
    const start = reader.position();
    const size = byteReader(bytes.subarray(start)).u32();
    if (size < BEFORE_QUALITY_BYTES) {
      throw templateInvalid('A representation is shorter than its own header.', {
        field: 'representation length',
        value: size,
      });
    }
    impressions.push(readRepresentation(reader.take(size), certified));
  }
  return impressions;
}

function readRepresentation(bytes: Uint8Array, certified: boolean): FingerImpression {
  const reader = byteReader(bytes);
  reader.skip(BEFORE_QUALITY_BYTES);
  const blocks = reader.u8();
  // Of several quality blocks the first is taken; 255 says that its maker failed to measure.
  const quality = blocks === 0 ? 0 : byteReader(reader.take(blocks * QUALITY_BLOCK_BYTES)).u8();
  if (certified) reader.skip(reader.u8() * CERTIFICATE_BYTES);
  const position = fingerPositionOf(reader.u8());
  reader.skip(1);
  const geometry = readGeometryOf2011(reader);
  const field = reader.u8() >> 4;
  if (field !== 5 && field !== 6) {
    throw templateInvalid('Minutiae have neither five nor six bytes.', {
      field: 'minutia field length',
      value: field,
    });
  }
  const template = readMinutiae(reader, reader.u8(), geometry, { angleSteps: 256, hasQuality: field === 6 });
  reader.skip(reader.u16());
  return { ...positioned(position), quality: quality > 100 ? 0 : quality, template };
}

export function writeIso2011(impressions: readonly FingerImpression[]): Uint8Array {
  const body = byteWriter();
  impressions.forEach((impression, index) => {
    const representation = writeRepresentation(impression, viewOf(impressions, index));
    body.u32(representation.length + 4).bytes(representation);
  });
  const bytes = body.finish();
  const writer = byteWriter()
    .bytes(MAGIC_2011)
    .u32(HEADER_BYTES + bytes.length)
    .u16(impressions.length);
  return writer.u8(0).bytes(bytes).finish();
}

function writeRepresentation(impression: FingerImpression, view: number): Uint8Array {
  const geometry = geometryFor([impression]);
  // No date (all ones), technology, vendor and device unknown (0).
  const writer = byteWriter().bytes(new Uint8Array(9).fill(0xff)).u8(0).u16(0).u16(0);
  writer.u8(1).u8(impression.quality).u16(0).u16(0);
  writer.u8(codeOfFinger(impression.position)).u8(view & 0xf);
  // Impression type 0: live scan, plain.
  writer.u16(geometry.xPerCm).u16(geometry.yPerCm).u8(0).u16(geometry.width).u16(geometry.height);
  // Six bytes a minutia; ending type 0: bifurcation of the valley skeleton.
  writer.u8(6 << 4).u8(bestOf(impression.template).length);
  writeMinutiae(writer, impression.template, geometry, { angleSteps: 256, hasQuality: true });
  return writer.u16(0).finish();
}
