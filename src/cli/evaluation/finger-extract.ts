/** `kouan finger extract IMG --format iso|ansi`: the interchange template of a picture. */
import { FINGER_POSITIONS, type FingerPosition, writeFingerRecord } from '../../biometrics/index.ts';
import { fieldInvalid } from '../../kernel/index.ts';
import type { Arguments } from '../arguments.ts';
import type { Terminal } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { readPictureOptions } from './finger-picture.ts';
import { readFinger } from './finger-template.ts';
import { writeOut } from './write-out.ts';

const FORMATS = {
  iso: 'iso-2005',
  'iso-2005': 'iso-2005',
  'iso-2011': 'iso-2011',
  ansi: 'ansi-2004',
} as const;

export async function extractToRecord(
  [path = '']: readonly string[],
  args: Arguments,
  { print }: Terminal,
): Promise<number> {
  const format = readFormat(args.required('format'));
  const position = readPosition(args.one('finger'));
  const { template, quality } = await readFinger(path, readPictureOptions(args));
  const bytes = writeFingerRecord(
    [{ template, quality: Math.round(quality.overall), ...(position && { position }) }],
    format,
  );
  const out = args.one('out');
  if (out !== undefined) writeOut(out, bytes, 'out');
  const facts = { format, bytes: bytes.length, minutiae: template.minutiae.length };
  const record = out === undefined ? { record: Buffer.from(bytes).toString('base64') } : {};
  if (args.has('json')) print(JSON.stringify({ ...facts, quality: rounded(quality), ...record }));
  else if ('record' in record) print(record.record);
  else print(`${out}: ${format}, ${facts.bytes} bytes, ${facts.minutiae} minutiae`);
  return EXIT.done;
}

export function readFormat(text: string): (typeof FORMATS)[keyof typeof FORMATS] {
  if (Object.hasOwn(FORMATS, text)) return FORMATS[text as keyof typeof FORMATS];
  throw fieldInvalid('--format', text, `one of: ${Object.keys(FORMATS).join(', ')}`);
}

function readPosition(text: string | undefined): FingerPosition | undefined {
  const known = FINGER_POSITIONS.find((position) => position === text);
  if (text !== undefined && !known)
    throw fieldInvalid('--finger', text, `one of: ${FINGER_POSITIONS.join(', ')}`);
  return known;
}

const rounded = (measures: object) =>
  Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Math.round(value)]));
