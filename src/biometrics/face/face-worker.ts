/** The face engine on a thread of its own: started by `worker-engine.ts`, bundled as an entry of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { isRoomError, systemClock } from '../../kernel/index.ts';
import { openFaceEngine } from './engine.ts';
import type { FaceEngine } from './reading.ts';
import type { FaceReply, FaceRequest, FaceWorkerSetup, SentError } from './worker-protocol.ts';

const reply = (message: FaceReply): void => parentPort?.postMessage(message);

const sent = (error: unknown): SentError =>
  isRoomError(error)
    ? { code: error.code, message: error.message }
    : { code: 'INTERNAL', message: 'The face engine failed in an unforeseen way.' };

async function answer(engine: FaceEngine, request: FaceRequest): Promise<void> {
  const { id, width, height, data, purpose } = request;
  try {
    reply({ kind: 'read', id, reading: await engine.read({ width, height, data }, purpose) });
  } catch (error) {
    reply({ kind: 'read-failed', id, error: sent(error) });
  }
}

async function serve(setup: FaceWorkerSetup): Promise<void> {
  try {
    const engine = await openFaceEngine({ ...setup, clock: systemClock });
    // One after another: the models use one core, and an order of arrival is an order of answer.
    let last = Promise.resolve();
    parentPort?.on('message', (request: FaceRequest) => {
      last = last.then(() => answer(engine, request));
    });
    reply({ kind: 'ready', model: engine.model });
  } catch (error) {
    reply({ kind: 'start-failed', error: sent(error) });
  }
}

await serve(workerData);
