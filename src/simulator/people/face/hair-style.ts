/** How the hair is worn: numbers that the hair's surface and its edge are drawn from. */
import type { Random } from '../../../kernel/index.ts';
import type { Demographics } from './identity.ts';

export interface HairStyle {
  readonly cut: Cut;
  /** Height of the hairline at the middle of the forehead. */
  readonly front: number;
  /** Where hair ends beside the face (short) or hangs down to (long). */
  readonly tip: number;
  /** Whether it hangs beside the face and behind the neck. */
  readonly hangs: boolean;
  /** Angle from the front at which hanging hair begins, radians. */
  readonly open: number;
  /** Thickness over the crown and over the temples. */
  readonly top: number;
  readonly side: number;
  /** Parting: -1 left to 1 right; hair lifts to either side of it. 0 with no parting visible. */
  readonly part: number;
  /** Receding at both temples, 0 to 1. */
  readonly recede: number;
  /** Waves and curls, 0 to 1. */
  readonly curl: number;
  /** How ragged the edge is. */
  readonly rough: number;
}

type Cut = 'crop' | 'parted' | 'fringe' | 'buzz' | 'bald' | 'long' | 'bob' | 'tied' | 'perm';

export function hairFor(r: Random, who: Demographics): HairStyle {
  const cut = who.sex === 'female' ? womansCut(r, who) : mansCut(r, who);
  const base: HairStyle = {
    cut,
    front: r.between(0.6, 0.74),
    tip: -0.12,
    hangs: false,
    open: r.between(0.98, 1.12),
    top: r.between(0.1, 0.19),
    side: r.between(0.05, 0.1),
    part: r.pick([-1, 1]) * r.between(0.35, 0.8),
    recede: who.sex === 'male' && who.age > 35 ? r.between(0, (who.age - 30) / 45) : r.between(0, 0.15),
    curl: who.origin === 'african' ? 1 : r.chance(0.25) ? r.between(0.2, 0.6) : 0,
    rough: r.between(0.5, 1),
  };
  return { ...base, ...CUTS[cut](r) };
}

function womansCut(r: Random, who: Demographics): Cut {
  if (who.age >= 58) return r.pick(['perm', 'bob', 'tied', 'perm'] as const);
  if (who.origin === 'african') return r.pick(['tied', 'perm'] as const);
  return r.pick(['long', 'long', 'bob', 'bob', 'tied', 'fringe'] as const);
}

function mansCut(r: Random, who: Demographics): Cut {
  if (who.origin === 'african') return r.pick(['buzz', 'buzz', 'bald'] as const);
  if (who.age >= 55) return r.pick(['parted', 'crop', 'buzz', 'bald'] as const);
  if (who.age < 30) return r.pick(['fringe', 'crop', 'parted', 'fringe'] as const);
  return r.pick(['crop', 'parted', 'parted', 'buzz', 'crop'] as const);
}

const hanging = (r: Random, tip: number): Partial<HairStyle> => {
  const fringe = r.chance(0.4);
  return {
    hangs: true,
    tip,
    top: r.between(0.09, 0.15),
    side: r.between(0.07, 0.13),
    front: fringe ? r.between(0.27, 0.36) : r.between(0.6, 0.72),
    part: fringe ? 0 : r.pick([-1, 1]) * r.between(0.02, 0.6),
    recede: 0,
    curl: r.chance(0.3) ? r.between(0.2, 0.7) : 0,
  };
};

const CUTS: Readonly<Record<Cut, (r: Random) => Partial<HairStyle>>> = {
  crop: (r) => ({ top: r.between(0.1, 0.17), side: r.between(0.03, 0.06), part: 0 }),
  parted: (r) => ({ top: r.between(0.12, 0.2), side: r.between(0.04, 0.08) }),
  fringe: (r) => ({ front: r.between(0.28, 0.42), recede: 0, part: 0, side: r.between(0.06, 0.1) }),
  buzz: () => ({ top: 0.03, side: 0.018, part: 0, rough: 0.35 }),
  bald: () => ({ top: 0.012, side: 0.02, part: 0, recede: 1, front: 1.3, rough: 0.4 }),
  long: (r) => hanging(r, r.between(-1.75, -1.45)),
  bob: (r) => hanging(r, r.between(-0.98, -0.7)),
  tied: (r) => ({ top: r.between(0.05, 0.09), side: 0.03, part: 0, recede: 0, rough: 0.3, tip: 0.02 }),
  perm: (r) => ({
    top: r.between(0.14, 0.22),
    side: r.between(0.1, 0.16),
    curl: 1,
    part: 0,
    recede: 0,
    tip: -0.35,
    front: r.between(0.55, 0.66),
  }),
};
