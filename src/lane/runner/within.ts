import { type Clock, millis } from '../../kernel/index.ts';

/** A promise that took too long; told apart from one that failed. */
export class TimeOver extends Error {
  override readonly name = 'TimeOver';
}

/** Settles with the call, or rejects with `TimeOver`: nothing that is asked can hang the lane. A throw is a rejection. */
export function within<T>(clock: Clock, msMax: number, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(millis(msMax), () => reject(new TimeOver(`No answer within ${msMax} ms.`)));
    const settle = (act: () => void) => {
      cancel();
      act();
    };
    begin(call).then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}

function begin<T>(call: () => Promise<T>): Promise<T> {
  try {
    return call();
  } catch (error) {
    return Promise.reject(error);
  }
}
