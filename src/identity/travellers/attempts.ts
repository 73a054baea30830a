/** Counts tries, so that guessing ends; a count that was reached says until when, and never uses up a quota. */
import { type Instant, instantOf, later, type Millis } from '../../kernel/index.ts';
import type { TravellerDesk } from './desk.ts';

export interface AttemptLimit {
  readonly act: string;
  readonly max: number;
  readonly windowMs: Millis;
}

export type Allowance =
  | {
      readonly outcome: 'go';
      readonly left: number;
      /** For a try that was not the traveller's to answer for: a fault of ours costs nothing. */
      readonly undo: () => Promise<void>;
    }
  | { readonly outcome: 'locked'; readonly until: Instant };

/** The try is counted before it is made: many at once are all counted. */
export async function attempt(
  { store, clock }: Pick<TravellerDesk, 'store' | 'clock'>,
  { act, max, windowMs }: AttemptLimit,
  subject: string,
): Promise<Allowance> {
  const now = clock.now();
  const id = await store.addAttempt({ act, subject, at: now });
  const times = await store.attemptsSince(act, subject, instantOf(now - windowMs + 1));
  const undo = () => store.dropAttempt(id);
  if (times.length <= max) return { outcome: 'go', left: max - times.length, undo };
  // A refused try does not lengthen the wait.
  await undo();
  const oldest = times.at(-1 - max) ?? now;
  return { outcome: 'locked', until: later(oldest, windowMs) };
}

/** Several limits at once: the first that is reached locks, and what was counted before it is given back. */
export async function attemptAll(
  desk: Pick<TravellerDesk, 'store' | 'clock'>,
  limits: readonly (readonly [AttemptLimit, string])[],
): Promise<Allowance> {
  const gone: Extract<Allowance, { outcome: 'go' }>[] = [];
  const undo = async () => {
    for (const each of gone) await each.undo();
  };
  for (const [limit, subject] of limits) {
    const allowance = await attempt(desk, limit, subject);
    if (allowance.outcome === 'locked') {
      await undo();
      return allowance;
    }
    gone.push(allowance);
  }
  return { outcome: 'go', left: Math.min(...gone.map(({ left }) => left)), undo };
}
