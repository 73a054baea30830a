/** A worker thread that holds one shard of a gallery. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ShardRequest, ShardSettings } from './gallery-protocol.ts';
import { openShard } from './shard.ts';

const answer = openShard(workerData as ShardSettings);

parentPort?.on('message', (request: ShardRequest) => {
  parentPort?.postMessage(answer(request));
  if (request.command.kind === 'close') parentPort?.close();
});
