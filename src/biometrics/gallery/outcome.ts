/** From people near the probe to the answer: the margin rule. */
import type { SearchThresholds } from './thresholds.ts';

/** What a search says. Never a score: an officer or a lane needs none, and a score helps an attacker climb. */
export type SearchOutcome =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] };

/** A person and the best cosine of their templates; stays inside the room. */
export interface Candidate {
  readonly id: string;
  readonly cosine: number;
}

/** More names would not help an officer, and an answer has a limit. */
export const AMBIGUOUS_IDS_MAX = 16;

/**
 * One person, when the best reaches the threshold and nobody else is within the margin of them (the edge
 * itself counts as within). A second person below the threshold counts too: what is close is doubtful.
 */
export function decideOutcome(candidates: Iterable<Candidate>, thresholds: SearchThresholds): SearchOutcome {
  // Equal cosines fall in order of id, so that the same people give the same answer whatever their rows.
  const ranked = [...candidates].sort((a, b) => b.cosine - a.cosine || (a.id < b.id ? -1 : 1));
  const best = ranked[0];
  if (!best || best.cosine < thresholds.cosineMin) return { kind: 'none' };
  const close = ranked.filter((other) => other.cosine >= best.cosine - thresholds.margin);
  if (close.length === 1) return { kind: 'one', id: best.id };
  // Sorted by id, so that the order does not tell who was closer.
  return {
    kind: 'ambiguous',
    ids: close
      .slice(0, AMBIGUOUS_IDS_MAX)
      .map(({ id }) => id)
      .sort(),
  };
}
