/** For tests: one lane with simulated devices, a store and a person, on a clock that is moved by hand. */
import {
  type FingerName,
  SimulatedCamera,
  SimulatedDoorController,
  SimulatedFingerReader,
  SimulatedOccupancy,
  SimulatedPrinter,
  SimulatedScreen,
  SimulatedSignal,
} from '../devices/index.ts';
import {
  type FillRandom,
  type LaneId,
  ManualClock,
  millis,
  parseInstant,
  seededRandom,
  type TravellerId,
} from '../kernel/index.ts';
import type { FaceReader, Identifier, Law, LawAnswer, Touch, Verifier } from './collaborators.ts';
import { FaultPlan } from './faults.fixture.ts';
import type { LaneDevices, LaneNotice, PassageResult } from './lane.ts';
import {
  DEFAULT_LANE_CONFIG,
  type FingerChoice,
  type FingerVerdict,
  type LaneConfig,
  type PadOutcome,
} from './machine/index.ts';
import { openPresence } from './presence.ts';
import { openLane } from './runner/open-lane.ts';
import { TestStore } from './store.fixture.ts';
import { type Behaviour, Walker } from './walker.fixture.ts';

export const ANNA = 'T-0000000001-ANNA0000' as TravellerId;
export const LANE = 'lane-1' as LaneId;
const CALLS_MS = 20;
/** In the order in which they are asked for, each twice. */
const ENROLLED: readonly FingerName[] = ['right-index', 'left-index'];

export const ADMITTED: LawAnswer = {
  admits: true,
  reasons: [],
  decisionId: 'D-1',
  obligations: ['CARRY_DOCUMENTS'],
  alternatives: ['counter'],
  identity: { name: '陳 * 文', documentTail: '1234' },
};

type Capture = { readonly face: number };

export class World {
  readonly clock = new ManualClock(parseInstant('2025-11-05T10:00:00+08:00'));
  readonly plan = new FaultPlan(this.clock);
  readonly store = new TestStore();
  readonly presence = openPresence();
  readonly results: PassageResult[] = [];
  readonly notices: LaneNotice[] = [];
  readonly broken: string[] = [];
  readonly camera: SimulatedCamera;
  readonly doors: SimulatedDoorController;
  readonly fingerReader: SimulatedFingerReader;
  readonly occupancy: SimulatedOccupancy;
  readonly screen: SimulatedScreen;
  readonly signal: SimulatedSignal;
  readonly printer: SimulatedPrinter;
  readonly lane: ReturnType<typeof openLane>;
  answer: LawAnswer = ADMITTED;
  faces = 1;
  /** What the chamber's reading of a face says; `ok` when it is good. */
  insideFace: 'ok' | 'no-face' | 'poor' = 'ok';
  fits: 'match' | 'no-match' = 'match';
  firstChoice: FingerChoice = chosen(0);
  /** By passage: which fingers were laid. */
  readonly touches = new Map<string, FingerName[]>();
  pad: PadOutcome = 'passed';
  walker: Walker | null = null;

