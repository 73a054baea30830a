/** Writes the page of the requirements anew; refuses while something names a requirement that does not exist. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSources, root } from '../tidy/sources.ts';
import { collectTraces } from './collect.ts';
import { PAGE_PATH, renderPage } from './page.ts';

const { traces, unknown } = collectTraces(listSources(/\.(tsx?|yaml)$/));
if (unknown.length > 0) {
  console.error(`${PAGE_PATH} was not written. Correct these, or add them to tools/requirements/list:`);
  console.error(unknown.join('\n'));
  process.exitCode = 1;
} else {
  writeFileSync(join(root, PAGE_PATH), renderPage(traces));
  console.log(`Wrote ${PAGE_PATH}.`);
}
