/** `npm run fuzz`: changed inputs for every parser of what comes from outside, until one is answered wrongly. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzFailure } from './fuzz.ts';
import type { FuzzMessage, FuzzTask } from './fuzz-worker.ts';
import { BYTE_PARSERS, TEXT_PARSERS } from './parsers/index.ts';

const USAGE = `Usage: npm run fuzz -- [--parser NAME]... [--inputs N] [--seed N]
  --parser   one of: ${[...BYTE_PARSERS, ...TEXT_PARSERS].map(({ name }) => name).join(' ')} (all)
  --inputs   inputs for each parser (1000000)
  --seed     seed of the first input; each further one takes the next number (1)`;
/** Without any sign of life for so long, a parser hangs, milliseconds. */
const SILENCE_MS = 30_000;

interface Told {
  inputs: number;
  accepted: number;
  slowestMs: number;
  failure?: FuzzFailure;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      parser: { type: 'string', multiple: true },
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
  const known = [...BYTE_PARSERS, ...TEXT_PARSERS].map(({ name }) => name);
  const parsers = values.parser ?? known;
  const isGood =
    Number.isInteger(inputs) &&
    inputs > 0 &&
    Number.isInteger(seed) &&
    seed >= 0 &&
    parsers.every((name) => known.includes(name));
  if (values.help || !isGood || seed + inputs > 2 ** 31) {
    console.error(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  return { inputs, seed, parsers };
}

/** One parser on a thread of its own. */
function runTask(task: FuzzTask, onProgress: (told: Told) => void): Promise<Told> {
  const current = new Int32Array(new SharedArrayBuffer(4));
  const told: Told = { inputs: 0, accepted: 0, slowestMs: 0 };
  return new Promise((resolve) => {
    // Both are bundled into one folder by tools/fuzz.mjs.
    const worker = new Worker(new URL('./fuzz-worker.js', import.meta.url), {
      workerData: { task, current },
    });
    const fail = (why: string) => {
      const failure = { parser: task.parser, seed: Atomics.load(current, 0), why, input: 'not known' };
      finish({ ...told, failure });
    };
    const silence = setTimeout(() => fail(`it hangs: no answer for ${SILENCE_MS / 1000} s`), SILENCE_MS);
    const finish = (end: Told) => {
      clearTimeout(silence);
      resolve(end);
      void worker.terminate();
    };
    worker.on('error', (error) => fail(`an error that nobody caught: ${error.stack ?? error.message}`));
    worker.on('message', (message: FuzzMessage) => {
      if (message.kind === 'done') return finish(told);
      const { run } = message;
      told.inputs += run.inputs;
      told.accepted += run.accepted;
      told.slowestMs = Math.max(told.slowestMs, run.slowestMs);
      if (run.failure) told.failure = run.failure;
      onProgress(told);
      silence.refresh();
    });
  });
}

function tell(task: FuzzTask, { inputs, accepted, slowestMs, failure }: Told): void {
  const share = `${((100 * accepted) / Math.max(1, inputs)).toFixed(1)} % accepted`;
  console.log(
    `${failure ? '✗' : '✓'} ${task.parser.padEnd(22)} ${String(inputs).padStart(8)} inputs, ${share.padStart(16)}, slowest ${slowestMs.toFixed(1)} ms`,
  );
  if (!failure) return;
  console.log(`  seed ${failure.seed}: ${failure.why}\n  input: ${failure.input}`);
  console.log(`  Again: npm run fuzz -- --parser ${failure.parser} --seed ${failure.seed} --inputs 1`);
}

/** Where the parsers are that run just now, one line that overwrites itself; nothing when nobody watches. */
const running = new Map<string, number>();
function show(): void {
  if (!process.stderr.isTTY) return;
  const parts = [...running].map(([name, share]) => `${name} ${Math.floor(100 * share)} %`);
  process.stderr.write(`\r\x1b[2K${parts.join('   ')}`);
}

async function runQueue(queue: FuzzTask[]): Promise<boolean> {
  let isGood = true;
  for (let task = queue.shift(); task; task = queue.shift()) {
    const { parser, inputs } = task;
    running.set(parser, 0);
    const told = await runTask(task, (so) => {
      running.set(parser, so.inputs / inputs);
      show();
    });
    running.delete(parser);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
    tell(task, told);
    if (!told.failure) continue;
    isGood = false;
    queue.length = 0;
  }
  return isGood;
}

const { inputs, seed, parsers } = readOptions();
const queue = parsers.map((parser) => ({ parser, seed, inputs }));
console.log(`${parsers.length} parsers, ${inputs} inputs each, from seed ${seed}.`);
const lanes = Array.from({ length: Math.min(queue.length, availableParallelism()) }, () => runQueue(queue));
process.exit((await Promise.all(lanes)).every(Boolean) ? 0 : 1);
