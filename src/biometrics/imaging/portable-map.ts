/** Binary PGM (P5) and PPM (P6) of the Netpbm family, 8 or 16 bits a sample. */
import { unreadable } from './formats.ts';
import type { Raster, RasterFile } from './raster.ts';

const HEADER_BYTES_MAX = 512;
const HEADER = /^P([56])(?:\s+#[^\n]*)*\s+(\d{1,7})(?:\s+#[^\n]*)*\s+(\d{1,7})(?:\s+#[^\n]*)*\s+(\d{1,5})\s/;

/** @throws RoomError IMAGE_UNREADABLE */
export function readPortableMap(bytes: Uint8Array): RasterFile {
  const head = Buffer.from(bytes.subarray(0, HEADER_BYTES_MAX)).toString('latin1');
  const match = HEADER.exec(head);
  if (!match)
    throw unreadable('The PGM header is damaged: after P5 or P6 come width, height and the largest value.');
  const [width = 0, height = 0, largest = 0] = match.slice(2).map(Number);
  if (largest < 1 || largest > 65535)
    throw unreadable(`The PGM says its largest value is ${largest}, not 1 to 65535.`);
  const channels = match[1] === '5' ? 1 : 3;
  const body = bytes.subarray(match[0].length);
  return { width, height, pixels: () => samplesOf(body, { width, height, channels, largest }) };
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly largest: number;
}

function samplesOf(body: Uint8Array, { width, height, channels, largest }: Layout): Raster {
  const count = width * height * channels;
  const sampleBytes = largest > 255 ? 2 : 1;
  if (body.length < count * sampleBytes) throw unreadable('The PGM breaks off before its last row.');
  if (largest === 255) return { width, height, channels, data: body.subarray(0, count) };
  const data = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const sample = sampleBytes === 1 ? body[i]! : body[2 * i]! * 256 + body[2 * i + 1]!;
    data[i] = Math.min(255, Math.round((sample * 255) / largest));
  }
  return { width, height, channels, data };
}
