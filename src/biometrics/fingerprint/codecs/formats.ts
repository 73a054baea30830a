/** The interchange formats in one table; which one a record is, its first bytes say. */
import { looksAnsi2004, readAnsi2004, writeAnsi2004 } from './ansi-2004.ts';
import { templateInvalid } from './bytes.ts';
import { MAGIC_2005, readIso2005, writeIso2005 } from './iso-2005.ts';
import { MAGIC_2011, readIso2011, writeIso2011 } from './iso-2011.ts';
import type { FingerImpression } from './record.ts';

/** ISO/IEC 19794-2 of 2005 and 2011, ANSI INCITS 378 of 2004. */
export type FingerFormat = 'iso-2005' | 'iso-2011' | 'ansi-2004';

interface Codec {
  readonly read: (bytes: Uint8Array) => FingerImpression[];
  readonly write: (impressions: readonly FingerImpression[]) => Uint8Array;
}

const CODECS: Record<FingerFormat, Codec> = {
  'iso-2005': { read: readIso2005, write: writeIso2005 },
  'iso-2011': { read: readIso2011, write: writeIso2011 },
  'ansi-2004': { read: readAnsi2004, write: writeAnsi2004 },
};

/** Larger records are refused unread: 16 views of 255 minutiae with extended data stay far below. */
const BYTES_MAX = 1_000_000;

export interface FingerRecord {
  readonly format: FingerFormat;
  readonly impressions: readonly FingerImpression[];
}

/**
 * Reads a record of any of the formats. Extended data (ridge counts, cores, deltas) is passed over.
 * @throws RoomError TEMPLATE_INVALID for anything else, cut or corrupt.
 */
export function readFingerRecord(bytes: Uint8Array): FingerRecord {
  const format = formatOf(bytes);
  return { format, impressions: CODECS[format].read(bytes) };
}

/**
 * Writes minutiae only: the ridge flow of our own templates has no place in the standards.
 * @throws RoomError TEMPLATE_INVALID when a format cannot hold them (no impression, more than 255, a picture too large).
 */
export function writeFingerRecord(
  impressions: readonly FingerImpression[],
  format: FingerFormat,
): Uint8Array {
  if (impressions.length < 1 || impressions.length > 255) {
    throw templateInvalid('A record holds 1 to 255 impressions.', {
      field: 'impressions',
      value: impressions.length,
    });
  }
  return CODECS[format].write(impressions);
}

function formatOf(bytes: Uint8Array): FingerFormat {
  if (bytes.length > BYTES_MAX) {
    throw templateInvalid('The template is too large.', {
      field: 'length',
      expected: `at most ${BYTES_MAX} bytes`,
    });
  }
  if (startsWith(bytes, MAGIC_2011)) return 'iso-2011';
  if (startsWith(bytes, MAGIC_2005)) return looksAnsi2004(bytes) ? 'ansi-2004' : 'iso-2005';
  throw templateInvalid('The bytes are no finger minutiae record.', {
    field: 'format identifier',
    expected:
      '"FMR", then version 20 (ISO/IEC 19794-2:2005, ANSI INCITS 378-2004) or 030 (ISO/IEC 19794-2:2011)',
  });
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((value, index) => bytes[index] === value);
