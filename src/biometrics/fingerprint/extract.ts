import { type GreyImage, RoomError } from '../../kernel/index.ts';
import { judge } from './extraction/judge.ts';
import { isFingerSized, measureQuality, NOTHING, rate } from './extraction/quality.ts';
import { readRidges } from './extraction/read-ridges.ts';
import { believableDpi } from './extraction/resample.ts';
import type { FingerReading } from './reading.ts';

/**
 * Reads one picture of a finger, dark ridges on a light ground: quality, and a template when it is good enough.
 * Any picture of at least one pixel gives a reading; about 15 ms for 300x400 pixels.
 * @throws RoomError IMAGE_UNREADABLE when the picture has not one byte for each pixel.
 */
export function extract(image: GreyImage): FingerReading {
  assertGreyImage(image);
  if (!isFingerSized(image.width, image.height, believableDpi(image))) return notAFingerPicture();
  const ridges = readRidges(image);
  return judge(measureQuality(ridges), ridges.template);
}

function assertGreyImage({ width, height, data }: GreyImage): void {
  if (Number.isInteger(width) && Number.isInteger(height) && width > 0 && data.length === width * height)
    return;
  throw new RoomError('IMAGE_UNREADABLE', 'The grey picture has not one byte for each of its pixels.', {
    expected: `${width * height} bytes`,
    value: data.length,
  });
}

/** Too small for a finger tip or too large for a hand: not worth a look, and no reader sends it. */
function notAFingerPicture(): FingerReading {
  return { outcome: 'no-finger', quality: rate(NOTHING), failed: ['dimensions'], guidance: ['no-finger'] };
}
