/** The demonstration port: simulated lanes with a crowd that walks through them, and a kiosk lane for whoever wants to try. */
import { type Clock, millis, type Random, seededRandom, type TravellerId } from '../../kernel/index.ts';
import type { LaneSnapshot } from '../../lane/index.ts';
import {
  type Arrival,
  type CastMember,
  Crowd,
  type CrowdArrival,
  dressVisitor,
  LaneStage,
  openTraffic,
  shadowOf,
  type Traffic,
  type Visitor,
} from '../../simulator/index.ts';
import type { People } from '../../simulator/node.ts';
import type { House } from '../house/house.ts';
import { simulateDevices } from '../passage/simulated-lane.ts';
import type { LastFrames } from './camera-picture.ts';
import { KioskLane } from './kiosk-lane.ts';
import { LANES, type LanePlan } from './lane-plan.ts';
import { Port } from './port.ts';

export interface LivingPortParts {
  readonly house: House;
  readonly clock: Clock;
  readonly speed: number;
  readonly seed: number;
  /** Absent in a port that starts empty. */
  readonly world?: { readonly people: People; readonly cast: readonly CastMember[] };
  /** What the collection point says; the thirteen-year-old asks there. */
  readonly askCollectionPoint: (member: CastMember) => Promise<'turned-away' | 'may-enrol'>;
  readonly registered: () => number;
}

export interface LivingPort {
  readonly port: Port;
  readonly kiosk: KioskLane;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function openLivingPort(parts: LivingPortParts): LivingPort {
  const { clock, speed, house } = parts;
  const random = seededRandom(parts.seed);
  const stages = new Map<string, LaneStage>();
  const kiosk = new KioskLane(clock, random.fork('kiosk'));
  const port: Port = new Port({
    house,
    clock,
    speed,
    plans: LANES,
    devicesOf: (plan, frames) =>
      plan.kind === 'kiosk' ? kiosk.devices(frames) : simulate(plan, frames, clock, random, stages),
    figures: () => crowd?.figures() ?? [],
    isHere: (traveller) => present.has(traveller),
    registered: parts.registered,
    snapshot: (plan, snapshot) => heard(plan, snapshot),
  });
  const present = new Set<TravellerId>();
  const crowd = parts.world ? openCrowd(parts, parts.world, port, stages, present, random) : undefined;
  const heard = (plan: LanePlan, snapshot: LaneSnapshot) =>
    plan.kind === 'kiosk'
      ? kiosk.observe(snapshot)
      : crowd?.observe(plan.id, snapshot.condition, snapshot.screen?.finger);
  return {
    port,
    kiosk,
    async start() {
      await port.start();
      crowd?.start();
    },
    async stop() {
      crowd?.stop();
      await port.stop();
    },
  };
}

function simulate(
  plan: LanePlan,
  frames: LastFrames,
  clock: Clock,
  random: Random,
  stages: Map<string, LaneStage>,
) {
  const stage = new LaneStage((frame) => frames.see(plan.id, frame));
  stages.set(plan.id, stage);
  return simulateDevices({ id: `lane-${plan.id}`, clock, random: random.fork(`lane-${plan.id}`), stage });
}

function openCrowd(
  parts: LivingPortParts,
  { people, cast }: { people: People; cast: readonly CastMember[] },
  port: Port,
  stages: ReadonlyMap<string, LaneStage>,
  present: Set<TravellerId>,
  random: Random,
): Crowd {
  const members = new Map(cast.map((member) => [member.person.id, member]));
  const traffic = openTraffic({ cast, random: random.fork('traffic') });
  return new Crowd({
    clock: parts.clock,
    random: random.fork('crowd'),
    lanes: LANES.filter(({ kind }) => kind === 'simulated').map(({ id, direction }) => ({
      direction,
      stage: stages.get(id) ?? new LaneStage(),
      door: {
        id,
        press: (input) => port.laneOf(id)?.traveller(input),
        officer: (order) => port.laneOf(id)?.officer(order === 'acknowledge' ? 'call-acknowledged' : order),
      },
    })),
    nextArrival: () => nextArrival(parts, people, members, traffic, present),
    askCollectionPoint: async ({ person }) => {
      const member = members.get(person);
      const answer = member ? await parts.askCollectionPoint(member) : 'turned-away';
      if (answer === 'turned-away') port.turnedAway();
      return answer;
    },
    changed: (figure) => port.figureMoved(figure),
    ended: ({ person }, place) => {
      const member = members.get(person);
      if (!member) return;
      present.delete(member.traveller.id);
      traffic.ended(person, place === 'beyond' ? 'crossed' : 'turned-away');
    },
  });
}

async function nextArrival(
  parts: LivingPortParts,
  people: People,
  members: ReadonlyMap<string, CastMember>,
  traffic: Traffic,
  present: Set<TravellerId>,
): Promise<CrowdArrival | undefined> {
  const arrival = traffic.next();
  if (!arrival) return undefined;
  const visitor = await dressVisitor(arrival, people);
  present.add(arrival.traveller);
  const withdraws = members.get(arrival.person)?.role === 'consent-withdrawn';
  const played: Visitor = withdraws
    ? { ...visitor, meanwhile: () => void withdraw(parts.house, arrival.traveller) }
    : visitor;
  return { after: millis(arrival.after), visitors: visitorsOf(arrival, played) };
}

/** Whoever stands in two lanes at once is seen by both cameras. */
function visitorsOf(arrival: Arrival, visitor: Visitor): Visitor[] {
  if (arrival.behaviour.kind !== 'stands-in-two-lanes') return [visitor];
  const [first, second] = LANES.filter(
    ({ kind, direction }) => kind === 'simulated' && direction === arrival.direction,
  );
  return first && second ? [{ ...visitor, lane: first.id }, shadowOf(visitor, second.id)] : [visitor];
}

// As a traveller does on the telephone while the lane asks; the lane hears of it from the records.
async function withdraw({ records }: House, traveller: TravellerId): Promise<void> {
  await records.consents.withdraw(traveller, { actor: 'host/simulator', purpose: 'consent-withdrawal' });
}
