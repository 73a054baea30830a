/** A text as the dark and light modules of a QR code (ISO/IEC 18004), to be drawn by whoever shows or prints it. */
import { RoomError } from '../../kernel/index.ts';

/** Larger ones are hard to read from a scratched screen at arm's length. */
export const QR_VERSION_MAX = 12;

export interface QrModules {
  /** 1 to 12; the side has 17 + 4 × version modules. */
  readonly version: number;
  /** Modules along a side, without the quiet zone of 4 that must surround it. */
  readonly size: number;
  isDark(row: number, column: number): boolean;
  /** All dark modules as one SVG path in units of a module, from the corner (0, 0). */
  readonly path: string;
}

/**
 * Error correction M (15 % may be lost). The encoder is loaded when it is first needed, so that a page that only verifies goes
 * without it. Rejects with FIELD_INVALID for a text that needs more than version 12.
 */
export async function encodeQr(text: string): Promise<QrModules> {
  const { modules, version } = await make(text);
  const { size } = modules;
  const isDark = (row: number, column: number) => modules.get(row, column) === 1;
  return { version, size, isDark, path: pathOf(size, isDark) };
}

async function make(text: string) {
  const { create } = await import('qrcode');
  const code = text === '' ? undefined : create(text, { errorCorrectionLevel: 'M' });
  if (code && code.version <= QR_VERSION_MAX) return code;
  throw new RoomError(
    'FIELD_INVALID',
    `The text has ${text.length} signs; a QR code of version ${QR_VERSION_MAX} must hold it.`,
    {
      field: 'text',
      expected: '1 to 419 signs of the alphanumeric mode, or fewer others',
    },
  );
}

/** Runs of dark modules in a row are one rectangle: a third of the length of single ones. */
function pathOf(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && isDark(row, column)) column++;
      if (column > start) path += `M${start} ${row}h${column - start}v1h-${column - start}z`;
    }
  }
  return path;
}
