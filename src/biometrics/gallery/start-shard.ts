/** Starts a shard on a worker thread. */
import { Worker } from 'node:worker_threads';
import type { ShardReply, ShardSettings } from './gallery-protocol.ts';
import type { ShardPort } from './shard-client.ts';

// A build lays workers flat beside the bundle; from sources the worker is TypeScript.
const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** Node 20 does not carry a loader named by `execArgv` into a worker thread, hence this line of JavaScript first. */
function startFromSource(workerData: ShardSettings): Worker {
  const entry = JSON.stringify(new URL('./gallery-worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => (register(), import(${entry})))`, {
    eval: true,
    workerData,
  });
}

export function startShard(workerData: ShardSettings): ShardPort {
  const worker = FROM_SOURCE
    ? startFromSource(workerData)
    : new Worker(new URL('./gallery-worker.js', import.meta.url), { workerData });
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    onReply: (listener) => void worker.on('message', (reply: ShardReply) => listener(reply)),
    onGone(listener) {
      worker.on('error', listener);
      worker.on('exit', listener);
    },
  };
}
