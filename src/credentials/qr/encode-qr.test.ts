import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { encodeQr, type QrModules } from './encode-qr.ts';

beforeAll(() => {
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } });
});

const QUIET = 4;
const PIXELS = 4;

/** The code as a picture, black on white with its quiet zone. */
function paint({ size, isDark }: QrModules): ImageData {
  const side = (size + 2 * QUIET) * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / PIXELS) - QUIET, Math.floor(x / PIXELS) - QUIET];
      const inside = row >= 0 && column >= 0 && row < size && column < size;
      if (inside && isDark(row, column)) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { data, width: side, height: side, colorSpace: 'srgb' } as ImageData;
}

const signs = (count: number) => 'KOUAN1:AB9$%*+'.repeat(40).slice(0, count);

describe('QR code', () => {
  it('is read back by another program, at error correction M', async () => {
    const text = signs(330);
    const [read] = await readBarcodes(paint(await encodeQr(text)), { formats: ['QRCode'] });
    expect(read).toMatchObject({ text, ecLevel: 'M' });
  });

  it('holds 419 signs in version 12, and no more', async () => {
    expect(await encodeQr(signs(419))).toMatchObject({ version: 12, size: 65 });
    await expect(encodeQr(signs(420))).rejects.toMatchObject({ code: 'FIELD_INVALID' });
    await expect(encodeQr('')).rejects.toMatchObject({ code: 'FIELD_INVALID' });
  });

  it('draws as a path just the dark modules', async () => {
    const code = await encodeQr('KOUAN');
    const dark = new Set<string>();
    for (const [, x, y, run] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(run); i++) dark.add(`${Number(y)},${Number(x) + i}`);
    }
    for (let row = 0; row < code.size; row++) {
      for (let column = 0; column < code.size; column++) {
        expect(dark.has(`${row},${column}`)).toBe(code.isDark(row, column));
      }
    }
  });
});
