import { type GreyImage, RoomError } from '../../kernel/index.ts';
import { judge } from './extraction/judge.ts';
import { isFingerSized, measureQuality, NOTHING, rate } from './extraction/quality.ts';
import { readRidges } from './extraction/read-ridges.ts';
import { believableDpi } from './extraction/resample.ts';
import type { FingerReading } from './reading.ts';
import { EXTRACTION, QUALITY } from './tuning.ts';

/**
 * Reads one picture of a finger, dark ridges on a light ground: quality, and a template when it is good enough.
 * Any picture of at least one pixel gives a reading; about 15 ms for 300x400 pixels.
 * @throws RoomError IMAGE_UNREADABLE when the picture has not one byte for each pixel.
 */
export function extract(image: GreyImage): FingerReading {
  assertGreyImage(image);
  const stated = believableDpi(image);
  return stated === undefined ? extractUnstated(image) : extractAt(image, stated);
}

/**
 * Where no resolution is stated, the ridges tell it: a finger has one every 0.3 to 0.7 mm, so that at twice or half the
 * true resolution hardly a regular wave is found (measured). Other resolutions are tried only when the usual one shows
 * a finger without one; a glass without a finger costs nothing more.
 */
function extractUnstated(image: GreyImage): FingerReading {
  const usual = extractAt(image, EXTRACTION.workingDpi);
  const isEmpty = usual.outcome === 'no-finger' && usual.failed.includes('area');
  if (isEmpty || usual.quality.ridgeValleyUniformity >= QUALITY.uniformityDoubted) return usual;
  for (const dpi of EXTRACTION.otherDpi) {
    const scale = EXTRACTION.workingDpi / dpi;
    if (image.width * image.height * scale * scale > QUALITY.enlargedPixelsMax) continue;
    const other = extractAt(image, dpi);
    if (other.quality.ridgeValleyUniformity >= QUALITY.uniformityConvincing) return other;
  }
  return usual;
}

function extractAt(image: GreyImage, dpi: number): FingerReading {
  if (!isFingerSized(image.width, image.height, dpi)) return notAFingerPicture();
  const ridges = readRidges({ ...image, dpi });
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
