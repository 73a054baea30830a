/** The lane that a person walks through at a kiosk: a webcam is its camera, buttons are its floor, a simulated reader its glass. */
import {
  PushedCamera,
  SimulatedDoorController,
  SimulatedFingerReader,
  SimulatedOccupancy,
  SimulatedPrinter,
  SimulatedScreen,
  SimulatedSignal,
} from '../../devices/index.ts';
import { type Clock, type Frame, type GreyImage, millis, type Random } from '../../kernel/index.ts';
import type { LaneDevices, LaneSnapshot } from '../../lane/index.ts';
import type { LastFrames } from './camera-picture.ts';
import { Emitter } from './emitter.ts';

/** A page that is away for this long leaves an empty scene, not a broken camera: nobody need stand at a kiosk. */
export const PAGE_AWAY_MS = 5 * 86_400_000;
/** How long a finger lies on the glass after the button. */
const FINGER_MS = millis(1_200);

export class KioskLane {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #camera: PushedCamera;
  readonly #occupancy: SimulatedOccupancy;
  readonly #snapshots = new Emitter<LaneSnapshot>();
  #frames: LastFrames | undefined;
  #finger: GreyImage | null = null;
  #attempts = 0;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#camera = new PushedCamera({ id: 'K1/camera', clock, silenceMsMax: PAGE_AWAY_MS });
    this.#occupancy = new SimulatedOccupancy({ id: 'K1/occupancy', clock, random: random.fork('occupancy') });
  }

  devices(frames: LastFrames): LaneDevices {
    this.#frames = frames;
    const part = (name: string) => ({
      id: `K1/${name}`,
      clock: this.#clock,
      random: this.#random.fork(name),
    });
    const door = new SimulatedDoorController(part('door'));
    return {
      camera: this.#camera,
      entry: door.entry,
      exit: door.exit,
      occupancy: this.#occupancy,
      fingerReader: new SimulatedFingerReader({ ...part('finger-reader'), source: () => this.#finger }),
      screen: new SimulatedScreen(part('screen')),
      signal: new SimulatedSignal(part('signal')),
      printer: new SimulatedPrinter(part('printer')),
    };
  }

  /** A picture from the page's webcam. */
  push(frame: Frame): void {
    this.#frames?.see('K1', frame);
    this.#camera.push(frame);
  }

  step(where: 'in' | 'out'): void {
    this.#occupancy.setBodies(where === 'in' ? 1 : 0);
  }

  /** Every touch of the simulated reader differs. */
  nextAttempt(): number {
    return this.#attempts++;
  }

  layFinger(impression: GreyImage): void {
    this.#finger = impression;
    this.#clock.after(FINGER_MS, () => {
      this.#finger = null;
    });
  }

  observe(snapshot: LaneSnapshot): void {
    this.#snapshots.emit(snapshot);
  }

  on(listener: (snapshot: LaneSnapshot) => void): () => void {
    return this.#snapshots.on(listener);
  }
}
