// Builds the module behind `kouan/policy`: the engine and the packed law in one file, for Node and for browsers alike.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './terminal.mjs';

/** `packed` is what `packRules` made. Gives the code; writes nothing. */
export async function policyLibrary(packed) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/policy/embedded.ts'],
    define: { KOUAN_RULES: JSON.stringify(packed) },
    bundle: true,
    minify: true,
    platform: 'neutral',
    target: 'es2023',
    format: 'esm',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** From the built room, so that the law is checked before it is packed. */
export async function packedLaw() {
  const { loadRules, packRules } = await import(pathToFileURL(join(root, 'dist/policy-node.js')).href);
  return packRules(loadRules(join(root, 'rules')));
}
