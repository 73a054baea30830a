/** A file with a picture of a finger → grey pixels with their resolution. */
import { decodeGrey } from '../../biometrics/node.ts';
import { fieldInvalid, type GreyImage, RoomError, toGrey } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';

/** Bare pixels as many readers hand them out: rows from the top, one byte a pixel (grey) or three (red, green, blue). */
export interface RawForm {
  readonly width: number;
  readonly height: number;
  /** Pixels an inch. */
  readonly dpi?: number;
}

export interface PictureOptions {
  /** What files without a known picture format hold. */
  readonly raw?: RawForm;
  /** Resolution that overrules what files state of themselves, pixels an inch. */
  readonly dpi?: number;
}

/** As large as the pictures that the decoders of known formats let through. */
const SIDE_PX_MAX = 16_384;
const PIXELS_MAX = 24_000_000;
const [DPI_MIN, DPI_MAX] = [100, 4000];
const RAW_FORM = /^(\d{1,5})x(\d{1,5})(?:@(\d{1,5}(?:\.\d{1,3})?))?$/;

export const FINGER_PICTURE_OPTIONS = {
  raw: {
    takes: 'one',
    value: 'WxH[@DPI]',
    help: 'files of bare pixels, 1 or 3 bytes each, such as 388x374@500',
  },
  dpi: {
    takes: 'one',
    value: 'N',
    help: 'resolution of the reader, where files state none or a wrong one (else 500)',
  },
} as const;

export function readPictureOptions(args: Arguments): PictureOptions {
  const raw = args.one('raw');
  const dpi = args.one('dpi');
  return {
    ...(raw !== undefined && { raw: parseRawForm(raw) }),
    ...(dpi !== undefined && { dpi: checkDpi('--dpi', args.number('dpi', 0)) }),
  };
}

/** `388x374@500`; the resolution may be left out. @throws RoomError FIELD_INVALID */
export function parseRawForm(text: string): RawForm {
  const match = RAW_FORM.exec(text);
  if (!match)
    throw fieldInvalid('--raw', text, 'width x height and pixels an inch, such as 388x374@500 or 388x374');
  const [width, height] = [Number(match[1]), Number(match[2])];
  const isInRange = Math.min(width, height) >= 1 && Math.max(width, height) <= SIDE_PX_MAX;
  if (!isInRange || width * height > PIXELS_MAX)
    throw fieldInvalid(
      '--raw',
      text,
      `sides of 1 to ${SIDE_PX_MAX} pixels, ${PIXELS_MAX / 1e6} million in all`,
    );
  return { width, height, ...(match[3] !== undefined && { dpi: checkDpi('--raw', Number(match[3])) }) };
}

function checkDpi(field: string, dpi: number): number {
  if (dpi >= DPI_MIN && dpi <= DPI_MAX) return dpi;
  throw fieldInvalid(field, dpi, `${DPI_MIN} to ${DPI_MAX} pixels an inch`);
}

/**
 * Bare pixels are told by their number, every other picture by its first bytes.
 * @throws RoomError IMAGE_UNREADABLE, IMAGE_TOO_LARGE
 */
export async function decodeFingerPicture(
  bytes: Uint8Array,
  { raw, dpi }: PictureOptions,
): Promise<GreyImage> {
  const image = (raw && bareGrey(bytes, raw)) ?? (await decodeOrTell(bytes, raw));
  return dpi === undefined ? image : { ...image, dpi };
}

function bareGrey(data: Uint8Array, { width, height, dpi }: RawForm): GreyImage | undefined {
  const resolution = dpi === undefined ? {} : { dpi };
  if (data.length === width * height) return { width, height, data, ...resolution };
  if (data.length === 3 * width * height) return { ...toGrey({ width, height, data }), ...resolution };
  return undefined;
}

async function decodeOrTell(bytes: Uint8Array, raw: RawForm | undefined): Promise<GreyImage> {
  try {
    return await decodeGrey(bytes);
  } catch (error) {
    if (!(error instanceof RoomError) || error.code !== 'IMAGE_UNREADABLE') throw error;
    const hint = raw
      ? ` It has ${bytes.length} bytes, not the ${raw.width * raw.height} of bare grey pixels or three times as many.`
      : ' Bare pixels need --raw WIDTHxHEIGHT@DPI.';
    throw new RoomError(error.code, error.message + hint, error.facts, error);
  }
}
