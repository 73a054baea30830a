/** The port, alive: its lanes, what they told lately, and everybody who watches. */
import {
  type Clock,
  formatInstant,
  type Instant,
  millis,
  type TravellerId,
  wait,
} from '../../kernel/index.ts';
import {
  DEFAULT_LANE_CONFIG,
  type Lane,
  type LaneConfig,
  type LaneDevices,
  type LaneSnapshot,
  openLane,
  openPresence,
} from '../../lane/index.ts';
import type {
  FigureView,
  LaneView,
  MatchingView,
  PortEvent,
  PortSource,
  PortView,
  StatsView,
} from '../../server/index.ts';
import type { Figure } from '../../simulator/index.ts';
import type { House } from '../house/house.ts';
import { type DecisionDesk, guardianNearby, openLaneLaw } from '../lane-parts/lane-law.ts';
import { openRecorder } from '../lane-parts/recorder.ts';
import { openMatcher } from '../matching/matcher.ts';
import { matchingViewOf } from '../matching/matching-view.ts';
import { Operation } from '../matching/operation.ts';
import { encodePicture, LastFrames } from './camera-picture.ts';
import { Emitter } from './emitter.ts';
import { PAGE_AWAY_MS } from './kiosk-lane.ts';
import { type LanePlan, PORT } from './lane-plan.ts';
import { LanePost } from './lane-post.ts';
import type { KeptPassage } from './passage-view.ts';
import { PortStats } from './stats.ts';

export interface PortParts {
  readonly house: House;
  /** The port's own time, which may run faster. */
  readonly clock: Clock;
  readonly speed: number;
  readonly plans: readonly LanePlan[];
  readonly devicesOf: (plan: LanePlan, frames: LastFrames) => LaneDevices;
  /** Who walks here; empty in a port without simulation. */
  readonly figures: () => readonly Figure[];
  /** Whether this traveller is in the port now, in lanes of this direction. */
  readonly isHere: (traveller: TravellerId, direction: 'entry' | 'exit') => boolean;
  readonly registered: () => number;
  readonly snapshot: (plan: LanePlan, snapshot: LaneSnapshot) => void;
}

/** The demonstration port runs without attack detection and says so; production asks for it (R4). */
const configOf = ({ settings }: House): LaneConfig => ({
  ...DEFAULT_LANE_CONFIG,
  pad: settings.production ? 'required' : 'advisory',
});

const STATS_EVERY = millis(2_000);
/** At the end: how long the cleared have to walk out. */
const LEAVE_MS_MAX = 6_000;
const LOOK_EVERY = millis(100);
/** Guardian and minor pass one after the other; later is not together any more. */
const TOGETHER_MS = 120_000;

export class Port implements PortSource {
  readonly #parts: PortParts;
  readonly #events = new Emitter<PortEvent>();
  readonly #stats = new PortStats();
  readonly #operation: Operation;
  readonly #openedAt: Instant;
  readonly #desk: DecisionDesk = new Map();
  readonly #frames = new LastFrames();
  readonly #posts = new Map<string, LanePost>();
  /** When each traveller was admitted last, for those who wait for them. */
  readonly #underWay = new Map<TravellerId, number>();
  #stopStats: () => void = () => {};

