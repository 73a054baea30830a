import { FUSION } from '../tuning.ts';
import type { Evidence } from './compare.ts';

/** Weighs the evidence into a log-likelihood ratio; no evidence is the strongest word against a match. */
export function fuse(evidence: Evidence | undefined): number {
  if (!evidence) return FUSION.scoreMin;
  const sum =
    FUSION.bias +
    FUSION.share * Math.log(evidence.share + FUSION.shareFloor) +
    FUSION.distinctness * evidence.distinctness +
    FUSION.support * Math.log(evidence.support + FUSION.supportFloor) +
    FUSION.agreement * evidence.agreement;
  return Math.min(FUSION.scoreMax, Math.max(FUSION.scoreMin, sum));
}
