/** Makes `scan-module.gen.ts` from `scan-text.ts`: run `npx tsx src/biometrics/gallery/build-scan.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import loadWabt from 'wabt';
import { scanModuleText } from './scan-text.ts';

export const GENERATED_FILE = fileURLToPath(new URL('./scan-module.gen.ts', import.meta.url));

/** The source text of the generated file. */
export async function scanModuleSource(): Promise<string> {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('scan.wat', scanModuleText(), { simd: true });
  const { buffer } = parsed.toBinary({});
  parsed.destroy();
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return [
    '// Made by build-scan.ts from scan-text.ts; edits here are lost.',
    'export const SCAN_MODULE_BASE64 =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(GENERATED_FILE, await scanModuleSource());
}
