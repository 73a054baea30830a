/** How large a picture may be. Checked on its header, before a single pixel is decoded. */
import { fieldInvalid, RoomError } from '../../kernel/index.ts';
import { unreadable } from './formats.ts';

export interface ImageLimits {
  /** Pixels of the file, in millions; at most 50. */
  readonly megapixelsMax: number;
  /** Shorter side of the file in pixels. */
  readonly sidePxMin: number;
  /** Longer side of the frame that comes out; larger pictures are made smaller. */
  readonly framePxMax: number;
  readonly bytesMax: number;
}

/** 24 megapixels admit what today's telephones take by default; 1280 pixels are what the face engine profits from. */
export const DEFAULT_LIMITS: ImageLimits = {
  megapixelsMax: 24,
  sidePxMin: 16,
  framePxMax: 1280,
  bytesMax: 32 * 1024 * 1024,
};

/** Above this a picture costs seconds and hundreds of megabytes, whatever is configured. */
const MEGAPIXELS_CEILING = 50;

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export function withDefaults(limits: Partial<ImageLimits>): ImageLimits {
  const complete = { ...DEFAULT_LIMITS, ...limits };
  if (!(complete.megapixelsMax > 0 && complete.megapixelsMax <= MEGAPIXELS_CEILING)) {
    throw fieldInvalid(
      'megapixelsMax',
      complete.megapixelsMax,
      `more than 0 and at most ${MEGAPIXELS_CEILING}`,
    );
  }
  return complete;
}

export function assertBytes(bytes: Uint8Array, { bytesMax }: ImageLimits): void {
  if (bytes.length <= bytesMax) return;
  const [held, allowed] = [bytes.length, bytesMax].map((count) => (count / 1048576).toFixed(1));
  throw new RoomError(
    'IMAGE_TOO_LARGE',
    `The picture file has ${held} MiB; at most ${allowed} MiB are read.`,
    {
      value: bytes.length,
      expected: `at most ${bytesMax} bytes`,
    },
  );
}

/** @throws RoomError IMAGE_TOO_LARGE, or IMAGE_UNREADABLE when there is nothing to be seen on so few pixels. */
export function assertSize({ width, height }: ImageSize, { megapixelsMax, sidePxMin }: ImageLimits): void {
  const megapixels = (width * height) / 1e6;
  if (megapixels > megapixelsMax) {
    throw new RoomError(
      'IMAGE_TOO_LARGE',
      `The picture has ${megapixels.toFixed(1)} megapixels (${width} x ${height}); at most ${megapixelsMax} are read.`,
      { value: `${width} x ${height}`, expected: `at most ${megapixelsMax} megapixels` },
    );
  }
  if (!(Math.min(width, height) >= sidePxMin)) {
    throw unreadable(
      `The picture is ${width} x ${height} pixels; each side needs at least ${sidePxMin} to show anything.`,
    );
  }
}
