/** The people nearest to a probe, gathered while rows are visited. */
import type { Candidate } from './outcome.ts';

export class Nearest {
  readonly #margin: number;
  readonly #cosines = new Map<string, number>();
  /** Nobody below it can change the answer any more: it rises with the best. */
  limit: number;
  best = -1;

  constructor(limit: number, margin: number) {
    this.limit = limit;
    this.#margin = margin;
  }

  add(id: string, cosine: number): void {
    this.#cosines.set(id, Math.max(cosine, this.#cosines.get(id) ?? -1));
    this.best = Math.max(this.best, cosine);
    this.limit = Math.max(this.limit, this.best - this.#margin);
  }

  candidates(): Candidate[] {
    return Array.from(this.#cosines, ([id, cosine]) => ({ id, cosine })).filter(
      ({ cosine }) => cosine >= this.limit,
    );
  }
}
