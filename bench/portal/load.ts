/** So many requests a second, whether the server keeps up or not: a request's time runs from when it was due. */
import { millis, systemClock, wait } from '../../src/kernel/index.ts';
import { Visitor } from './visitor.ts';

const VISITORS_MAX = 300;

export interface MeasuredLoad {
  readonly perSecond: number;
  readonly answered: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Statuses from 400 on, and connections that broke. */
  readonly failed: number;
  /** Cards that were filed to their end. */
  readonly filed: number;
  /** Requests that were due while every visitor waited for an answer. */
  readonly notSent: number;
}

export async function measureLoad(url: string, rate: number, seconds: number): Promise<MeasuredLoad> {
  const visitors = Array.from({ length: VISITORS_MAX }, (_, number) => new Visitor(url, number));
  for (const visitor of visitors) await visitor.arrive();
  const idle = [...visitors];
  const times: number[] = [];
  const running: Promise<void>[] = [];
  let [failed, notSent] = [0, 0];
  const start = systemClock.elapsed();
  for (let n = 0; n < rate * seconds; n++) {
    const due = start + (n * 1000) / rate;
    const ahead = due - systemClock.elapsed();
    if (ahead > 0) await wait(systemClock, millis(ahead));
    const visitor = idle.shift();
    if (!visitor) {
      notSent += 1;
      continue;
    }
    running.push(
      isAnswered(visitor).then((answered) => {
        if (!answered) failed += 1;
        times.push(systemClock.elapsed() - due);
        idle.push(visitor);
      }),
    );
  }
  await Promise.all(running);
  const took = (systemClock.elapsed() - start) / 1000;
  for (const visitor of visitors) visitor.leave();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const filed = visitors.reduce((sum, visitor) => sum + visitor.filed, 0);
  return {
    perSecond: times.length / took,
    answered: times.length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    failed,
    filed,
    notSent,
  };
}

/** False for what was refused, and for a connection that broke. */
const isAnswered = (visitor: Visitor): Promise<boolean> =>
  visitor.step().then(
    (status) => status < 400,
    () => false,
  );
