import { MATCHING } from '../tuning.ts';
import { type Placement, placeByCandidates, placeByPairs } from './align.ts';
import { findCandidates, newCandidates } from './candidates.ts';
import { choosePairs, meanLikeness, mutualSupport, newChoice } from './choose.ts';
import { fuse } from './fuse.ts';
import { measureOverlap, type Overlap } from './overlap.ts';
import { fitOf, newPairing, pairMinutiae } from './pair.ts';
import { newSupport, relax } from './relax.ts';
import type { SearchTemplate } from './search-template.ts';

/** What a comparison found, before it is weighed. */
export interface Evidence {
  /** Mutual support of the pairs chosen by relaxation: square root of the sum over all their edges. */
  support: number;
  /**
   * Mean likeness of the chosen places taken alone, less that of any two places: in fingers of the same plain pattern
   * everything looks alike, and likeness proves little.
   */
  distinctness: number;
  /** Minutiae that fall on each other, by fit, as a share of those that could, 0 … 1. */
  share: number;
  /** Mean cosine of twice the difference of ridge orientation where the fingers overlap, -1 … 1. */
  agreement: number;
}

// Scratch memory of comparisons. They are synchronous, so that none meets another's, and no inner loop allocates.
const candidates = newCandidates(MATCHING.candidatesMax);
const relaxation = newSupport();
const choice = newChoice();
const pairing = newPairing();
const placement: Placement = { cosine: 1, sine: 0, x: 0, y: 0 };
const overlap: Overlap = { agreement: 0, minutiaeA: 0, minutiaeB: 0 };

/**
 * The default matcher, made of published parts that are free to use; it takes nothing from Minutia Cylinder-Code,
 * for which patents of the University of Bologna are said to exist:
 *
 * 1. orientation descriptors around each minutia (Tico and Kuosmanen 2003) and its nearest neighbours (Jiang and
 *    Yau 2000) say which minutiae of the two fingers might be the same;
 * 2. relaxation over compatible pairs (Rosenfeld, Hummel and Zucker 1976; Leordeanu and Hebert 2005) finds those that
 *    are in the same places to one another, borne by edges as Bozorth's and SourceAFIS's matchers are;
 * 3. the fingers are laid over each other, and what falls together is counted against what should have;
 * 4. logistic regression weighs the evidence into a log-likelihood ratio, so that scores of several fingers add up.
 */
function gatherEvidence(a: SearchTemplate, b: SearchTemplate, out: Evidence): boolean {
  findCandidates(a, b, candidates);
  if (candidates.count === 0) return false;
  relax(a, b, candidates, relaxation);
  choosePairs(candidates, relaxation, choice);
  if (choice.count === 0) return false;
  placeByCandidates(a, b, candidates, relaxation, choice.picked[0]!, placement);
  pairMinutiae(a, b, placement, pairing);
  placeByPairs(a, b, pairing.partner, placement);
  pairMinutiae(a, b, placement, pairing);
  measureOverlap(a, b, placement, overlap);
  out.support = mutualSupport(candidates, relaxation, choice);
  out.distinctness = meanLikeness(candidates, choice) - candidates.usual;
  out.share = shareOf(fitOf(pairing, a.count));
  out.agreement = overlap.agreement;
  return true;
}

/** A few minutiae that nobody saw are added to both sides: a small overlap proves little. */
function shareOf(fit: number): number {
  const unseen = MATCHING.unseenMinutiae;
  return fit / Math.sqrt((overlap.minutiaeA + unseen) * (overlap.minutiaeB + unseen));
}

const evidence: Evidence = { support: 0, distinctness: 0, share: 0, agreement: 0 };

/** Log-likelihood ratio (natural logarithm) that both are impressions of one finger, within the bounds of `FUSION`. */
export function compareTemplates(a: SearchTemplate, b: SearchTemplate): number {
  return fuse(gatherEvidence(a, b, evidence) ? evidence : undefined);
}
