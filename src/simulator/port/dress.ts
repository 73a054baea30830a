/** Makes a visitor of an arrival: pictures for the cameras, impressions for the reader, manners from the behaviour. */
import type { FingerName } from '../../devices/index.ts';
import { type Frame, type GreyImage, hash32, type Instant, seededRandom } from '../../kernel/index.ts';
import {
  CAREFUL,
  composeFrame,
  LANE_VIEWS,
  makeImpression,
  type Portrait,
  type Standing,
  standAt,
} from '../people/index.ts';
import type { People } from '../people/node.ts';
import type { Behaviour, Arrival as TrafficArrival } from '../traffic/index.ts';
import type { Manner, Sight, Visitor } from './visitor.ts';

const PLAIN: Manner = { bodies: 1, answer: 'confirm', firstLook: 'well-placed', leaves: 'forward' };

/** What a behaviour changes in the plain manner. */
const MANNERS: Readonly<Partial<Record<Behaviour['kind'], Partial<Manner>>>> = {
  'enters-with-another': { bodies: 2 },
  'presses-not-me': { answer: 'not-me' },
  'walks-back-out': { leaves: 'back' },
  'looks-away-first': { firstLook: 'looking-away' },
};

const STANDING: Readonly<Record<Sight, Standing>> = {
  approaching: 'approaching',
  'looking-away': 'well-placed',
  'well-placed': 'well-placed',
};

/** Loads what the visitor needs to be seen; NOT_FOUND for a person without pictures. */
export async function dressVisitor(arrival: TrafficArrival, people: People): Promise<Visitor> {
  const { person, behaviour, direction, serial } = arrival;
  const lane = await Promise.all(LANE_VIEWS.map((view) => people.picture(person, view)));
  const away = await people.picture(person, 'away');
  const handed = await handedBy(arrival, people);
  const seed = hash32(`${person}/${serial}`);
  return {
    key: `v${serial}`,
    person,
    direction,
    manner: { ...PLAIN, ...MANNERS[behaviour.kind] },
    heads: arrival.place === 'collection-point' ? 'collection-point' : 'lane',
    see: (sight, at) => frameOf(sight === 'looking-away' ? [away] : lane, STANDING[sight], seed, at),
    touch: (attempt, asked) =>
      makeImpression(handed(asked), { ...CAREFUL, seed: seed + attempt, wear: wearOf(behaviour) }),
  };
}

/** The finger that is laid down when one is asked for: the own one of that name, or always the same one of somebody else. */
async function handedBy(
  { person, behaviour }: TrafficArrival,
  people: People,
): Promise<(asked?: FingerName) => GreyImage> {
  if (behaviour.kind === 'gives-finger-of') {
    const borrowed = await people.master(behaviour.person, behaviour.finger);
    return () => borrowed;
  }
  const [right, left] = await Promise.all([
    people.master(person, 'right-index'),
    people.master(person, 'left-index'),
  ]);
  return (asked) => (asked === 'left-index' ? left : right);
}

const wearOf = (behaviour: Behaviour) => (behaviour.kind === 'gives-worn-finger' ? behaviour.wear : 0);

/** Every frame differs in stance, expression, light and noise, as a camera's do. */
function frameOf(views: readonly Portrait[], standing: Standing, seed: number, at: Instant): Frame {
  const random = seededRandom(seed).fork(at);
  const picture = random.pick(views);
  return composeFrame({
    background: seed % 4,
    people: [{ picture, ...standAt(standing, random) }],
    brightness: random.between(0.92, 1.08),
    noiseSeed: random.int(0, 1 << 30),
  });
}

/** The same person before a second lane: looks alike, and is nobody's next traveller. */
export const shadowOf = (visitor: Visitor, lane: string): Visitor => ({
  ...visitor,
  key: `${visitor.key}b`,
  person: '',
  lane,
});
