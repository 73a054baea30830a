/** For tests: wraps collaborators so that any call can reject, hang, or answer late. */
import { type Clock, millis, RoomError, wait } from '../kernel/index.ts';

export type CallFault = 'reject' | 'hang' | 'late';

export interface PlannedFault {
  readonly call: string;
  readonly fault: CallFault;
  /** The first call that fails, from 0, and how many in a row; all from there on when absent. */
  readonly from: number;
  readonly count?: number;
}

export class FaultPlan {
  readonly #clock: Clock;
  readonly #seen = new Map<string, number>();
  planned: PlannedFault[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Every method of `target`, named `prefix.method`, takes `ms` and obeys the plan. */
  wrap<T extends object>(prefix: string, target: T, ms: number): T {
    return new Proxy(target, {
      get: (object, property, receiver) => {
        const value: unknown = Reflect.get(object, property, receiver);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          this.#call(`${prefix}.${String(property)}`, ms, () => value.apply(object, args));
      },
    });
  }

  async #call(name: string, ms: number, act: () => unknown): Promise<unknown> {
    const seen = this.#seen.get(name) ?? 0;
    this.#seen.set(name, seen + 1);
    const fault = this.planned.find(
      ({ call, from, count }) =>
        call === name && seen >= from && seen < from + (count ?? Number.POSITIVE_INFINITY),
    );
    if (fault?.fault === 'hang') return new Promise(() => {});
    await wait(this.#clock, millis(fault?.fault === 'late' ? 7_000 : ms));
    if (fault?.fault === 'reject') throw new RoomError('INTERNAL', `${name} fails as planned.`);
    return act();
  }
}
