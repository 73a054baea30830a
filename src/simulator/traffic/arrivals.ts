/** Who comes next: a stream of arrivals that keeps account of who is on which side and who is still in the port. */
import { type Millis, millis, type Random, type TravellerId } from '../../kernel/index.ts';
import type { Side } from '../people/index.ts';
import { behaviourOf } from './behave.ts';
import type { Behaviour } from './behaviour.ts';
import type { CastMember } from './cast.ts';
import { makeOpening } from './opening.ts';
import { isOneOf, PLAYFUL_ROLES, REFERRED_ROLES, UNUSUAL_ROLES } from './role.ts';

/** As the lane question names it: `entry` is into the mainland. */
export type Direction = 'entry' | 'exit';

export interface Arrival {
  /** 1, 2, 3, … */
  readonly serial: number;
  /** Time since the arrival before. */
  readonly after: Millis;
  /** Id of the pictured person. */
  readonly person: string;
  readonly traveller: TravellerId;
  readonly place: 'lane' | 'collection-point';
  readonly direction: Direction;
  readonly behaviour: Behaviour;
  /** Metres a second, 0.7 to 1.7. */
  readonly walkSpeed: number;
  /** The guardian who comes with a minor; arrives next, into a lane of the same group. */
  readonly companion?: { readonly person: string; readonly role: 'STATUTORY_GUARDIAN' };
}

export interface TrafficOrder {
  readonly cast: readonly CastMember[];
  readonly random: Random;
  /** Mean time between arrivals. */
  readonly gapMsMean?: number;
  /** Share of arrivals that end with an officer, after the opening. */
  readonly referredShare?: number;
}

export interface Traffic {
  /** The next one to come; undefined while everybody who could come is in the port already. */
  next(): Arrival | undefined;
  /** Tells how it ended: whoever crossed is now on the other side. Until told, that person does not come again. */
  ended(person: string, outcome: 'crossed' | 'turned-away'): void;
  sideOf(person: string): Side | undefined;
}

const GAP_MS_MEAN = 4_000;
/** Seen again only after so many others, where there are others. */
const REST_ARRIVALS = 12;
const UNUSUAL_SHARE = 0.08;

interface Presence {
  readonly member: CastMember;
  side: Side;
  inPort: boolean;
  lastSeen: number;
}

export function openTraffic(order: TrafficOrder): Traffic {
  const { cast, random } = order;
  const present = new Map(cast.map((member) => [member.person.id, newcomer(member)]));
  const opening = makeOpening(cast, random.fork('opening'));
  const waiting: { presence: Presence; behaviour: Behaviour }[] = [];
  let serial = 0;
  let last: Direction = random.chance(0.5) ? 'entry' : 'exit';

  const choose = (): { presence: Presence; behaviour: Behaviour } | undefined => {
    const companion = waiting.shift();
    if (companion) return companion;
    const first = present.get(opening.shift()?.person.id ?? '');
    if (first && !first.inPort)
      return { presence: first, behaviour: behaviourOf(first.member, cast, random) };
    return draw([...present.values()], serial, last, random, order.referredShare ?? 0.15, cast);
  };

  return {
    next() {
      const chosen = choose();
      if (!chosen) return undefined;
      const { presence, behaviour } = chosen;
      serial += 1;
      presence.inPort = true;
      presence.lastSeen = serial;
      const guardian = present.get(presence.member.guardian ?? '');
      const together = guardian && !guardian.inPort && guardian.side === presence.side;
      if (together) {
        guardian.inPort = true;
        waiting.push({ presence: guardian, behaviour: { kind: 'crosses' } });
      }
      last = presence.side === 'outside' ? 'entry' : 'exit';
      const arrival = describe(presence, serial, last, behaviour, random, order.gapMsMean ?? GAP_MS_MEAN);
      return together
        ? { ...arrival, companion: { person: guardian.member.person.id, role: 'STATUTORY_GUARDIAN' } }
        : arrival;
    },
    ended(person, outcome) {
      const presence = present.get(person);
      if (!presence?.inPort) return;
      presence.inPort = false;
      if (outcome === 'crossed') presence.side = presence.side === 'mainland' ? 'outside' : 'mainland';
    },
    sideOf: (person) => present.get(person)?.side,
  };
}

const newcomer = (member: CastMember): Presence => ({
  member,
  side: member.traveller.side,
  inPort: false,
  lastSeen: -REST_ARRIVALS,
});

function draw(
  everybody: readonly Presence[],
  serial: number,
  last: Direction,
  random: Random,
  referredShare: number,
  cast: readonly CastMember[],
): { presence: Presence; behaviour: Behaviour } | undefined {
  const free = everybody.filter((p) => !p.inPort && mayComeAlone(p, everybody));
  const rested = free.filter((p) => serial - p.lastSeen >= REST_ARRIVALS);
  const kind = random.next();
  const roles =
    kind < referredShare ? REFERRED_ROLES : kind < referredShare + UNUSUAL_SHARE ? UNUSUAL_ROLES : undefined;
  const fits = ({ member }: Presence) =>
    roles
      ? isOneOf(roles, member.role)
      : member.role === 'regular' || member.role === 'guardian' || isOneOf(PLAYFUL_ROLES, member.role);
  const turned = (p: Presence) => (p.side === 'outside') === (last === 'exit');
  // The wish gives way step by step: the other direction, then the rest between two visits.
  const wishes = [rested.filter((p) => fits(p) && turned(p)), rested.filter(fits), free.filter(fits)];
  const pool = wishes.find((wish) => wish.length > 0);
  if (!pool) return undefined;
  const presence = random.pick(pool);
  return { presence, behaviour: roles ? behaviourOf(presence.member, cast, random) : { kind: 'crosses' } };
}

/** A minor waits for the guardian to be on the same side and free; the guardian goes alone only to fetch the minor. */
function mayComeAlone(presence: Presence, everybody: readonly Presence[]): boolean {
  const { member } = presence;
  if (member.guardian) {
    const guardian = everybody.find((p) => p.member.person.id === member.guardian);
    return guardian !== undefined && !guardian.inPort && guardian.side === presence.side;
  }
  if (member.role !== 'guardian') return true;
  const ward = everybody.find((p) => p.member.guardian === member.person.id);
  return ward === undefined || (!ward.inPort && ward.side !== presence.side);
}

function describe(
  { member }: Presence,
  serial: number,
  direction: Direction,
  behaviour: Behaviour,
  random: Random,
  gapMsMean: number,
): Arrival {
  const slower = member.person.age > 60 ? 0.25 : 0;
  // Arrivals without memory (a Poisson stream), with a longest gap so that a watched port never seems dead.
  const gap = Math.min(4 * gapMsMean, -Math.log(1 - random.next()) * gapMsMean);
  return {
    serial,
    after: millis(serial === 1 ? 0 : Math.round(gap)),
    person: member.person.id,
    traveller: member.traveller.id,
    place: behaviour.kind === 'asks-to-enrol' ? 'collection-point' : 'lane',
    direction,
    behaviour,
    walkSpeed: Math.max(0.7, Math.min(1.7, 1.3 - slower + 0.15 * random.gauss())),
  };
}
