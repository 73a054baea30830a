/** Starts the thread of `face-worker.ts`, from sources or from a bundle. */
import { Worker } from 'node:worker_threads';
import type { FaceReply, FaceRequest, FaceWorkerSetup } from './worker-protocol.ts';

/** What the owner needs of a thread; tests put a thread of their own in its place. */
export interface FaceThread {
  send(request: FaceRequest, transfer: ArrayBuffer[]): void;
  stop(): Promise<void>;
}

export interface FaceThreadEvents {
  readonly onReply: (reply: FaceReply) => void;
  /** Once, whatever ended it; with the error where there was one. */
  readonly onEnd: (cause: unknown) => void;
}

export type StartFaceThread = (setup: FaceWorkerSetup, events: FaceThreadEvents) => FaceThread;

export const startFaceThread: StartFaceThread = (setup, { onReply, onEnd }) => {
  const worker = newWorker(setup);
  worker.on('message', onReply);
  // An error is followed by an exit, which is what counts; without a listener it would end the process.
  let cause: unknown;
  worker.on('error', (error) => {
    cause = error;
  });
  worker.on('exit', () => onEnd(cause));
  return {
    send: (request, transfer) => worker.postMessage(request, transfer),
    stop: async () => void (await worker.terminate()),
  };
};

/**
 * In a bundle the worker is JavaScript beside this file. From sources it is TypeScript, and because Node 20 does not
 * apply the loader of `--import tsx` to a worker's own entry, a line of JavaScript registers it and then imports the entry.
 */
function newWorker(workerData: FaceWorkerSetup): Worker {
  const here = import.meta.url;
  if (!here.endsWith('.ts')) return new Worker(new URL('./face-worker.js', here), { workerData });
  const entry = new URL('./face-worker.ts', here).href;
  const start = `require('node:module').register('tsx/esm', '${here}', { data: true }); import('${entry}');`;
  return new Worker(start, { eval: true, workerData });
}
