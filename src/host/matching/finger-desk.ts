/**
 * The touches of the passages under way, each judged together with those before it (A-11, X11). A touch counts for the
 * finger that was asked for and no other, so that somebody with many fingers on file is no easier to pass for.
 */
import {
  type EnrolledFinger,
  extractFinger,
  type FingerPosition,
  type FingerTouch,
  prepareFinger,
  type TouchVerdict,
} from '../../biometrics/index.ts';
import type { PassageId, TravellerId } from '../../kernel/index.ts';
import type { FingerChoice, FingerVerdict, Touch } from '../../lane/index.ts';
import { enrolledOf, judge, type StoredFinger } from './compare-finger.ts';
import type { Operation } from './operation.ts';

export interface FingerDeskParts {
  /** Copies of a person's stored fingers; they are overwritten after use. */
  readonly fingersOf: (traveller: TravellerId) => Promise<readonly StoredFinger[]>;
  readonly operation: Operation | undefined;
}

export class FingerDesk {
  readonly #parts: FingerDeskParts;
  readonly #touches = new Map<PassageId, FingerTouch[]>();

  constructor(parts: FingerDeskParts) {
    this.#parts = parts;
  }

  async first(traveller: TravellerId): Promise<FingerChoice> {
    const verdict = judge([], await this.#enrolled(traveller));
    return verdict.outcome === 'again' ? againOf(verdict) : { kind: 'refer', why: 'nothing-enrolled' };
  }

  async touch({ passage, traveller, image }: Touch): Promise<FingerVerdict> {
    // Taken before anything is awaited: an answer that comes after the passage's end opens no new list.
    const touches = this.#listOf(passage);
    const enrolled = await this.#enrolled(traveller);
    const finger = askedFor(touches, enrolled);
    if (!finger) return { kind: 'refer', why: 'nothing-enrolled' };
    const touch: FingerTouch = { finger, reading: extractFinger(image) };
    touches.push(touch);
    const verdict = judge(touches, enrolled);
    this.#count(traveller, touch, verdict);
    if (!this.#touches.has(passage)) wipe(touches);
    return verdictOf(verdict);
  }

  forget(passage: PassageId): void {
    wipe(this.#touches.get(passage) ?? []);
    this.#touches.delete(passage);
  }

  #listOf(passage: PassageId): FingerTouch[] {
    const touches = this.#touches.get(passage) ?? [];
    this.#touches.set(passage, touches);
    return touches;
  }

  async #enrolled(traveller: TravellerId): Promise<EnrolledFinger[]> {
    const stored = await this.#parts.fingersOf(traveller);
    try {
      return enrolledOf(stored);
    } finally {
      for (const { bytes } of stored) bytes.fill(0);
    }
  }

  #count(traveller: TravellerId, { reading }: FingerTouch, { outcome }: TouchVerdict): void {
    const { operation } = this.#parts;
    if (reading.outcome !== 'ok') operation?.notCompared(traveller);
    else {
      const matched = outcome === 'match' ? 'match' : 'no-match';
      operation?.fingerCompared(traveller, matched, prepareFinger(reading.template));
    }
  }
}

/** The finger that lies on the glass, if the person does as asked. After a match the last one is asked for again. */
function askedFor(
  touches: readonly FingerTouch[],
  enrolled: readonly EnrolledFinger[],
): FingerPosition | undefined {
  const verdict = judge(touches, enrolled);
  return verdict.outcome === 'again' ? verdict.finger : touches.at(-1)?.finger;
}

function verdictOf(verdict: TouchVerdict): FingerVerdict {
  if (verdict.outcome === 'match') return { kind: 'match' };
  return verdict.outcome === 'again' ? againOf(verdict) : { kind: 'refer', why: verdict.reason };
}

const againOf = ({ finger, guidance, touchesLeft }: Extract<TouchVerdict, { outcome: 'again' }>) => ({
  kind: 'again' as const,
  ask: { finger, guidance, touchesLeft },
});

/** What lies in a buffer is overwritten, the rest let go. */
function wipe(touches: FingerTouch[]): void {
  for (const { reading } of touches.splice(0)) {
    if (reading.outcome === 'ok') reading.template.flow?.orientation.fill(0);
  }
}
