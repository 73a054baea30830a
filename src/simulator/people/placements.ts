/** Where people stand before a lane's camera of 1280 x 720. */
import type { Random } from '../../kernel/index.ts';

export const STANDINGS = ['too-far', 'approaching', 'well-placed', 'left', 'right', 'behind'] as const;
export type Standing = (typeof STANDINGS)[number];

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const SPOTS: Readonly<Record<Standing, Spot>> = {
  'too-far': { x: 640, y: 300, scale: 0.3 },
  approaching: { x: 640, y: 310, scale: 0.62 },
  'well-placed': { x: 640, y: 330, scale: 1.3 },
  left: { x: 430, y: 340, scale: 1.15 },
  right: { x: 860, y: 335, scale: 1.15 },
  /** Looking over the shoulder of the one in front. */
  behind: { x: 880, y: 285, scale: 0.8 },
};

/** The spot with a little sway, as nobody stands still. */
export function standAt(standing: Standing, random: Random): Spot {
  const spot = SPOTS[standing];
  const sway = () => Math.max(-2, Math.min(2, random.gauss()));
  return {
    x: spot.x + 6 * spot.scale * sway(),
    y: spot.y + 4 * spot.scale * sway(),
    scale: spot.scale * (1 + 0.012 * sway()),
  };
}
