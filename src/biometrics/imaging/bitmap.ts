/** Uncompressed Windows bitmaps (BMP): 8 bits with a palette, 24 and 32 bits. Scanners of fingers write them. */
import { unreadable } from './formats.ts';
import type { Raster, RasterFile } from './raster.ts';

const FILE_HEADER = 14;
const INFO_HEADER_MIN = 40;
const INCHES_PER_METRE = 39.3701;
/** BI_RGB, and BI_BITFIELDS as 32-bit files declare it for the usual order of colours. */
const UNCOMPRESSED = [0, 3];
const BITS = [8, 24, 32];

interface BitmapHeader {
  readonly width: number;
  /** Rows run from the bottom unless the file says otherwise. */
  readonly fromTop: boolean;
  readonly height: number;
  readonly bits: number;
  readonly pixelsAt: number;
  readonly paletteAt: number;
  readonly dpi: number;
}

/** @throws RoomError IMAGE_UNREADABLE */
export function readBitmap(bytes: Uint8Array): RasterFile {
  const header = readHeader(bytes);
  const { width, height, dpi } = header;
  return { width, height, ...(dpi > 0 ? { dpi } : {}), pixels: () => pixelsOf(bytes, header) };
}

function readHeader(bytes: Uint8Array): BitmapHeader {
  if (bytes.length < FILE_HEADER + INFO_HEADER_MIN) throw unreadable('The BMP breaks off within its header.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signedHeight = view.getInt32(22, true);
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  if (!BITS.includes(bits) || !UNCOMPRESSED.includes(compression)) {
    throw unreadable('Of BMP only uncompressed 8, 24 and 32 bit files are read.');
  }
  const width = view.getInt32(18, true);
  if (width < 1 || signedHeight === 0) throw unreadable('The BMP says that it has no pixels.');
  return {
    width,
    height: Math.abs(signedHeight),
    fromTop: signedHeight < 0,
    bits,
    pixelsAt: view.getUint32(10, true),
    paletteAt: FILE_HEADER + view.getUint32(14, true),
    dpi: Math.round(view.getInt32(38, true) / INCHES_PER_METRE),
  };
}

function pixelsOf(bytes: Uint8Array, header: BitmapHeader): Raster {
  const { width, height, bits, pixelsAt, paletteAt, fromTop } = header;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (bytes.length < pixelsAt + rowBytes * height)
    throw unreadable('The BMP breaks off before its last row.');
  if (bits === 8 && paletteAt >= pixelsAt) throw unreadable('The BMP has 8 bits a pixel but no palette.');
  const data = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const row = pixelsAt + rowBytes * (fromTop ? y : height - 1 - y);
    for (let x = 0; x < width; x++) {
      const at = bits === 8 ? paletteAt + 4 * bytes[row + x]! : row + (x * bits) / 8;
      data[to++] = bytes[at + 2]!;
      data[to++] = bytes[at + 1]!;
      data[to++] = bytes[at]!;
    }
  }
  return { width, height, channels: 3, data };
}
