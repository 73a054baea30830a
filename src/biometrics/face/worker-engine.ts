/** A face engine whose work is done on another thread, which is started again when it breaks. */
import { type Clock, type Frame, millis, RoomError } from '../../kernel/index.ts';
import { type FaceThread, type StartFaceThread, startFaceThread } from './face-worker-thread.ts';
import type { FaceEngine, FaceModel, FacePurpose, FaceReading } from './reading.ts';
import type { FaceReply, FaceWorkerSetup, SentError } from './worker-protocol.ts';

export interface FaceWorkerOptions {
  readonly modelsDir: string;
  readonly descriptor?: string;
  readonly detector?: string;
  readonly threads?: number;
  readonly clock: Pick<Clock, 'after'>;
  /** A reading that takes longer is given up, and the thread with it. */
  readonly readMsMax?: number;
  readonly startThread?: StartFaceThread;
}

const READ_MS_MAX = 5_000;
const START_MS_MAX = 30_000;
/** More frames than this waiting means that cameras are faster than the engine: better to refuse than to lag. */
const WAITING_MAX = 64;

/** @throws RoomError as `openFaceEngine`, DEVICE_FAULT when the thread does not come up */
export async function openFaceWorker(options: FaceWorkerOptions): Promise<FaceEngine> {
  const engine = new WorkerEngine(options);
  await engine.start();
  return engine;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: RoomError) => void;
}

class WorkerEngine implements FaceEngine {
  readonly #options: FaceWorkerOptions;
  readonly #readings = new Map<number, Waiting<FaceReading>>();
  #thread: FaceThread | undefined;
  #starting: { readonly promise: Promise<FaceModel>; readonly waiting: Waiting<FaceModel> } | undefined;
  #model: FaceModel | undefined;
  #nextId = 1;
  #closed = false;

  constructor(options: FaceWorkerOptions) {
    this.#options = options;
  }

  get model(): FaceModel {
    if (!this.#model) throw fault('The face engine has not been started.');
    return this.#model;
  }

  async start(): Promise<void> {
    this.#starting ??= this.#startThread();
    this.#model = await this.#starting.promise;
  }

  async read(frame: Frame, purpose: FacePurpose): Promise<FaceReading> {
    if (this.#closed) throw fault('The face engine is closed.');
    if (this.#readings.size >= WAITING_MAX) {
      throw new RoomError('RATE_LIMITED', `${WAITING_MAX} frames already wait for the face engine.`);
    }
    // After a crash the first reading waits for the new thread, or learns why it did not come up.
    await this.start();
    return await this.#waitFor(
      (waiting) => this.#send(frame, purpose, waiting),
      this.#readMsMax,
      'reading a face',
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#thread;
    this.#end(fault('The face engine was closed.'));
    await thread?.stop();
  }

  get #readMsMax(): number {
    return this.#options.readMsMax ?? READ_MS_MAX;
  }

  #send(frame: Frame, purpose: FacePurpose, waiting: Waiting<FaceReading>): void {
    const id = this.#nextId++;
    this.#readings.set(id, waiting);
    // A copy is handed over: the camera, the screen and other steps still look at the frame.
    const data = new Uint8Array(frame.data);
    const { width, height } = frame;
    this.#thread?.send({ id, width, height, data, purpose }, [data.buffer]);
  }

  #startThread() {
    const { modelsDir, descriptor, detector, threads = 1, startThread = startFaceThread } = this.#options;
    const setup: FaceWorkerSetup = {
      modelsDir,
      threads,
      ...(descriptor ? { descriptor } : {}),
      ...(detector ? { detector } : {}),
    };
    let started: Waiting<FaceModel> | undefined;
    const promise = this.#waitFor<FaceModel>(
      (waiting) => {
        started = waiting;
      },
      START_MS_MAX,
      'starting the face engine',
    );
    // Whoever reads next learns of a failure; without a reader it is nobody's.
    promise.catch(() => {});
    const thread = startThread(setup, {
      onReply: (reply) => this.#hear(reply),
      onEnd: (cause) => this.#threadEnded(thread, cause),
    });
    this.#thread = thread;
    return { promise, waiting: started! };
  }

  #hear(reply: FaceReply): void {
    switch (reply.kind) {
      case 'ready':
        this.#starting?.waiting.resolve(reply.model);
        return;
      case 'start-failed':
        this.#starting?.waiting.reject(received(reply.error));
        void this.#giveUp(received(reply.error));
        return;
      case 'read':
        this.#take(reply.id)?.resolve(reply.reading);
        return;
      case 'read-failed':
        this.#take(reply.id)?.reject(received(reply.error));
        return;
    }
  }

  #take(id: number): Waiting<FaceReading> | undefined {
    const waiting = this.#readings.get(id);
    this.#readings.delete(id);
    return waiting;
  }

  /** An orderly end and one long replaced say nothing; any other is a crash, after which a new thread is started. */
  #threadEnded(thread: FaceThread, cause: unknown): void {
    if (this.#closed || this.#thread !== thread) return;
    const cameUp = this.#model !== undefined && this.#starting !== undefined;
    this.#end(fault('The face engine broke off; it is being started again.', cause));
    if (cameUp) this.#starting = this.#startThread();
  }

  async #giveUp(reason: RoomError): Promise<void> {
    const thread = this.#thread;
    this.#end(reason);
    await thread?.stop();
  }

  /** Everyone who waits is told; the next reading starts anew. */
  #end(reason: RoomError): void {
    this.#thread = undefined;
    this.#starting?.waiting.reject(reason);
    this.#starting = undefined;
    for (const waiting of this.#readings.values()) waiting.reject(reason);
    this.#readings.clear();
  }

  #waitFor<T>(begin: (waiting: Waiting<T>) => void, msMax: number, what: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const cancel = this.#options.clock.after(millis(msMax), () => {
        void this.#giveUp(fault(`Gave up ${what} after ${msMax} ms; the face engine will be started again.`));
      });
      const thenCancel =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          cancel();
          settle(value);
        };
      begin({ resolve: thenCancel<T>(resolve), reject: thenCancel<RoomError>(reject) });
    });
  }
}

const fault = (message: string, cause?: unknown): RoomError =>
  new RoomError('DEVICE_FAULT', message, {}, cause);

const received = ({ code, message }: SentError): RoomError => new RoomError(code, message);
