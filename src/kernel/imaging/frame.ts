/** Pixel formats that cross rooms. */
import { RoomError } from '../errors.ts';
import type { Instant } from '../instant.ts';

/** Colour picture, 8 bits a channel, RGB interleaved, rows from the top: `data.length === width * height * 3`. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** When the camera took it. */
  readonly at?: Instant;
}

/** Grey picture, 8 bits, 0 is black: `data.length === width * height`. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Resolution in pixels an inch; fingerprint work expects about 500. */
  readonly dpi?: number;
}

export function assertFrame(frame: Frame): Frame {
  if (frame.data.length !== frame.width * frame.height * 3) {
    throw new RoomError('IMAGE_UNREADABLE', 'The frame has not three bytes for each of its pixels.', {
      expected: `${frame.width * frame.height * 3} bytes`,
      value: frame.data.length,
    });
  }
  return frame;
}

/** Luma by ITU-R BT.601. */
export function toGrey(frame: Frame): GreyImage {
  const grey = new Uint8Array(frame.width * frame.height);
  for (let i = 0, k = 0; i < grey.length; i++, k += 3) {
    grey[i] = (299 * frame.data[k]! + 587 * frame.data[k + 1]! + 114 * frame.data[k + 2]! + 500) / 1000;
  }
  return { width: frame.width, height: frame.height, data: grey };
}
