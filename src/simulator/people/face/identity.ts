/** Who a synthetic face is: shape and colours that stay the same in every view. Lengths in head units (about 10.6 cm). */
import { type Random, seededRandom } from '../../../kernel/index.ts';
import { blend, type Rgb, rgb, scaled } from './colour.ts';
import { type HairStyle, hairFor } from './hair-style.ts';
import { EYE_COLOURS, hairColour, skinTone } from './palette.ts';

export const ORIGINS = ['east-asian', 'south-asian', 'european', 'african'] as const;
export type Origin = (typeof ORIGINS)[number];
export type Sex = 'female' | 'male';

/** What is known of a person before the face is drawn. */
export interface Demographics {
  readonly origin: Origin;
  readonly sex: Sex;
  /** Completed years, 10 to 85. */
  readonly age: number;
}

export interface FaceIdentity extends Demographics {
  readonly seed: number;
  readonly skin: Rgb;
  readonly lips: Rgb;
  readonly hairColour: Rgb;
  readonly iris: Rgb;
  readonly hair: HairStyle;
  readonly skull: ReturnType<typeof skull>;
  readonly eyes: ReturnType<typeof eyes>;
  readonly brows: ReturnType<typeof brows>;
  readonly nose: ReturnType<typeof nose>;
  readonly mouth: ReturnType<typeof mouth>;
  readonly beard: ReturnType<typeof beard>;
  readonly marks: ReturnType<typeof marks>;
  readonly glasses: ReturnType<typeof glasses>;
  readonly clothes: ReturnType<typeof clothes>;
}

export function makeIdentity(seed: number, who: Demographics): FaceIdentity {
  const random = seededRandom(seed);
  const skin = skinTone(random.fork('skin'), who.origin);
  const colour = hairColour(random.fork('hair-colour'), who);
  return {
    seed,
    ...who,
    skin,
    lips: blend(
      skin,
      rgb(186, 72, 78),
      who.sex === 'female' ? random.between(0.5, 0.8) : random.between(0.24, 0.4),
    ),
    hairColour: colour,
    iris: random.fork('iris').pick(EYE_COLOURS[who.origin]),
    hair: hairFor(random.fork('hair'), who),
    skull: skull(random.fork('skull'), who),
    eyes: eyes(random.fork('eyes'), who),
    brows: brows(random.fork('brows'), who),
    nose: nose(random.fork('nose'), who),
    mouth: mouth(random.fork('mouth'), who),
    beard: beard(random.fork('beard'), who),
    marks: marks(random.fork('marks'), who),
    glasses: glasses(random.fork('glasses'), who),
    clothes: clothes(random.fork('clothes')),
  };
}

/** 1 for a child of ten, 0 from eighteen on. */
const youth = (who: Demographics) => Math.max(0, Math.min(1, (18 - who.age) / 8));

function skull(r: Random, who: Demographics) {
  const man = who.sex === 'male';
  return {
    width: r.between(0.65, 0.8) + (man ? 0.01 : 0),
    /** Eye line to chin. */
    chinY: -r.between(0.93, 1.22) + 0.1 * youth(who) - (man ? 0.03 : 0),
    jaw: r.between(0.82, 1.08) + (man ? 0.05 : -0.02),
    chinWidth: r.between(0.78, 1.35) + (man ? 0.07 : -0.05),
    chin: r.between(0, 0.1) + (man ? 0.02 : 0),
    cheekbone: r.between(0, 0.09) + (who.origin === 'east-asian' ? 0.015 : 0),
    fullness: r.between(-0.05, 0.03) + 0.03 * youth(who),
    temple: r.between(0.94, 1.05),
    neck: (man ? 0.45 : 0.375) + r.between(-0.03, 0.04) - 0.05 * youth(who),
    shoulders: (man ? 1.72 : 1.5) + r.between(-0.1, 0.12) - 0.25 * youth(who),
    ear: r.between(0.9, 1.15),
  };
}

function eyes(r: Random, who: Demographics) {
  const asian = who.origin === 'east-asian';
  return {
    apart: r.between(0.255, 0.35),
    y: r.between(-0.05, 0.05),
    width: r.between(0.122, 0.183),
    height:
      (asian ? r.between(0.042, 0.082) : r.between(0.048, 0.088)) +
      0.008 * youth(who) +
      (who.sex === 'female' ? 0.004 : 0),
    tilt: r.between(-0.03, 0.042),
    /** Depth of the crease above the lid; near 0 is a single lid. */
    crease: asian && r.chance(0.4) ? r.between(0, 0.25) : r.between(0.4, 1),
    socket: (asian ? r.between(0.02, 0.09) : r.between(0.06, 0.15)) + (who.age > 60 ? 0.02 : 0),
    bags: Math.max(0, (who.age - 38) / 50) * r.between(0.5, 1.2),
  };
}

