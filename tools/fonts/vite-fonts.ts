/** Lets a page write `import 'virtual:fonts.css'`: the fonts are cut before the build and shipped with it. */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildFonts } from './build.ts';

const NAME = 'virtual:fonts.css';

/** @param root the repository; the cut fonts are kept in its `.cache`. */
export function fonts(root: string): Plugin {
  let cssPath = '';
  return {
    name: 'kouan-fonts',
    async buildStart() {
      cssPath = await buildFonts(root, join(root, '.cache', 'fonts'));
    },
    resolveId: (id) => (id === NAME ? cssPath : undefined),
  };
}
