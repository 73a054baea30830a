/** The people of a port: they arrive, choose a queue, are served lane by lane, and go. Publishes where each of them stands. */
import type { FingerName } from '../../devices/index.ts';
import { type Clock, type Instant, type Millis, millis, type Random } from '../../kernel/index.ts';
import { LaneActor, type LaneDoor } from './lane-actor.ts';
import type { LaneStage } from './lane-stage.ts';
import type { Direction, Figure, Mood, Place, Visitor } from './visitor.ts';

export interface CrowdLane {
  readonly door: LaneDoor;
  readonly stage: LaneStage;
  readonly direction: Direction;
}

export interface Arrival {
  /** After the arrival before. */
  readonly after: Millis;
  readonly visitors: readonly Visitor[];
}

export interface CrowdParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly lanes: readonly CrowdLane[];
  /** Who comes next; undefined while nobody could. */
  readonly nextArrival: () => Promise<Arrival | undefined>;
  /** How a visitor's way through the port ended. */
  readonly ended: (visitor: Visitor, place: 'beyond' | 'counter' | 'collection') => void;
  /** What the collection point says to somebody who asks there. */
  readonly askCollectionPoint: (visitor: Visitor) => Promise<'turned-away' | 'may-enrol'>;
  readonly changed: (figure: Figure) => void;
}

/** A port that is this full lets nobody else in for a while, so that queues stay readable. */
const WAITING_MAX = 14;
/** Before asking again for somebody to come. */
const RETRY = millis(2_000);
const WALK_TO_QUEUE_MS = [1_500, 3_500] as const;
/** How long somebody stays visible after the lane, at the counter, at the collection point. */
const LINGER_MS: Readonly<Partial<Record<Place, number>>> = {
  beyond: 2_500,
  counter: 7_000,
  collection: 6_000,
};

export class Crowd {
  readonly #parts: CrowdParts;
  readonly #figures = new Map<string, Figure>();
  readonly #queues = new Map<string, Visitor[]>();
  readonly #actors = new Map<string, LaneActor>();
  #running = false;
  #cancelArrival: () => void = () => {};

  constructor(parts: CrowdParts) {
    this.#parts = parts;
    for (const lane of parts.lanes) {
      this.#queues.set(lane.door.id, []);
      this.#actors.set(lane.door.id, this.#actorOf(lane));
    }
  }

  figures(): readonly Figure[] {
    return [...this.#figures.values()];
  }

  start(): void {
    this.#running = true;
    this.#expectNext();
  }

  /** Nobody else arrives; who is here is served to the end. */
  stop(): void {
    this.#running = false;
    this.#cancelArrival();
  }

  /** A lane's machine entered a condition, or its screen asks for a finger. */
  observe(lane: string, condition: string, finger?: FingerName): void {
    this.#actors.get(lane)?.observe(condition, finger);
  }

  #actorOf({ door, stage }: CrowdLane): LaneActor {
    return new LaneActor({
      clock: this.#parts.clock,
      random: this.#parts.random.fork(door.id),
      door,
      stage,
      moved: (visitor, place, mood) => this.#move(visitor, place, mood, door.id),
      next: () => this.#takeNext(door.id),
    });
  }

  #expectNext(): void {
    if (!this.#running) return;
    // A world that cannot make its next visitor tries again; the port goes on with those who are here.
    void this.#parts
      .nextArrival()
      .catch(() => undefined)
      .then((arrival) => {
        if (!this.#running) return;
        const again = arrival ? () => this.#admit(arrival) : () => this.#expectNext();
        this.#cancelArrival = this.#parts.clock.after(arrival?.after ?? RETRY, again);
      });
  }

  #admit(arrival: Arrival): void {
    if (this.#waiting() >= WAITING_MAX) {
      this.#cancelArrival = this.#parts.clock.after(millis(1_000), () => this.#admit(arrival));
      return;
    }
    for (const visitor of arrival.visitors) this.#welcome(visitor);
    this.#expectNext();
  }

  #waiting(): number {
    return [...this.#queues.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  #welcome(visitor: Visitor): void {
    this.#move(visitor, 'arriving', 'plain');
    const [least, most] = WALK_TO_QUEUE_MS;
    this.#parts.clock.after(millis(this.#parts.random.between(least, most)), () => {
      if (visitor.heads === 'collection-point') void this.#visitCollectionPoint(visitor);
      else this.#joinQueue(visitor);
    });
  }

  #joinQueue(visitor: Visitor): void {
    const lane = visitor.lane ?? this.#shortestQueue(visitor.direction);
    const queue = lane === undefined ? undefined : this.#queues.get(lane);
    if (!queue || lane === undefined) {
      this.#move(visitor, 'counter', 'plain');
      return;
    }
    queue.push(visitor);
    this.#move(visitor, 'queue', 'plain', lane);
    this.#actors.get(lane)?.nudge();
  }

  #shortestQueue(direction: Direction): string | undefined {
    const load = (id: string) => (this.#queues.get(id)?.length ?? 0) + (this.#actors.get(id)?.idle ? 0 : 1);
    return this.#parts.lanes
      .filter((lane) => lane.direction === direction)
      .map(({ door }) => door.id)
      .sort((a, b) => load(a) - load(b))[0];
  }

  #takeNext(lane: string): Visitor | undefined {
    const queue = this.#queues.get(lane);
    const next = queue?.shift();
    for (const visitor of queue ?? []) this.#move(visitor, 'queue', 'plain', lane);
    return next;
  }

  async #visitCollectionPoint(visitor: Visitor): Promise<void> {
    this.#move(visitor, 'collection', 'plain');
    // A collection point that cannot answer sends people to the counter, like everything in doubt.
    const answer = await this.#parts.askCollectionPoint(visitor).catch(() => 'turned-away' as const);
    if (answer === 'turned-away') this.#move(visitor, 'collection', 'referred');
  }

  #move(visitor: Visitor, place: Place, mood: Mood, lane?: string): void {
    const order = place === 'queue' && lane ? (this.#queues.get(lane)?.indexOf(visitor) ?? 0) : 0;
    const figure = figureOf(visitor, place, mood, order, this.#parts.clock.now(), lane);
    this.#figures.set(visitor.key, figure);
    this.#parts.changed(figure);
    const linger = LINGER_MS[place];
    if (linger === undefined) return;
    if (place !== 'collection' || mood === 'plain')
      this.#parts.ended(visitor, place as 'beyond' | 'counter' | 'collection');
    this.#parts.clock.after(millis(linger), () => this.#forget(figure));
  }

  #forget(figure: Figure): void {
    if (this.#figures.get(figure.key) !== figure) return;
    this.#figures.delete(figure.key);
    this.#parts.changed({ ...figure, place: 'gone', since: this.#parts.clock.now() });
  }
}

function figureOf(
  visitor: Visitor,
  place: Place,
  mood: Mood,
  order: number,
  since: Instant,
  lane?: string,
): Figure {
  const { key, direction, manner } = visitor;
  return { key, place, order, mood, direction, bodies: manner.bodies, since, ...(lane ? { lane } : {}) };
}
