/** ANSI INCITS 378-2004: the elder of ISO/IEC 19794-2:2005; another length field, an owner, angles in steps of 2°. */
import { byteReader, byteWriter, templateInvalid } from './bytes.ts';
import { MAGIC_2005, readGeometry, readView, writeViews } from './iso-2005.ts';
import { type FingerImpression, geometryFor } from './record.ts';

const LAYOUT = { angleSteps: 180, hasQuality: true } as const;
const HEADER_BYTES = 26;
/** CBEFF product owner "unknown": the field must not be 0. */
const OWNER_UNKNOWN = 0x0103;

/** Both formats begin alike; a two-byte length that is not 0 is ANSI's (in ISO's four bytes the first two are 0). */
export function looksAnsi2004(bytes: Uint8Array): boolean {
  const reader = byteReader(bytes);
  reader.skip(MAGIC_2005.length);
  const short = reader.u16();
  return short >= HEADER_BYTES || (short === 0 && reader.u16() < 24);
}

export function readAnsi2004(bytes: Uint8Array): FingerImpression[] {
  const reader = byteReader(bytes);
  reader.skip(MAGIC_2005.length);
  const short = reader.u16();
  const length = short === 0 ? reader.u32() : short;
  if (length > bytes.length || length < HEADER_BYTES) {
    throw templateInvalid('The length field disagrees with the template.', {
      field: 'length',
      value: length,
    });
  }
  reader.skip(6);
  const geometry = readGeometry(reader);
  const views = reader.u8();
  reader.skip(1);
  return Array.from({ length: views }, () => readView(reader, geometry, LAYOUT));
}

export function writeAnsi2004(impressions: readonly FingerImpression[]): Uint8Array {
  const geometry = geometryFor(impressions);
  const views = writeViews(impressions, geometry, LAYOUT);
  const short = HEADER_BYTES + views.length;
  const writer = byteWriter().bytes(MAGIC_2005);
  if (short < 0x10000) writer.u16(short);
  else writer.u16(0).u32(short + 4);
  writer.u16(OWNER_UNKNOWN).u16(0).u16(0);
  writer.u16(geometry.width).u16(geometry.height).u16(geometry.xPerCm).u16(geometry.yPerCm);
  return writer.u8(impressions.length).u8(0).bytes(views).finish();
}
