/** Finger templates between records and matcher. */
import {
  codeOfFinger,
  decodeFingerTemplate,
  decodeImpressions,
  encodeFingerTemplate,
  encodeImpressions,
  FINGER_POSITIONS,
  type FingerPosition,
  type FingerPositionCode,
  type FingerTemplate,
  prepareFinger,
  type SearchTemplate,
} from '../../biometrics/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';

/** Stored with every finger template; another extractor's templates are not compared. */
export const FINGER_EXTRACTOR = 'kouan-minutiae-1';

export function readPosition(text: string, field = 'finger'): FingerPosition {
  const position = FINGER_POSITIONS.find((known) => known === text);
  if (position) return position;
  throw fieldInvalid(field, text, `one of ${FINGER_POSITIONS.join(', ')}`);
}

export const encodeFinger = (position: FingerPosition, impressions: readonly FingerTemplate[]): Uint8Array =>
  encodeImpressions({
    extractor: FINGER_EXTRACTOR,
    position: codeOfFinger(position) as FingerPositionCode,
    impressions: impressions.map(encodeFingerTemplate),
  });

/** The impressions of one stored finger, ready to be compared. Throws RoomError TEMPLATE_INVALID. */
export const decodeFinger = (bytes: Uint8Array): SearchTemplate[] =>
  decodeImpressions(bytes).impressions.map((impression) => prepareFinger(decodeFingerTemplate(impression)));
