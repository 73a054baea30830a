// Writes .br and .gz beside what compresses well, so that the server never compresses while somebody waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const KINDS = /\.(html|js|css|svg|json|wasm|webmanifest)$/;
/** Below this the headers outweigh what is saved. */
const BYTES_MIN = 1024;

export function compressFolder(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!KINDS.test(name)) continue;
    const file = join(folder, name);
    const plain = readFileSync(file);
    if (plain.length < BYTES_MIN) continue;
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
  }
}
