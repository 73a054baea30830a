/** Which picture formats are read, told by their first bytes: a file name proves nothing. */
import { RoomError } from '../../kernel/index.ts';

export const IMAGE_FORMATS = ['jpeg', 'png', 'webp', 'tiff', 'bmp', 'pnm'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

interface Signature {
  readonly format: ImageFormat;
  readonly matches: (head: string) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  { format: 'jpeg', matches: (head) => head.startsWith('\xff\xd8\xff') },
  { format: 'png', matches: (head) => head.startsWith('\x89PNG\r\n\x1a\n') },
  { format: 'webp', matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' },
  { format: 'tiff', matches: (head) => head.startsWith('II*\0') || head.startsWith('MM\0*') },
  { format: 'bmp', matches: (head) => head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0' },
  { format: 'pnm', matches: (head) => /^P[56][\s#]/.test(head) },
];

/** @throws RoomError IMAGE_UNREADABLE when the bytes begin like none of the formats. */
export function formatOf(bytes: Uint8Array): ImageFormat {
  if (bytes.length === 0) throw unreadable('The picture is empty: it has no bytes.');
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  const found = SIGNATURES.find(({ matches }) => matches(head));
  if (found) return found.format;
  throw unreadable(
    'This is not a picture that can be read: it does not begin like JPEG, PNG, WebP, TIFF, BMP or PGM.',
  );
}

export const unreadable = (message: string, cause?: unknown): RoomError =>
  new RoomError('IMAGE_UNREADABLE', message, { expected: IMAGE_FORMATS.join(', ') }, cause);
