/** One picture from a page's camera: what is to be changed, or a reading with the place of the face. */
import type { FaceBox, FacePurpose, GoodReading } from '../../biometrics/index.ts';
import { decodeImage } from '../../biometrics/node.ts';
import type { Frame } from '../../kernel/index.ts';
import type { Engines } from './engines.ts';

export type PictureReading =
  | { readonly outcome: 'ok'; readonly capture: GoodReading; readonly box: FaceBox }
  | { readonly outcome: 'adjust'; readonly guidance: readonly string[]; readonly box?: FaceBox };

/** Boxes are fractions of the picture. Throws IMAGE_UNREADABLE, IMAGE_TOO_LARGE. */
export async function readPicture(
  { face }: Pick<Engines, 'face'>,
  picture: Uint8Array,
  purpose: FacePurpose,
): Promise<PictureReading> {
  const frame = await decodeImage(picture);
  const reading = await face.read(frame, purpose);
  if (reading.outcome === 'ok') return { outcome: 'ok', capture: reading, box: share(reading.box, frame) };
  const guidance = [...reading.guidance];
  return reading.outcome === 'poor'
    ? { outcome: 'adjust', guidance, box: share(reading.box, frame) }
    : { outcome: 'adjust', guidance };
}

const share = ({ x, y, width, height }: FaceBox, frame: Frame): FaceBox => ({
  x: x / frame.width,
  y: y / frame.height,
  width: width / frame.width,
  height: height / frame.height,
});
