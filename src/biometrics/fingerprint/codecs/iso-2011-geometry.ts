import type { ByteReader } from './bytes.ts';
import { assertGeometry, type Geometry } from './record.ts';

/** In the edition of 2011 resolution comes first, then the impression type, then the size. */
export function readGeometryOf2011(reader: ByteReader): Geometry {
  const xPerCm = reader.u16();
  const yPerCm = reader.u16();
  reader.skip(1);
  const width = reader.u16();
  return assertGeometry({ width, height: reader.u16(), xPerCm, yPerCm });
}
