/** One core's share of a fuzz run. Before each input its seed goes to memory that the main thread sees, for a hang says nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../src/kernel/index.ts';
import { type FuzzRun, fuzz } from './fuzz.ts';
import { BYTE_PARSERS, TEXT_PARSERS } from './parsers/index.ts';

/** Inputs between two words of progress. */
const STRETCH = 2_000;

export interface FuzzTask {
  readonly parser: string;
  readonly seed: number;
  readonly inputs: number;
}

export type FuzzMessage =
  | { readonly kind: 'progress'; readonly inputs: number; readonly run: FuzzRun }
  | { readonly kind: 'done' };

const { task, current } = workerData as { readonly task: FuzzTask; readonly current: Int32Array };

const parser = [...BYTE_PARSERS, ...TEXT_PARSERS].find(({ name }) => name === task.parser);
if (!parser) throw new Error(`There is no parser ${task.parser}.`);
const subject = await parser.open();
const opened = { ...parser, open: () => subject };
const end = task.seed + task.inputs;
for (let seed = task.seed; seed < end; ) {
  const run = await fuzz(opened, {
    seed,
    inputs: Math.min(STRETCH, end - seed),
    elapsedMs: () => systemClock.elapsed(),
    onInput: (now) => void Atomics.store(current, 0, now),
  });
  seed += run.inputs;
  tell({ kind: 'progress', inputs: run.inputs, run });
  if (run.failure) break;
}
tell({ kind: 'done' });

function tell(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}
