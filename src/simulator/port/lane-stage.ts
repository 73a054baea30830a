/** The physical side of one simulated lane: what its cameras see, what lies on its reader, who stands in its chamber. */
import type { FingerName, FingerSource, FrameSource } from '../../devices/index.ts';
import type { Frame, GreyImage } from '../../kernel/index.ts';
import type { Sight, Visitor } from './visitor.ts';

export interface BodyCount {
  setBodies(bodies: number): void;
}

export class LaneStage {
  readonly #seen: (frame: Frame | null) => Frame | null;
  #mouth: { visitor: Visitor; sight: Sight } | null = null;
  #chamber: Visitor | null = null;
  #touch: (() => GreyImage) | null = null;
  #bodies: BodyCount | null = null;

  /** `seen` is told of every frame that a camera takes. */
  constructor(seen: (frame: Frame | null) => Frame | null = (frame) => frame) {
    this.#seen = seen;
  }

  /** The sensors are made with this stage's sources, so they are tied to it afterwards. */
  attach(bodies: BodyCount): void {
    this.#bodies = bodies;
  }

  /** An empty scene is no picture: the camera then says that nobody is there. */
  readonly mouthCamera: FrameSource = (at) =>
    this.#seen(this.#mouth?.visitor.see(this.#mouth.sight, at) ?? null);
  readonly chamberCamera: FrameSource = (at) => this.#seen(this.#chamber?.see('well-placed', at) ?? null);
  readonly glass: FingerSource = () => this.#touch?.() ?? null;

  stand(visitor: Visitor, sight: Sight): void {
    this.#mouth = { visitor, sight };
  }

  stepIn(visitor: Visitor): void {
    this.#mouth = null;
    this.#chamber = visitor;
    this.#bodies?.setBodies(visitor.manner.bodies);
  }

  /** The finger that is asked for, where one is named. */
  layFinger(visitor: Visitor, attempt: number, finger?: FingerName): void {
    this.#touch = () => visitor.touch(attempt, finger);
  }

  liftFinger(): void {
    this.#touch = null;
  }

  /** Everybody is gone, by whichever gate. */
  empty(): void {
    this.#mouth = null;
    this.#chamber = null;
    this.#touch = null;
    this.#bodies?.setBodies(0);
  }
}
