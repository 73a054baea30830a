/** What a browser fetches of JavaScript before the signed-out portal stands there: the document's scripts and all they import at once. */
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

const WEB = 'dist/web';
const SCRIPTS = /<(?:script|link)[^>]+(?:src|href)="\/(assets\/[^"]+\.js)"/g;
/** `import"./x.js"` and `from"./x.js"`; what is imported later, by a call, is not waited for. */
const IMPORTS = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/g;

export interface FirstLoad {
  readonly files: number;
  readonly gzipKb: number;
}

export function firstLoad(document = 'index.html'): FirstLoad {
  const html = readFileSync(join(WEB, document), 'utf8');
  const files = new Set([...html.matchAll(SCRIPTS)].map(([, file]) => file ?? ''));
  // Grows while it is walked.
  for (const file of files) {
    const script = readFileSync(join(WEB, file), 'utf8');
    for (const [, path] of script.matchAll(IMPORTS)) files.add(posix.join(posix.dirname(file), path ?? ''));
  }
  const bytes = [...files].map((file) => sizeOf(join(WEB, file)));
  return { files: files.size, gzipKb: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
}

/** Small ones are sent as they are. */
const sizeOf = (file: string): number =>
  (statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file)).size;
