import { describe, expect, it } from 'vitest';
import { type Frame, instantOf, isRoomError, ManualClock, millis } from '../../kernel/index.ts';
import type { FaceThreadEvents, StartFaceThread } from './face-worker-thread.ts';
import type { FaceEngine, FaceReading } from './reading.ts';
import { openFaceWorker } from './worker-engine.ts';
import type { FaceRequest } from './worker-protocol.ts';

const MODEL = { name: 'test', sha256: 'f'.repeat(64), dims: 4 };
const NO_FACE: FaceReading = {
  outcome: 'no-face',
  guidance: ['no-face'],
  ms: { detect: 1, mesh: 0, describe: 0 },
};
const frame: Frame = { width: 2, height: 1, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) };

interface FakeThread {
  readonly events: FaceThreadEvents;
  readonly requests: FaceRequest[];
  stopped: boolean;
}

/** Threads that do only what the test says; each comes up at once unless told otherwise. */
function fakeThreads(comesUp: (nth: number) => boolean = () => true) {
  const threads: FakeThread[] = [];
  const startThread: StartFaceThread = (_, events) => {
    const thread: FakeThread = { events, requests: [], stopped: false };
    threads.push(thread);
    if (comesUp(threads.length)) queueMicrotask(() => events.onReply({ kind: 'ready', model: MODEL }));
    return {
      send: (request) => void thread.requests.push(request),
      stop: async () => {
        thread.stopped = true;
        events.onEnd(undefined);
      },
    };
  };
  return { threads, startThread };
}

async function opened(comesUp?: (nth: number) => boolean) {
  const clock = new ManualClock(instantOf(0));
  const { threads, startThread } = fakeThreads(comesUp);
  const engine = await openFaceWorker({ modelsDir: 'models', clock, startThread });
  return { engine, clock, threads };
}

const codeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'no error',
    (error: unknown) => (isRoomError(error) ? error.code : String(error)),
  );

/** Until the engine has handed the request on. */
async function sent(thread: FakeThread | undefined, count = 1): Promise<FaceRequest[]> {
  while (thread && thread.requests.length < count) await Promise.resolve();
  return thread?.requests ?? [];
}

async function answerNext(engine: FaceEngine, thread: FakeThread | undefined): Promise<FaceReading> {
  const before = thread?.requests.length ?? 0;
  const reading = engine.read(frame, 'probe');
  const request = (await sent(thread, before + 1))[before];
  if (request) thread?.events.onReply({ kind: 'read', id: request.id, reading: NO_FACE });
  return await reading;
}

describe('the face engine on its thread', () => {
  it('knows its model once it is open and answers each reading with its own result', async () => {
    const { engine, threads } = await opened();
    expect(engine.model).toEqual(MODEL);
    const [one, two] = [engine.read(frame, 'probe'), engine.read(frame, 'enrol')];
    const [first, second] = await sent(threads[0], 2);
    const several: FaceReading = {
      ...NO_FACE,
      outcome: 'several-faces',
      count: 2,
      boxes: [],
      guidance: ['one-face-only'],
    };
    if (first && second) {
      threads[0]?.events.onReply({ kind: 'read', id: second.id, reading: several });
      threads[0]?.events.onReply({ kind: 'read', id: first.id, reading: NO_FACE });
    }
    expect((await one).outcome).toBe('no-face');
    expect((await two).outcome).toBe('several-faces');
  });

  it('leaves the frame with its owner', async () => {
    const { engine, threads } = await opened();
    void engine.read(frame, 'probe').catch(() => {});
    const [request] = await sent(threads[0]);
    expect(request?.data).not.toBe(frame.data);
    expect([...(request?.data ?? [])]).toEqual([...frame.data]);
  });

  it('a crash rejects what waits, starts another thread, and reading goes on', async () => {
    const { engine, threads } = await opened();
    const readings = [engine.read(frame, 'probe'), engine.read(frame, 'probe')].map(codeOf);
    await sent(threads[0], 2);
    threads[0]?.events.onEnd(new Error('segmentation fault'));
    expect(await Promise.all(readings)).toEqual(['DEVICE_FAULT', 'DEVICE_FAULT']);
    expect(threads).toHaveLength(2);
    expect((await answerNext(engine, threads[1])).outcome).toBe('no-face');
  });

  it('a thread that does not come up again is tried anew by the next reading, not in a loop', async () => {
    const { engine, threads } = await opened((nth) => nth !== 2);
    threads[0]?.events.onEnd(undefined);
    expect(threads).toHaveLength(2);
    const reading = codeOf(engine.read(frame, 'probe'));
    threads[1]?.events.onReply({ kind: 'start-failed', error: { code: 'NOT_FOUND', message: 'no models' } });
    expect(await reading).toBe('NOT_FOUND');
    expect(threads).toHaveLength(2);
    const next = engine.read(frame, 'probe');
    await sent(threads[2]);
    expect(threads).toHaveLength(3);
    void next.catch(() => {});
  });

  it('a reading that takes too long is given up with its thread', async () => {
    const { engine, clock, threads } = await opened();
    const reading = codeOf(engine.read(frame, 'probe'));
    await sent(threads[0]);
    clock.advance(millis(4_999));
    expect(threads[0]?.stopped).toBe(false);
    clock.advance(millis(1));
    expect(await reading).toBe('DEVICE_FAULT');
    expect(threads[0]?.stopped).toBe(true);
  });

  it('an answered reading leaves no timer behind', async () => {
    const { engine, clock, threads } = await opened();
    await answerNext(engine, threads[0]);
    expect(clock.nextDue()).toBeUndefined();
  });

  it('errors keep their codes across the thread', async () => {
    const { engine, threads } = await opened();
    const reading = codeOf(engine.read(frame, 'probe'));
    const [request] = await sent(threads[0]);
    if (request) {
      threads[0]?.events.onReply({
        kind: 'read-failed',
        id: request.id,
        error: { code: 'IMAGE_UNREADABLE', message: 'too small' },
      });
    }
    expect(await reading).toBe('IMAGE_UNREADABLE');
  });

  it('refuses the 65th waiting frame', async () => {
    const { engine, threads } = await opened();
    const waiting = Array.from({ length: 64 }, () => codeOf(engine.read(frame, 'probe')));
    await sent(threads[0], 64);
    expect(await codeOf(engine.read(frame, 'probe'))).toBe('RATE_LIMITED');
    await engine.close();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['DEVICE_FAULT']));
  });

  it('fails to open when the thread cannot start, and reads nothing once closed', async () => {
    const clock = new ManualClock(instantOf(0));
    const { threads, startThread } = fakeThreads(() => false);
    const opening = codeOf(openFaceWorker({ modelsDir: 'models', clock, startThread }));
    threads[0]?.events.onReply({
      kind: 'start-failed',
      error: { code: 'MODEL_MISMATCH', message: 'other hash' },
    });
    expect(await opening).toBe('MODEL_MISMATCH');
    expect(threads[0]?.stopped).toBe(true);
    const { engine } = await opened();
    await engine.close();
    expect(await codeOf(engine.read(frame, 'probe'))).toBe('DEVICE_FAULT');
  });
});
