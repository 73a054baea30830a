/** Plays the people at one lane: they do what its screen and gates ask, each in their manner; and the officer who comes when called. */
import type { FingerName } from '../../devices/index.ts';
import type { CancelTimer, Clock, Random } from '../../kernel/index.ts';
import { millis } from '../../kernel/index.ts';
import type { LaneStage } from './lane-stage.ts';
import type { Mood, Place, Visitor } from './visitor.ts';

/** What a visitor and an officer can do at a lane. */
export interface LaneDoor {
  readonly id: string;
  press(input: 'confirm' | 'not-me' | 'cancel'): void;
  officer(order: 'acknowledge' | 'release-entry' | 'reset'): void;
}

export interface ActorPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly door: LaneDoor;
  readonly stage: LaneStage;
  /** Told whenever the visitor's place or mood changes. */
  readonly moved: (visitor: Visitor, place: Place, mood: Mood) => void;
  /** Who is next in the queue; takes them out of it. */
  readonly next: () => Visitor | undefined;
}

/** Milliseconds that people take, as [least, most]. */
const PACE = {
  stepUp: [900, 1_500],
  turnRound: [1_200, 1_800],
  readScreen: [900, 1_700],
  walkIn: [1_000, 1_500],
  layFinger: [800, 1_400],
  again: [600, 900],
  walkOut: [900, 1_400],
  changeMind: [700, 1_200],
  officerComes: [2_500, 4_500],
  officerTalks: [1_500, 2_500],
  toCounter: [800, 1_200],
  free: [400, 900],
} as const satisfies Record<string, readonly [number, number]>;

export class LaneActor {
  readonly #ports: ActorPorts;
  #visitor: Visitor | undefined;
  #inside = false;
  #condition = 'out-of-service';
  #attempt = 0;
  #asked: FingerName | undefined;
  #timer: CancelTimer = () => {};

  constructor(ports: ActorPorts) {
    this.#ports = ports;
  }

  /** Nobody is being served here. */
  get idle(): boolean {
    return this.#visitor === undefined;
  }

  /** The lane's condition as its machine names it, and the finger its screen asks for; called on every change. */
  observe(condition: string, finger?: FingerName): void {
    this.#asked = finger;
    if (condition === this.#condition) return;
    this.#condition = condition;
    this.#timer();
    this.#reactions[condition]?.();
  }

  /** Somebody joined the queue. */
  nudge(): void {
    if (this.#condition === 'free' && this.idle) this.#soon(PACE.free, () => this.#callNext());
  }

  /** What the lane's condition makes people do. */
  readonly #reactions: Readonly<Record<string, () => void>> = {
    free: () => this.#becameFree(),
    'awaiting-confirmation': () => this.#soon(PACE.readScreen, () => this.#answer()),
    'awaiting-entry': () => this.#soon(PACE.walkIn, () => this.#walkIn()),
    'awaiting-finger': () => this.#atTheReader(),
    verifying: () => this.#ports.stage.liftFinger(),
    'awaiting-exit': () => this.#soon(PACE.walkOut, () => this.#leave('beyond', 'cleared')),
    'releasing-back': () => this.#soon(PACE.walkOut, () => this.#leave('counter', 'referred')),
    'referred-outside': () => this.#soon(PACE.toCounter, () => this.#leave('counter', 'referred')),
    'referred-inside': () => this.#soon(PACE.officerComes, () => this.#officerComes()),
    'secondary-inspection': () => this.#soon(PACE.officerComes, () => this.#officerComes()),
  };

  #becameFree(): void {
    // Whoever gave up before anything was decided (looked away too long, cancelled) walks to the counter.
    if (this.#visitor) this.#leave('counter', 'referred');
    this.#soon(PACE.free, () => this.#callNext());
  }

  #callNext(): void {
    const visitor = this.#ports.next();
    if (!visitor) return;
    this.#visitor = visitor;
    this.#attempt = 0;
    this.#ports.moved(visitor, 'mouth', 'plain');
    this.#ports.stage.stand(visitor, 'approaching');
    this.#ports.clock.after(this.#in(PACE.stepUp), () => this.#face(visitor, visitor.manner.firstLook));
  }

  #face(visitor: Visitor, sight: 'well-placed' | 'looking-away'): void {
    if (this.#visitor !== visitor || this.#inside) return;
    this.#ports.stage.stand(visitor, sight);
    if (sight === 'looking-away') {
      this.#ports.clock.after(this.#in(PACE.turnRound), () => this.#face(visitor, 'well-placed'));
    }
  }

  #answer(): void {
    if (this.#visitor?.meanwhile) this.#visitor.meanwhile();
    else this.#ports.door.press(this.#visitor?.manner.answer ?? 'not-me');
  }

  #walkIn(): void {
    if (!this.#visitor) return;
    this.#inside = true;
    this.#ports.stage.stepIn(this.#visitor);
    this.#ports.moved(this.#visitor, 'chamber', 'plain');
  }

  #atTheReader(): void {
    const visitor = this.#visitor;
    if (!visitor) return;
    if (visitor.manner.leaves === 'back' && this.#attempt === 0) {
      this.#attempt++;
      this.#soon(PACE.changeMind, () => this.#ports.door.press('cancel'));
      return;
    }
    this.#soon(this.#attempt === 0 ? PACE.layFinger : PACE.again, () =>
      this.#ports.stage.layFinger(visitor, this.#attempt++, this.#asked),
    );
  }

  #officerComes(): void {
    this.#ports.door.officer('acknowledge');
    if (this.#visitor) this.#ports.moved(this.#visitor, this.#inside ? 'chamber' : 'mouth', 'referred');
    this.#soon(PACE.officerTalks, () => this.#ports.door.officer('release-entry'));
  }

  #leave(place: Place, mood: Mood): void {
    const visitor = this.#visitor;
    this.#visitor = undefined;
    this.#inside = false;
    this.#ports.stage.empty();
    if (visitor) this.#ports.moved(visitor, place, mood);
  }

  #in([least, most]: readonly [number, number]) {
    return millis(this.#ports.random.between(least, most));
  }

  /** One plan at a time: a change of the lane's condition makes the former one moot. */
  #soon(pace: readonly [number, number], act: () => void): void {
    this.#timer();
    this.#timer = this.#ports.clock.after(this.#in(pace), act);
  }
}
