/** A finger from a file: a picture of it, or a template in one of the interchange formats. */
import {
  extractFinger,
  type FingerReading,
  type FingerTemplate,
  readFingerRecord,
} from '../../biometrics/index.ts';
import { RoomError } from '../../kernel/index.ts';
import { decodeFingerPicture, type PictureOptions } from './finger-picture.ts';
import { naming, readBytes } from './picture-bytes.ts';

/** "FMR" and a zero byte: how ISO/IEC 19794-2 and ANSI INCITS 378 records begin. */
const RECORD_MAGIC = [0x46, 0x4d, 0x52, 0];

/** The first impression of a record, the reading of a picture. */
export async function templateOfFile(path: string, options: PictureOptions): Promise<FingerTemplate> {
  const bytes = readBytes(path);
  if (!RECORD_MAGIC.every((value, i) => bytes[i] === value))
    return (await readFinger(path, options, bytes)).template;
  const [impression] = readFingerRecord(bytes).impressions;
  if (!impression)
    throw new RoomError('TEMPLATE_INVALID', `${path}: the record holds no impression.`, { value: path });
  return impression.template;
}

/** @throws RoomError IMAGE_UNREADABLE naming the measures that failed */
export async function readFinger(
  path: string,
  options: PictureOptions,
  bytes: Uint8Array = readBytes(path),
): Promise<Extract<FingerReading, { outcome: 'ok' }>> {
  const reading = await naming(path, async () => extractFinger(await decodeFingerPicture(bytes, options)));
  if (reading.outcome === 'ok') return reading;
  const failed = reading.failed.map((measure) => `${measure} ${Math.round(reading.quality[measure])}`);
  throw new RoomError(
    'IMAGE_UNREADABLE',
    `${path}: ${reading.outcome}; measures under their floor, of 100: ${failed.join(', ')}. ` +
      `What helps: ${reading.guidance.join(', ')}.`,
    { value: path, failed: reading.failed },
  );
}
