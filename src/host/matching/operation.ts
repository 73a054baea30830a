/**
 * Evaluation in operation: each passage is compared with impostors drawn by chance too, after it was answered, so that
 * nobody waits for it. Only counts stay: no score, no probe, and of people the ids of the latest travellers.
 */
import type { SearchOutcome, SearchTemplate } from '../../biometrics/index.ts';
import type { Gallery } from '../../biometrics/node.ts';
import type { Random, TravellerId } from '../../kernel/index.ts';
import { matchesFinger } from './compare-finger.ts';
import { type OperationCounts, OperationTally, type Verdict } from './operation-counts.ts';

/** A comparison in the gallery takes microseconds. */
const FACE_IMPOSTORS = 100;
/** Each is opened and prepared for it, which takes milliseconds. */
const FINGER_IMPOSTORS = 2;
/** Impostors of the finger are drawn among so many travellers who were recognised last. */
const LATEST_MAX = 200;
/** Beyond, comparisons are left out and counted as such: a rush must not be slowed down by its own evaluation. */
const WAITING_MAX = 20;

export interface OperationParts {
  /** Copies of somebody's stored fingers; they are overwritten after use. */
  readonly fingersOf: (traveller: string) => Promise<readonly { readonly bytes: Uint8Array }[]>;
  readonly gallery: Pick<Gallery, 'countFalseMatches'>;
  readonly random: Random;
}

export class Operation {
  readonly #parts: OperationParts;
  readonly #tally = new OperationTally();
  readonly #latest = new Set<string>();
  #waiting = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: OperationParts) {
    this.#parts = parts;
  }

  get counts(): OperationCounts {
    return this.#tally.counts;
  }

  /** Takes a copy of the probe before it returns. */
  searched(probe: Int8Array, found: SearchOutcome): void {
    this.#tally.addSearch(found.kind);
    if (found.kind === 'one') this.#remember(found.id);
    const [own, copy] = [found.kind === 'one' ? found.id : '', probe.slice()];
    this.#afterwards(async () => {
      try {
        this.#tally.addImpostors(
          'face',
          await this.#parts.gallery.countFalseMatches(copy, own, FACE_IMPOSTORS),
        );
      } finally {
        copy.fill(0);
      }
    });
  }

  faceCompared(traveller: TravellerId, verdict: Verdict): void {
    this.#tally.addOwn(traveller, 'face', verdict);
  }

  fingerCompared(traveller: TravellerId, verdict: Verdict, probe: SearchTemplate): void {
    this.#tally.addOwn(traveller, 'finger', verdict);
    this.#afterwards(async () => {
      for (const other of this.#drawOthers(traveller)) await this.#compareFinger(other, probe);
    });
  }

  /** The finger was too poor to be compared, or its comparison failed. */
  notCompared(traveller: TravellerId): void {
    this.#tally.forget(traveller);
  }

  /** When everything that waits now has been compared. */
  settled(): Promise<void> {
    return this.#work;
  }

  async #compareFinger(other: string, probe: SearchTemplate): Promise<void> {
    const stored = await this.#parts.fingersOf(other);
    // Whoever withdrew is nobody's impostor any more.
    if (stored.length === 0) this.#latest.delete(other);
    else {
      const matched = stored.some(({ bytes }) => matchesFinger(probe, bytes));
      this.#tally.addImpostors('finger', { comparisons: 1, falseMatches: matched ? 1 : 0 });
    }
    for (const { bytes } of stored) bytes.fill(0);
  }

  #drawOthers(traveller: string): string[] {
    const others = [...this.#latest].filter((id) => id !== traveller);
    return Array.from({ length: Math.min(FINGER_IMPOSTORS, others.length) }, () => {
      const [drawn] = others.splice(this.#parts.random.int(0, others.length - 1), 1);
      return drawn!;
    });
  }

  #remember(traveller: string): void {
    this.#latest.delete(traveller);
    this.#latest.add(traveller);
    const [oldest] = this.#latest;
    if (this.#latest.size > LATEST_MAX && oldest !== undefined) this.#latest.delete(oldest);
  }

  /** One after the other; a failure touches the evaluation alone, and is counted. */
  #afterwards(compare: () => Promise<void>): void {
    if (this.#waiting >= WAITING_MAX) {
      this.#tally.addLeftOut();
      return;
    }
    this.#waiting++;
    this.#work = this.#work
      .then(compare)
      .catch(() => this.#tally.addLeftOut())
      .finally(() => void this.#waiting--);
  }
}