  constructor(parts: PortParts) {
    this.#parts = parts;
    const presence = openPresence();
    const { records, engines } = parts.house;
    this.#operation = new Operation({
      fingersOf: (traveller) => records.templates.of(traveller, 'fingerprint'),
      gallery: engines.gallery,
      random: engines.random,
    });
    this.#openedAt = parts.clock.now();
    const matcher = openMatcher(records, engines, this.#operation);
    parts.house.onErased((traveller) => this.consentWithdrawn(traveller));
    for (const plan of parts.plans) this.#posts.set(plan.id, this.#openPost(plan, { ...matcher, presence }));
  }

  async start(): Promise<void> {
    await Promise.all([...this.#posts.values()].map(({ lane }) => lane.start()));
    this.#tellStats();
  }

  async stop(): Promise<void> {
    this.#stopStats();
    const lanes = [...this.#posts.values()].map(({ lane }) => lane);
    for (const lane of lanes) lane.officer('close');
    await this.#letTheClearedLeave(lanes);
    await Promise.all(lanes.map((lane) => lane.stop()));
  }

  /** Whoever was cleared already walks out and has a crossing; nobody is waited for longer than people take. */
  async #letTheClearedLeave(lanes: readonly Lane[]): Promise<void> {
    const { clock } = this.#parts.house;
    const since = clock.elapsed();
    while (lanes.some((lane) => lane.snapshot().passage?.cleared) && clock.elapsed() - since < LEAVE_MS_MAX) {
      await wait(clock, LOOK_EVERY);
    }
  }

  laneOf(id: string): Lane | undefined {
    return this.#posts.get(id)?.lane;
  }

  planOf(id: string): LanePlan | undefined {
    return this.#posts.get(id)?.plan;
  }

  viewOf(id: string): LaneView | undefined {
    return this.#posts.get(id)?.view();
  }

  /** Whoever is inside is let out, nobody is cleared (C-13); the gallery and the law hold for all other lanes. */
  consentWithdrawn(traveller: TravellerId): void {
    for (const { lane } of this.#posts.values()) {
      if (lane.snapshot().passage?.traveller === traveller) lane.consentWithdrawn(traveller);
    }
  }

  turnedAway(): void {
    this.#stats.addTurnedAway();
  }

  figureMoved(figure: Figure): void {
    this.#events.emit({ name: 'figure', data: figureViewOf(figure) });
  }

  on(listener: (event: PortEvent) => void): () => void {
    return this.#events.on(listener);
  }

  view(): PortView {
    const { clock, speed, house, figures } = this.#parts;
    return {
      port: { id: PORT.id, name: PORT.name },
      at: formatInstant(clock.now()),
      speed,
      demo: !house.settings.production,
      pad: configOf(house).pad,
      lanes: [...this.#posts.values()].map((post) => post.view()),
      figures: figures().map(figureViewOf),
      stats: this.#statsView(),
    };
  }

  lane(id: string, { officer }: { officer: boolean }) {
    const post = this.#posts.get(id);
    return post?.detail(officer, this.#mayShow(post.plan, officer));
  }

  async picture(id: string, { officer }: { officer: boolean }) {
    const post = this.#posts.get(id);
    if (!post) return undefined;
    if (!this.#mayShow(post.plan, officer)) return 'not-allowed' as const;
    const frame = this.#frames.of(id);
    return frame && encodePicture(frame);
  }

  referrals() {
    const all = [...this.#posts.values()].flatMap((post) => post.recent(true));
    return all
      .filter(({ outcome }) => outcome === 'referred')
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  }

  matching(): MatchingView {
    const { clock, house } = this.#parts;
    const { gallery, thresholds } = house.engines;
    return matchingViewOf({
      counts: this.#operation.counts,
      thresholds,
      people: gallery.size(),
      templates: gallery.templates(),
      peopleStored: gallery.size() + house.gallery.otherModel,
      since: this.#openedAt,
      now: clock.now(),
    });
  }

  // Synthetic people may be shown to anyone; a webcam's picture is of a real person.
  #mayShow = ({ kind }: LanePlan, officer: boolean) => officer || kind === 'simulated';

  #openPost(
    plan: LanePlan,
    shared: Pick<Parameters<typeof openLane>[0]['collaborators'], 'presence'> &
      ReturnType<typeof openMatcher>,
  ): LanePost {
    const { house, clock, devicesOf, isHere } = this.#parts;
    const { records, law } = house;
    const companionOf = (traveller: TravellerId, context: { at: Parameters<typeof guardianNearby>[2] }) =>
      guardianNearby(records, traveller, context.at, (guardian) => isHere(guardian, plan.direction));
    const lane = openLane({
      id: plan.id,
      port: PORT.id,
      direction: plan.direction,
      config: configOf(house),
      clock,
      stopwatch: house.clock,
      ...(plan.kind === 'kiosk' ? { runner: { cameraSilenceMsMax: PAGE_AWAY_MS } } : {}),
      devices: devicesOf(plan, this.#frames),
      collaborators: {
        ...shared,
        law: openLaneLaw({ records, law, clock, desk: this.#desk, companionOf }),
        recorder: openRecorder({
          records,
          desk: this.#desk,
          port: PORT.id,
          passageAt: () => this.#passageAt(plan),
        }),
      },
    });
    return new LanePost({
      plan,
      lane,
      clock,
      law,
      desk: this.#desk,
      changed: (view, snapshot) => this.#laneChanged(plan, view, snapshot),
      ended: (passage) => this.#passageEnded(passage),
    });
  }

  #passageAt({ id, direction }: LanePlan) {
    const passage = this.#posts.get(id)?.lane.snapshot().passage;
    return { direction, startedAt: passage?.startedAt ?? this.#parts.clock.now() };
  }

  #laneChanged(plan: LanePlan, view: LaneView, snapshot: LaneSnapshot): void {
    if (snapshot.condition === 'free') this.#frames.forget(plan.id);
    this.#freeWards(plan, snapshot);
    this.#events.emit({ name: 'lane', data: view });
    this.#parts.snapshot(plan, snapshot);
  }

  // D-08: a minor's entry waits until the guardian is under way, or has passed, in a lane of the same group.
  #freeWards({ direction }: LanePlan, { passage, condition }: LaneSnapshot): void {
    if (passage?.traveller && condition === 'awaiting-confirmation')
      this.#underWay.set(passage.traveller, this.#parts.clock.now());
    for (const { lane, plan } of this.#posts.values()) {
      const guardian = lane.snapshot().passage?.awaitsGuardian;
      if (plan.direction === direction && guardian && this.#isUnderWay(guardian))
        lane.guardianReady(guardian);
    }
  }

  #isUnderWay(guardian: TravellerId): boolean {
    const since = this.#underWay.get(guardian);
    return since !== undefined && this.#parts.clock.now() - since < TOGETHER_MS;
  }

  #passageEnded(passage: KeptPassage): void {
    const { result } = passage;
    this.#stats.add({
      outcome: result.outcome,
      endedAt: result.endedAt,
      seconds: result.totalMs / 1000,
      computingMs: result.computingMs,
      steps: result.steps,
    });
    const post = this.#posts.get(result.lane);
    const [view] = post?.recent(false) ?? [];
    if (view) this.#events.emit({ name: 'passage', data: view });
    this.#events.emit({ name: 'stats', data: this.#statsView() });
  }

  #statsView(): StatsView {
    const { clock, house, registered } = this.#parts;
    return this.#stats.view(clock.now(), { gallery: house.engines.gallery.size(), register: registered() });
  }

  #tellStats(): void {
    this.#stopStats = this.#parts.clock.after(STATS_EVERY, () => {
      this.#events.emit({ name: 'stats', data: this.#statsView() });
      this.#tellStats();
    });
  }
}

const figureViewOf = (figure: Figure): FigureView => ({ ...figure, since: formatInstant(figure.since) });
