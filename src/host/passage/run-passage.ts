/** One passage on photographs: the same lane, machine, law, engines and records as at the port, in a time that jumps. */
import {
  type Clock,
  type Instant,
  type LaneId,
  type Millis,
  millis,
  seededRandom,
  systemClock,
} from '../../kernel/index.ts';
import {
  DEFAULT_LANE_CONFIG,
  type FaceReader,
  type Lane,
  type LaneCollaborators,
  openLane,
  openPresence,
  type PassageResult,
} from '../../lane/index.ts';
import { LaneActor, LaneStage } from '../../simulator/index.ts';
import type { House } from '../house/house.ts';
import { type Companion, type DecisionDesk, type KeptDecision, openLaneLaw } from '../lane-parts/lane-law.ts';
import { openRecorder } from '../lane-parts/recorder.ts';
import { openMatcher } from '../matching/matcher.ts';
import { JumpingClock } from './jumping-clock.ts';
import { type Photographs, visitorOf } from './photograph-visitor.ts';
import { simulateDevices } from './simulated-lane.ts';

export interface PassageWish extends Photographs {
  readonly port: string;
  readonly at: Instant;
  readonly companion: Companion | null;
}

export interface PassageRun {
  /** Null when nobody was seen: no passage began. */
  readonly result: PassageResult | null;
  readonly decision: KeptDecision | null;
}

const LANE = 'files' as LaneId;
/** By the world's own time: longer than the longest way through a lane's time-outs. */
const WORLD_MS_MAX: Millis = millis(15 * 60_000);
/** Nobody seen by then: the photographs show no face. */
const NOBODY_MS = 60_000;

export async function runPassage(house: House, wish: PassageWish): Promise<PassageRun> {
  const world = new JumpingClock(wish.at);
  const desk: DecisionDesk = new Map();
  const stage = new LaneStage();
  const lane: Lane = openLane({
    id: LANE,
    port: wish.port,
    direction: wish.direction,
    // Files come through an operator's hand; no attack detection looks at them, and the decision says so.
    config: { ...DEFAULT_LANE_CONFIG, pad: 'advisory' },
    clock: world.clock,
    stopwatch: systemClock,
    devices: simulateDevices({ id: LANE, clock: world.clock, random: seededRandom(1), stage }),
    collaborators: hold(
      world,
      collaboratorsOf(house, wish, world.clock, desk, () => lane),
    ),
  });
  const ended = play(lane, stage, wish, world.clock);
  await lane.start();
  await world.runUntil(() => ended.result !== null || ended.nobody(), WORLD_MS_MAX);
  const stopped = { done: false };
  void lane.stop().finally(() => (stopped.done = true));
  await world.runUntil(() => stopped.done, WORLD_MS_MAX);
  const { result } = ended;
  return { result, decision: (result?.decisionId ? desk.get(result.decisionId) : undefined) ?? null };
}

function collaboratorsOf(
  house: House,
  wish: PassageWish,
  clock: Clock,
  desk: DecisionDesk,
  lane: () => Lane,
) {
  const { records, law } = house;
  const passageAt = () => ({
    startedAt: lane().snapshot().passage?.startedAt ?? wish.at,
    direction: wish.direction,
  });
  const matcher = openMatcher(records, house.engines);
  return {
    ...matcher,
    faceReader: onceEach(matcher.faceReader),
    law: openLaneLaw({
      records,
      law,
      clock,
      desk,
      companionOf: async () => wish.companion && { companion: wish.companion },
    }),
    recorder: openRecorder({ records, desk, port: wish.port, passageAt }),
    presence: openPresence(),
  };
}

/** The visitor steps up, does what the lane asks, and goes. */
function play(lane: Lane, stage: LaneStage, wish: PassageWish, clock: Clock) {
  const visitor = visitorOf(wish);
  const waiting = [visitor];
  const ended: { result: PassageResult | null; nobody: () => boolean } = {
    result: null,
    nobody: () => lane.snapshot().passage === null && clock.elapsed() > NOBODY_MS,
  };
  const actor = new LaneActor({
    clock,
    random: seededRandom(2),
    stage,
    moved: () => {},
    next: () => waiting.shift(),
    door: {
      id: LANE,
      press: (input) => lane.traveller(input),
      officer: (order) => lane.officer(order === 'acknowledge' ? 'call-acknowledged' : order),
    },
  });
  lane.on((notice) => {
    if (notice.kind === 'passage-ended') ended.result ??= notice.result;
    if (
      notice.kind === 'snapshot' &&
      !(notice.snapshot.condition === 'awaiting-finger' && wish.fingers.size === 0)
    ) {
      actor.observe(notice.snapshot.condition, notice.snapshot.screen?.finger);
    }
  });
  return ended;
}

/** A photograph shows the same at every look, so each is read once. */
function onceEach<Capture>({ read }: FaceReader<Capture>): FaceReader<Capture> {
  const known = new WeakMap<Uint8Array, ReturnType<typeof read>>();
  return {
    read(frame, place) {
      const reading = known.get(frame.data) ?? read(frame, place);
      known.set(frame.data, reading);
      return reading;
    },
  };
}

/** Time stands still while any of them is at work. */
function hold<Capture>(world: JumpingClock, parts: LaneCollaborators<Capture>): LaneCollaborators<Capture> {
  const { faceReader, identifier, law, verifier, recorder, presence } = parts;
  return {
    presence,
    faceReader: { read: (frame, place) => world.hold(() => faceReader.read(frame, place)) },
    identifier: { identify: (captures) => world.hold(() => identifier.identify(captures)) },
    law: { decide: (traveller, context) => world.hold(() => law.decide(traveller, context)) },
    verifier: {
      verifyFace: (traveller, captures) => world.hold(() => verifier.verifyFace(traveller, captures)),
      firstFinger: (traveller) => world.hold(() => verifier.firstFinger(traveller)),
      verifyFinger: (touch) => world.hold(() => verifier.verifyFinger(touch)),
      forgetTouches: (passage) => verifier.forgetTouches(passage),
    },
    recorder: {
      recordClearance: (request) => world.hold(() => recorder.recordClearance(request)),
      voidClearance: (request) => world.hold(() => recorder.voidClearance(request)),
      complete: (request) => world.hold(() => recorder.complete(request)),
      referral: (request) => world.hold(() => recorder.referral(request)),
      note: (request) => world.hold(() => recorder.note(request)),
    },
  };
}