function brows(r: Random, who: Demographics) {
  const man = who.sex === 'male';
  return {
    y: r.between(0.15, 0.275),
    thickness: r.between(0.014, 0.042) * (man ? 1.25 : 0.9),
    slope: r.between(-0.03, 0.042),
    arch: r.between(0, 0.14) * (man ? 0.7 : 1.1),
    length: r.between(0.29, 0.46),
    gap: r.between(-0.045, 0.065),
    density: r.between(0.5, 1),
    ridge: (man ? 0.03 : 0.006) + r.between(0, 0.02),
  };
}

function nose(r: Random, who: Demographics) {
  const flat = who.origin === 'east-asian' || who.origin === 'african';
  return {
    length: r.between(0.33, 0.54) - 0.04 * youth(who),
    wing: r.between(0.105, 0.19) + (who.origin === 'african' ? 0.035 : flat ? 0.01 : 0),
    bridge: flat ? r.between(0.03, 0.09) : r.between(0.08, 0.15),
    bridgeWidth: r.between(0.045, 0.095),
    tip: r.between(0.15, 0.31) + (flat ? -0.02 : 0.03) - 0.03 * youth(who),
    tipWidth: r.between(0.06, 0.12),
    hump: flat ? r.between(-0.02, 0.02) : r.between(-0.02, 0.05),
    lift: r.between(-0.01, 0.035),
  };
}

function mouth(r: Random, who: Demographics) {
  const full = who.origin === 'african' ? 0.014 : 0;
  return {
    drop: r.between(0.17, 0.3),
    width: r.between(0.18, 0.31),
    upper: r.between(0.024, 0.068) + full - (who.age > 60 ? 0.01 : 0),
    lower: r.between(0.035, 0.092) + full - (who.age > 60 ? 0.01 : 0),
    bow: r.between(0.2, 0.9),
    corners: r.between(0.004, 0.05),
    forward: r.between(0, 0.05),
  };
}

function beard(r: Random, who: Demographics) {
  const grown = who.sex === 'male' && who.age > 22;
  const kind = r.next();
  const often = who.origin === 'east-asian' ? 0.3 : 0.55;
  if (!grown) return { cheeks: 0, chin: 0, lip: 0 };
  if (kind < often * 0.5) return { cheeks: r.between(0.7, 1), chin: 1, lip: 1 };
  if (kind < often * 0.8) return { cheeks: 0, chin: r.between(0.7, 1), lip: r.between(0.7, 1) };
  if (kind < often) return { cheeks: 0, chin: 0, lip: r.between(0.7, 1) };
  const shadow = r.between(0, 0.22);
  return { cheeks: shadow, chin: shadow, lip: shadow };
}

function marks(r: Random, who: Demographics) {
  const mole = r.chance(0.3)
    ? { x: r.between(-0.45, 0.45), y: r.between(-0.75, -0.15), size: r.between(0.012, 0.018) }
    : undefined;
  return {
    wrinkles: Math.max(0, (who.age - 36) / 40) * r.between(0.7, 1.2),
    freckles: who.origin === 'european' && r.chance(0.4) ? r.between(0.3, 0.8) : 0,
    blush: r.between(0.3, 1),
    mole,
  };
}

function glasses(r: Random, who: Demographics) {
  const wears = r.chance(who.age > 45 ? 0.45 : 0.4);
  const shape = r.pick(['round', 'square', 'half'] as const);
  const colour = r.pick([
    rgb(28, 26, 28),
    rgb(70, 46, 34),
    rgb(84, 86, 92),
    rgb(124, 94, 58),
    rgb(40, 48, 72),
  ]);
  return wears
    ? {
        shape,
        colour,
        thick: r.between(0.008, 0.024),
        width: r.between(0.19, 0.245),
        height: r.between(0.12, 0.2),
      }
    : undefined;
}

function clothes(r: Random) {
  const muted = [
    rgb(58, 74, 102),
    rgb(92, 104, 96),
    rgb(138, 92, 82),
    rgb(214, 214, 210),
    rgb(48, 50, 56),
    rgb(122, 130, 150),
    rgb(168, 148, 122),
    rgb(86, 62, 92),
    rgb(56, 96, 104),
    rgb(176, 132, 128),
    rgb(104, 112, 70),
    rgb(150, 164, 176),
  ];
  return {
    colour: scaled(r.pick(muted), r.between(0.88, 1.08)),
    neck: r.pick(['crew', 'v', 'collar'] as const),
  };
}
