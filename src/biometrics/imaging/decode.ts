/** Picture files → frames. The header is judged before anything is decoded. */
import sharp, { type Sharp } from 'sharp';
import { type Frame, type GreyImage, toGrey } from '../../kernel/index.ts';
import { readBitmap } from './bitmap.ts';
import { formatOf, type ImageFormat, unreadable } from './formats.ts';
import { assertBytes, assertSize, type ImageLimits, type ImageSize, withDefaults } from './limits.ts';
import { readPortableMap } from './portable-map.ts';
import type { RasterFile } from './raster.ts';

// Lanes work side by side: one thread a picture keeps the time of each predictable, no cache keeps faces out of memory.
sharp.concurrency(1);
sharp.cache(false);

const BACKGROUND = { r: 128, g: 128, b: 128 };

/**
 * Any supported picture as RGB, upright (EXIF orientation is carried out), at most `framePxMax` on its longer side.
 * @throws RoomError IMAGE_UNREADABLE, IMAGE_TOO_LARGE
 */
export async function decodeImage(bytes: Uint8Array, limits: Partial<ImageLimits> = {}): Promise<Frame> {
  const complete = withDefaults(limits);
  const { source } = await openImage(bytes, complete);
  const side = complete.framePxMax;
  return toFrame(source.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }));
}

/** A picture of a finger: grey, at its own size, for its resolution matters; `dpi` where the file states it. */
export async function decodeGrey(bytes: Uint8Array, limits: Partial<ImageLimits> = {}): Promise<GreyImage> {
  const { source, dpi } = await openImage(bytes, withDefaults(limits));
  const grey = toGrey(await toFrame(source));
  return dpi === undefined ? grey : { ...grey, dpi };
}

interface OpenImage {
  readonly source: Sharp;
  readonly dpi?: number;
}

async function openImage(bytes: Uint8Array, limits: ImageLimits): Promise<OpenImage> {
  assertBytes(bytes, limits);
  const format = formatOf(bytes);
  if (format === 'bmp') return openRaster(readBitmap(bytes), limits);
  if (format === 'pnm') return openRaster(readPortableMap(bytes), limits);
  return openCompressed(bytes, format, limits);
}

function openRaster(file: RasterFile, limits: ImageLimits): OpenImage {
  assertSize(file, limits);
  const { data, width, height, channels } = file.pixels();
  const source = sharp(data, { raw: { width, height, channels } });
  return file.dpi === undefined ? { source } : { source, dpi: file.dpi };
}

async function openCompressed(
  bytes: Uint8Array,
  format: ImageFormat,
  limits: ImageLimits,
): Promise<OpenImage> {
  const header = await headerOf(bytes, format);
  assertSize(header, limits);
  // `error` refuses truncated and damaged files, but not those with harmless oddities.
  const limitInputPixels = limits.megapixelsMax * 1e6;
  const source = sharp(bytes, { failOn: 'error', limitInputPixels, pages: 1 }).autoOrient();
  return header.dpi === undefined ? { source } : { source, dpi: header.dpi };
}

async function headerOf(bytes: Uint8Array, format: ImageFormat): Promise<ImageSize & { dpi?: number }> {
  try {
    // Without a limit here, so that a large picture is told apart from a damaged one; no pixel is decoded.
    const { width, height, density } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return { width, height, ...(density ? { dpi: density } : {}) };
  } catch (cause) {
    throw unreadable(`The ${format.toUpperCase()} header is damaged or breaks off.`, cause);
  }
}

async function toFrame(source: Sharp): Promise<Frame> {
  const { data, info } = await rawPixels(source);
  const { width, height } = info;
  if (info.channels === 3) return { width, height, data };
  // Grey pictures stay on one channel whatever colour space is asked for.
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.fill(data[i * info.channels]!, 3 * i, 3 * i + 3);
  return { width, height, data: rgb };
}

async function rawPixels(source: Sharp) {
  try {
    return await source
      .flatten({ background: BACKGROUND })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw unreadable('The picture is damaged or breaks off: its pixels could not be read to the end.', cause);
  }
}
