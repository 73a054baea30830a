import type { Minutia } from '../template.ts';
import { EXTRACTION } from '../tuning.ts';

/** Removes what dirt, pores and sweat make of ridges, then keeps the best, so that templates have a bounded size. */
export function filterMinutiae(found: readonly Minutia[]): Minutia[] {
  return keepBest(dropClouds(dropDipoles(found)));
}

/**
 * A break in a ridge, a bridge between two, a pore: each makes two turns of opposite sense close together, pointing
 * against each other, that would vanish with a little more smoothing. Nearest pairs go first.
 */
function dropDipoles(found: readonly Minutia[]): Minutia[] {
  const pairs: { a: number; b: number; distance: number }[] = [];
  for (let a = 0; a < found.length; a++) {
    for (let b = a + 1; b < found.length; b++) {
      const distance = Math.hypot(found[a]!.x - found[b]!.x, found[a]!.y - found[b]!.y);
      if (distance > EXTRACTION.dipolePx) continue;
      if (Math.cos(found[a]!.direction - found[b]!.direction) < 0) pairs.push({ a, b, distance });
    }
  }
  pairs.sort((p, q) => p.distance - q.distance);
  const gone = new Set<number>();
  for (const { a, b } of pairs) {
    if (gone.has(a) || gone.has(b)) continue;
    gone.add(a);
    gone.add(b);
  }
  return found.filter((_, i) => !gone.has(i));
}

/** Where more than a few crowd together, noise is speaking: all of the cloud goes. */
function dropClouds(found: readonly Minutia[]): Minutia[] {
  const near = EXTRACTION.cloudPx ** 2;
  return found.filter((a) => {
    const around = found.filter((b) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= near).length - 1;
    return around <= EXTRACTION.cloudNeighboursMax;
  });
}

function keepBest(found: readonly Minutia[]): Minutia[] {
  if (found.length <= EXTRACTION.minutiaeMax) return [...found];
  return [...found].sort((a, b) => b.quality - a.quality).slice(0, EXTRACTION.minutiaeMax);
}
