/** Who walks through the simulated port, and how they behave there. */
import type { FingerName } from '../../devices/index.ts';
import type { Frame, GreyImage, Instant } from '../../kernel/index.ts';

export type Direction = 'entry' | 'exit';

/** What the camera at a lane's mouth sees of a visitor. */
export type Sight = 'approaching' | 'looking-away' | 'well-placed';

/** How somebody behaves; everything else follows from what the lane asks. */
export interface Manner {
  /** Bodies that go in at once. */
  readonly bodies: 1 | 2;
  /** What is pressed when the screen asks "is this you?". */
  readonly answer: 'confirm' | 'not-me';
  readonly firstLook: 'well-placed' | 'looking-away';
  /** `back`: changes their mind inside. */
  readonly leaves: 'forward' | 'back';
}

export interface Visitor {
  /** Names the figure on the plan; says nothing of the person. */
  readonly key: string;
  readonly direction: Direction;
  readonly manner: Manner;
  /** `lane`: walks to one. `collection-point`: asks there first. */
  readonly heads: 'lane' | 'collection-point';
  /** Names the person to whoever follows the traffic; never shown. */
  readonly person: string;
  /** Done while the screen asks "is this you?": a consent withdrawn on the telephone. */
  readonly meanwhile?: () => void;
  /** Stays with this lane instead of the shortest queue: a guardian's, or the second of two lanes at once. */
  readonly lane?: string;
  see(sight: Sight, at: Instant): Frame;
  /** What lies on the finger reader at the n-th try, from 0, when this finger is asked for, or any. */
  touch(attempt: number, asked?: FingerName): GreyImage;
}

export type Place = 'arriving' | 'queue' | 'mouth' | 'chamber' | 'beyond' | 'counter' | 'collection' | 'gone';
export type Mood = 'plain' | 'cleared' | 'referred';

/** A person on the plan. */
export interface Figure {
  readonly key: string;
  readonly place: Place;
  readonly lane?: string;
  /** Position in the queue, 0 is next. */
  readonly order: number;
  readonly mood: Mood;
  readonly direction: Direction;
  readonly bodies: number;
  readonly since: Instant;
}
