/** Natural skin, hair and eye colours by origin and age. */
import type { Random } from '../../../kernel/index.ts';
import { blend, type Rgb, rgb, scaled } from './colour.ts';
import type { Demographics, Origin } from './identity.ts';

/** Lightest and darkest tone of each origin. */
const SKIN: Readonly<Record<Origin, readonly [Rgb, Rgb]>> = {
  'east-asian': [rgb(250, 224, 202), rgb(224, 180, 144)],
  'south-asian': [rgb(216, 168, 128), rgb(158, 110, 78)],
  european: [rgb(250, 222, 206), rgb(232, 190, 164)],
  african: [rgb(162, 112, 80), rgb(112, 74, 54)],
};

const DARK_HAIR = [rgb(26, 22, 22), rgb(34, 26, 24), rgb(46, 34, 29), rgb(62, 42, 32)];
const EUROPEAN_HAIR = [
  rgb(52, 36, 28),
  rgb(92, 64, 42),
  rgb(132, 98, 62),
  rgb(188, 150, 100),
  rgb(30, 26, 26),
];
const TINTED_HAIR = [rgb(84, 54, 38), rgb(104, 70, 46)];
const GREY = rgb(176, 174, 172);
const WHITE = rgb(222, 220, 216);

export const EYE_COLOURS: Readonly<Record<Origin, readonly Rgb[]>> = {
  'east-asian': [rgb(58, 36, 24), rgb(74, 46, 28), rgb(46, 30, 22)],
  'south-asian': [rgb(64, 40, 24), rgb(84, 54, 30)],
  european: [rgb(92, 126, 156), rgb(110, 132, 104), rgb(98, 68, 42), rgb(120, 140, 150)],
  african: [rgb(50, 32, 22), rgb(62, 40, 26)],
};

export function skinTone(r: Random, origin: Origin): Rgb {
  const [light, dark] = SKIN[origin];
  const tone = blend(light, dark, r.next());
  // Undertone: a little more rose or more olive.
  const rose = r.between(-0.018, 0.018);
  return [tone[0] + rose, tone[1] - rose * 0.5, tone[2]];
}

/** Grey comes with age only: none before 40, all of it after about 72. */
export function hairColour(r: Random, who: Demographics): Rgb {
  const natural = who.origin === 'european' ? r.pick(EUROPEAN_HAIR) : r.pick(DARK_HAIR);
  const tinted = who.sex === 'female' && who.age >= 20 && who.origin === 'east-asian' && r.chance(0.3);
  const base = scaled(tinted ? r.pick(TINTED_HAIR) : natural, r.between(0.9, 1.12));
  const dyed = who.age < 68 && r.chance(0.5);
  const share = dyed ? 0 : Math.max(0, Math.min(1, (who.age - 44) / 28 + r.between(-0.12, 0.12)));
  return blend(base, blend(GREY, WHITE, Math.max(0, share - 0.6) * 2), share * 0.92);
}
