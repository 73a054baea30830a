/** Makes `scan-module.gen.ts` from `scan-text.ts`: run `npx tsx src/biometrics/gallery/build-scan.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import loadWabt from 'wabt';
import { scanModuleText } from './scan-text.ts';

export const GENERATED_FILE = fileURLToPath(new URL('./scan-module.gen.ts', import.meta.url));

/** The source text of the generated file. */
export async function scanModuleSource(): Promise<string> {
  const wabt = await loadWabt();
  const binaryOf = (text: string) => {
    const parsed = wabt.parseWat('scan.wat', text, { simd: true, relaxed_simd: true });
    const { buffer } = parsed.toBinary({});
    parsed.destroy();
    return buffer;
  };
  return [
    '// Made by build-scan.ts from scan-text.ts; edits here are lost.',
    ...constant('SCAN_MODULE_BASE64', binaryOf(scanModuleText('swizzle'))),
    ...constant('RELAXED_SCAN_MODULE_BASE64', binaryOf(scanModuleText('relaxed_swizzle'))),
    '',
  ].join('\n');
}

function constant(name: string, binary: Uint8Array): string[] {
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return [`export const ${name} =`, `${lines.map((line) => `  '${line}'`).join(' +\n')};`];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(GENERATED_FILE, await scanModuleSource());
}