  constructor(seed: number, config: Partial<LaneConfig> = {}) {
    const random = seededRandom(seed);
    const { clock } = this;
    const part = (id: string) => ({ id, clock, random: random.fork(id) });
    const scene = () =>
      this.walker?.beforeCamera ? { width: 1, height: 1, data: Uint8Array.of(this.faces, 0, 0) } : null;
    const glass = () => {
      const laid = this.walker?.fingerLaid;
      return laid ? { width: 1, height: 1, data: Uint8Array.of(ENROLLED.indexOf(laid)) } : null;
    };
    this.camera = new SimulatedCamera({ ...part('camera'), source: scene });
    this.doors = new SimulatedDoorController(part('doors'));
    this.fingerReader = new SimulatedFingerReader({ ...part('finger'), source: glass });
    this.occupancy = new SimulatedOccupancy(part('occupancy'));
    this.screen = new SimulatedScreen(part('screen'));
    this.signal = new SimulatedSignal(part('signal'));
    this.printer = new SimulatedPrinter(part('printer'));
    this.lane = openLane<Capture>({
      id: LANE,
      port: 'szb',
      direction: 'exit',
      config: { ...DEFAULT_LANE_CONFIG, ...config },
      clock,
      devices: this.#devices(),
      collaborators: {
        faceReader: this.plan.wrap('faceReader', this.#faceReader(), CALLS_MS),
        identifier: this.plan.wrap('identifier', this.#identifier(), CALLS_MS),
        law: this.plan.wrap('law', this.#law(), CALLS_MS),
        verifier: this.plan.wrap('verifier', this.#verifier(), CALLS_MS),
        recorder: this.plan.wrap('recorder', this.store.recorder, CALLS_MS),
        presence: this.presence,
      },
      fillRandom: fillFrom(seed),
    });
    this.#watch();
  }

  /** Starts the lane and lets it come to rest. */
  async start(): Promise<void> {
    const started = this.lane.start();
    await this.pass(500);
    await started;
  }

  arrive(behaviour: Behaviour, traveller = ANNA): Walker {
    const { clock, lane, doors, occupancy, screen } = this;
    this.walker = new Walker({ clock, lane, doors, occupancy, screen }, traveller, behaviour);
    return this.walker;
  }

  /** Lets time pass, timer by timer; promises settle in between. */
  async pass(ms: number): Promise<void> {
    const until = this.clock.elapsed() + ms;
    await settled();
    for (let due = this.clock.nextDue(); due !== undefined && due <= until; due = this.clock.nextDue()) {
      this.clock.advance(millis(due - this.clock.elapsed()));
      await settled();
    }
    this.clock.advance(millis(until - this.clock.elapsed()));
    await settled();
  }

  /** Until the condition holds, at most so long. */
  async passUntil(holds: () => boolean, msMax: number): Promise<boolean> {
    for (let passed = 0; passed < msMax && !holds(); passed += 50) await this.pass(50);
    return holds();
  }

  get condition() {
    return this.lane.snapshot().condition;
  }

  #watch(): void {
    this.lane.on((notice) => {
      this.notices.push(notice);
      if (notice.kind === 'passage-ended') this.results.push(notice.result);
    });
    this.doors.exit.on((event) => {
      if (event.kind !== 'position-changed' || event.position !== 'opening') return;
      if (![...this.store.clearances.values()].includes('open'))
        this.broken.push('exit opened without a clearance');
      if (this.occupancy.bodies !== 1) this.broken.push('exit opened for other than one body');
    });
  }

  #devices(): LaneDevices {
    const { camera, fingerReader, occupancy, screen, signal, printer, doors } = this;
    return { camera, entry: doors.entry, exit: doors.exit, fingerReader, occupancy, screen, signal, printer };
  }

  #faceReader(): FaceReader<Capture> {
    return {
      read: async (frame, place) => {
        const faces = frame.data[0] ?? 0;
        if (place === 'chamber' && this.insideFace === 'no-face') return { kind: 'no-face' };
        if (place === 'chamber' && this.insideFace === 'poor') return { kind: 'poor', guidance: ['closer'] };
        if (faces > 1) return { kind: 'several-faces' };
        return { kind: 'ok', capture: { face: faces }, pad: this.pad };
      },
    };
  }

  #identifier(): Identifier<Capture> {
    return { identify: async () => ({ kind: 'one', traveller: this.walker?.traveller ?? ANNA }) };
  }

  #law(): Law {
    return { decide: async () => this.answer };
  }

  #verifier(): Verifier<Capture> {
    return {
      verifyFace: async () => this.fits,
      firstFinger: async () => this.firstChoice,
      verifyFinger: async (touch) => this.#judge(touch),
      forgetTouches: (passage) => void this.touches.delete(passage),
    };
  }

  #judge({ passage, image }: Touch): FingerVerdict {
    const laid = [...(this.touches.get(passage) ?? []), ENROLLED[image.data[0] ?? 0]!];
    this.touches.set(passage, laid);
    const behaviour = this.walker?.behaviour;
    const isWorn = behaviour === 'worn-first-finger' && laid.at(-1) === ENROLLED[0];
    if (behaviour !== 'wrong-finger' && behaviour !== 'unreadable-finger' && !isWorn)
      return { kind: 'match' };
    if (laid.length < 2 * ENROLLED.length) return chosen(laid.length);
    return { kind: 'refer', why: behaviour === 'wrong-finger' ? 'no-match' : 'unreadable' };
  }
}

/** After so many touches that did not fit. */
const chosen = (touches: number): Extract<FingerChoice, { kind: 'again' }> => ({
  kind: 'again',
  ask: {
    finger: ENROLLED[Math.floor(touches / 2)]!,
    guidance: touches % 2 === 0 ? [] : ['press-firmer'],
    touchesLeft: 2 * ENROLLED.length - touches,
  },
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function fillFrom(seed: number): FillRandom {
  const random = seededRandom(seed).fork('ids');
  return (bytes) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = random.int(0, 255);
  };
}
