/** The pictures of the pictured people as files: how they are written and read. Needs Node (sharp). */
import sharp, { type Sharp } from 'sharp';
import { type GreyImage, RoomError } from '../../kernel/index.ts';
import type { Portrait } from './face/develop.ts';
import type { FingerMaster } from './finger/master.ts';

/** WebP with the person's mask as its alpha channel; the backdrop's colour stays beneath clear places. */
export function encodePortrait({ width, height, rgba }: Portrait): Promise<Buffer> {
  const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
  return picture
    .webp({ quality: 78, alphaQuality: 80, effort: 5, exact: true, smartSubsample: true })
    .toBuffer();
}

export async function decodePortrait(file: string): Promise<Portrait> {
  const { data, info } = await readRaw(file, (image) => image.toColourspace('srgb').ensureAlpha());
  if (info.channels !== 4) throw unreadable(file, 'colour with a mask', `${info.channels} channels`);
  return { width: info.width, height: info.height, rgba: data };
}

/** One bit an element: a master's ridges are nearly black and white already. */
export function encodeMaster({ width, height, data }: FingerMaster): Promise<Buffer> {
  const picture = sharp(data, { raw: { width, height, channels: 1 } });
  return picture.threshold(128).png({ palette: true, colours: 2, compressionLevel: 9, dither: 0 }).toBuffer();
}

/** Ridges smoothed again, since one bit an element has stairs where a finger has slopes. */
export async function decodeMaster(file: string): Promise<GreyImage> {
  const { data, info } = await readRaw(file, (image) => image.greyscale().blur(0.8).toColourspace('b-w'));
  if (info.channels !== 1) throw unreadable(file, 'grey', `${info.channels} channels`);
  return { width: info.width, height: info.height, data, dpi: 500 };
}

async function readRaw(file: string, prepare: (image: Sharp) => Sharp) {
  try {
    return await prepare(sharp(file)).raw().toBuffer({ resolveWithObject: true });
  } catch (cause) {
    throw new RoomError(
      'IMAGE_UNREADABLE',
      'A picture of a synthetic person cannot be read.',
      { field: file, expected: 'a WebP or PNG picture' },
      cause,
    );
  }
}

const unreadable = (file: string, expected: string, value: string) =>
  new RoomError('IMAGE_UNREADABLE', `${file}: ${value}, ${expected} expected.`, {
    field: file,
    expected,
    value,
  });
