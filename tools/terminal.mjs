// One line a step, with its seconds: progress that reads well in a terminal and in a log.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

let out = process.stdout;

/** Runs `work` with its progress on standard error, for commands whose standard output is data. */
export async function silently(work) {
  out = process.stderr;
  await work();
}

/** Announces a step; the returned function ends it. On a terminal the seconds tick while it runs. */
export function say(step) {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const live = out.isTTY;
  if (!live) out.write(`  · ${step} …\n`);
  const tick = live ? setInterval(() => out.write(`\r  · ${step} … ${seconds()} s`), 200) : undefined;
  return (note = '') => {
    clearInterval(tick);
    const tail = note ? `, ${note}` : '';
    out.write(
      live ? `\r  ✓ ${step} (${seconds()} s${tail})\u001b[K\n` : `  ✓ ${step} (${seconds()} s${tail})\n`,
    );
  };
}
