/** Why an uploaded file is not taken, as an error that says what would be right. */
import { RoomError } from '../../kernel/index.ts';

const EXPECTED = {
  media: 'a picture (JPEG, PNG) or a PDF; the kind is told from the content, not from the name',
  size: 'a file of at most 10 MB whose picture has at most 50 megapixels',
  pages: 'a PDF of at most 20 pages',
  unreadable: 'a file that opens; this one is damaged',
  locked: 'a PDF without a password',
} as const;

export const refusedFile = (field: string, because: keyof typeof EXPECTED): RoomError =>
  new RoomError('FIELD_INVALID', `${field}: expected ${EXPECTED[because]}. Everything else is kept.`, {
    field,
    expected: EXPECTED[because],
    because,
  });
