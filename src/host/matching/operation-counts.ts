/** What the running system counts about its own errors (ISO/IEC 19795-1; BSI TR-03121, EVA-VER). Numbers only, no score. */
import { addCounts, type ImpostorCounts, NO_COUNTS } from '../../biometrics/index.ts';

/** Comparisons with somebody's own template, where another factor had shown that it was they. */
export interface GenuineCounts {
  readonly comparisons: number;
  readonly missed: number;
}

export interface FactorCounts {
  readonly impostors: ImpostorCounts;
  readonly genuine: GenuineCounts;
}

export interface OperationCounts {
  readonly searches: { readonly one: number; readonly none: number; readonly ambiguous: number };
  readonly face: FactorCounts;
  readonly finger: FactorCounts;
  /** Comparisons with impostors that were left out: too many waited, or a part failed. */
  readonly leftOut: number;
}

export type Factor = 'face' | 'finger';
export type Verdict = 'match' | 'no-match';

const NOTHING: FactorCounts = { impostors: NO_COUNTS, genuine: { comparisons: 0, missed: 0 } };
/** Attempts of which only one factor has been compared so far; a lane holds one traveller. */
const PENDING_MAX = 64;

export class OperationTally {
  #counts: OperationCounts = {
    searches: { one: 0, none: 0, ambiguous: 0 },
    face: NOTHING,
    finger: NOTHING,
    leftOut: 0,
  };
  readonly #pending = new Map<string, { factor: Factor; verdict: Verdict }>();

  get counts(): OperationCounts {
    return this.#counts;
  }

  addSearch(outcome: keyof OperationCounts['searches']): void {
    const { searches } = this.#counts;
    this.#counts = { ...this.#counts, searches: { ...searches, [outcome]: searches[outcome] + 1 } };
  }

  addImpostors(factor: Factor, counts: ImpostorCounts): void {
    const before = this.#counts[factor];
    this.#counts = {
      ...this.#counts,
      [factor]: { ...before, impostors: addCounts(before.impostors, counts) },
    };
  }

  addLeftOut(): void {
    this.#counts = { ...this.#counts, leftOut: this.#counts.leftOut + 1 };
  }

  /** A comparison with the traveller's own templates; it counts once the other factor's verdict is there too. */
  addOwn(traveller: string, factor: Factor, verdict: Verdict): void {
    const other = this.#pending.get(traveller);
    if (!other || other.factor === factor) {
      this.#wait(traveller, { factor, verdict });
      return;
    }
    this.#pending.delete(traveller);
    // Where both fail it may well be another person: nobody is shown to be themselves by a factor that failed.
    if (other.verdict === 'match') this.#addGenuine(factor, verdict);
    if (verdict === 'match') this.#addGenuine(other.factor, other.verdict);
  }

  /** The attempt's other comparison did not come about. */
  forget(traveller: string): void {
    this.#pending.delete(traveller);
  }

  #wait(traveller: string, verdict: { factor: Factor; verdict: Verdict }): void {
    this.#pending.set(traveller, verdict);
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > PENDING_MAX && oldest !== undefined) this.#pending.delete(oldest);
  }

  #addGenuine(factor: Factor, verdict: Verdict): void {
    const before = this.#counts[factor];
    const { comparisons, missed } = before.genuine;
    const genuine = { comparisons: comparisons + 1, missed: missed + (verdict === 'match' ? 0 : 1) };
    this.#counts = { ...this.#counts, [factor]: { ...before, genuine } };
  }
}
