import { MATCHING } from '../tuning.ts';
import type { Candidates } from './candidates.ts';
import { type Support, supportStride } from './relax.ts';

/** One-to-one choice among the candidates: `picked[0 … count-1]` are their numbers, strongest first. */
interface Choice {
  count: number;
  readonly picked: Int16Array;
  readonly takenA: Uint8Array;
  readonly takenB: Uint8Array;
}

export const newChoice = (): Choice => ({
  count: 0,
  picked: new Int16Array(MATCHING.candidatesMax),
  takenA: new Uint8Array(MATCHING.minutiaeMax),
  takenB: new Uint8Array(MATCHING.minutiaeMax),
});

/** Takes the strongest candidate whose two minutiae are still free, again and again, down to a share of the first. */
export function choosePairs(candidates: Candidates, support: Support, out: Choice): void {
  out.takenA.fill(0);
  out.takenB.fill(0);
  out.count = 0;
  for (;;) {
    let best = -1;
    let most: number = MATCHING.strengthMin;
    for (let k = 0; k < candidates.count; k++) {
      if (support.strength[k]! < most) continue;
      if (out.takenA[candidates.a[k]!] === 1 || out.takenB[candidates.b[k]!] === 1) continue;
      most = support.strength[k]!;
      best = k;
    }
    if (best < 0) return;
    out.takenA[candidates.a[best]!] = 1;
    out.takenB[candidates.b[best]!] = 1;
    out.picked[out.count++] = best;
  }
}

/** Mean likeness of the places chosen, 0 … 1. */
export function meanLikeness(candidates: Candidates, choice: Choice): number {
  let sum = 0;
  for (let n = 0; n < choice.count; n++) sum += candidates.likeness[choice.picked[n]!]!;
  return choice.count === 0 ? 0 : sum / choice.count;
}

/** How much the chosen pairs bear each other out: root of the sum of their edges, each by the likeness of its ends. */
export function mutualSupport(candidates: Candidates, support: Support, choice: Choice): number {
  let sum = 0;
  for (let n = 0; n < choice.count; n++) {
    const k = choice.picked[n]!;
    for (let m = 0; m < choice.count; m++) {
      const l = choice.picked[m]!;
      sum += support.pairs[k * supportStride + l]! * candidates.likeness[k]! * candidates.likeness[l]!;
    }
  }
  return Math.sqrt(sum);
}
