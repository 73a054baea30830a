/** Looks at frames while the machine wants faces, and at the cameras' signs of life always. */

import type { Camera, Unsubscribe } from '../../devices/index.ts';
import { type CancelTimer, type Clock, type Frame, millis } from '../../kernel/index.ts';
import type { FaceReader, FaceReading } from '../collaborators.ts';
import type { RunnerConfig } from '../lane.ts';
import type { CapturePlace, FaceEvent, LaneFault } from '../machine/index.ts';
import type { FaultLedger } from './fault-ledger.ts';
import type { PassageLog } from './passage-log.ts';
import { within } from './within.ts';

export interface FaceWatchOptions<Capture> {
  readonly clock: Clock;
  readonly config: RunnerConfig;
  readonly reader: FaceReader<Capture>;
  readonly cameras: Readonly<Partial<Record<'camera' | 'chamber-camera', Camera>>>;
  readonly faults: FaultLedger;
  readonly tell: (event: FaceEvent) => void;
  /** The passage that pays for a reading, if one has begun. */
  readonly log: () => PassageLog | null;
  readonly stopwatch: Pick<Clock, 'elapsed'>;
}

type CameraName = Extract<LaneFault, 'camera' | 'chamber-camera'>;
// More captures than these are of no use to anybody.
const CAPTURES_MAX = 8;

export class FaceWatch<Capture> {
  readonly #options: FaceWatchOptions<Capture>;
  readonly #stops: Unsubscribe[] = [];
  readonly #subscribed = new Map<CameraName, Unsubscribe>();
  readonly #lastSign = new Map<CameraName, number>();
  #captures: Capture[] = [];
  #wanted: CapturePlace | null = null;
  /** Readings begun before the last change of mind do not count. */
  #round = 0;
  #reading = false;
  #failures = 0;
  #lastTold = '';
  #cancelCheck: CancelTimer = () => {};

  constructor(options: FaceWatchOptions<Capture>) {
    this.#options = options;
  }

  get captures(): readonly Capture[] {
    return this.#captures;
  }

  start(): void {
    for (const name of ['camera', 'chamber-camera'] as const) this.#attach(name);
    this.#checkSilence();
  }

  stop(): void {
    this.end();
    this.#cancelCheck();
    for (const stop of [...this.#stops, ...this.#subscribed.values()]) stop();
    this.#subscribed.clear();
  }

  begin(place: CapturePlace): void {
    this.#wanted = place;
    this.#captures = [];
    this.#round += 1;
    this.#lastTold = '';
  }

  /** Keeps what was captured. */
  end(): void {
    this.#wanted = null;
    this.#round += 1;
  }

  #attach(name: CameraName): void {
    const camera = this.#options.cameras[name];
    if (!camera) return;
    this.#stops.push(
      camera.on((event) => {
        if (event.kind === 'scene-empty') this.#onScene(name, null);
        else if (event.health !== 'failed') this.#subscribe(name, camera);
      }),
    );
    this.#subscribe(name, camera);
  }

  #subscribe(name: CameraName, camera: Camera): void {
    this.#lastSign.set(name, this.#options.clock.elapsed());
    if (this.#subscribed.has(name) || camera.health() === 'failed') return;
    const every = millis(this.#options.config.frameEveryMs);
    this.#subscribed.set(
      name,
      camera.frames((frame) => this.#onScene(name, frame), every),
    );
  }

  #checkSilence(): void {
    const { clock, config, faults } = this.#options;
    this.#cancelCheck = clock.after(millis(config.cameraSilenceMsMax / 3), () => {
      for (const [name, last] of this.#lastSign) {
        if (clock.elapsed() - last > config.cameraSilenceMsMax) faults.raise(name, 'silence');
      }
      this.#checkSilence();
    });
  }

  #onScene(name: CameraName, frame: Frame | null): void {
    this.#lastSign.set(name, this.#options.clock.elapsed());
    this.#options.faults.clear(name, 'silence');
    const place = this.#placeServed(name);
    const suspect = this.#options.faults.has(name, 'reader');
    if (this.#reading || (place === null && !suspect)) return;
    if (frame) void this.#read(name, frame, place ?? 'approach');
    else if (place) this.#tellOnce({ kind: 'face-lost', place });
  }

  #placeServed(name: CameraName): CapturePlace | null {
    const inside = this.#options.cameras['chamber-camera'] ? 'chamber-camera' : 'camera';
    if (this.#wanted === 'chamber') return name === inside ? 'chamber' : null;
    return name === 'camera' ? this.#wanted : null;
  }

  async #read(name: CameraName, frame: Frame, place: CapturePlace): Promise<void> {
    const { clock, config, reader, stopwatch, log, faults } = this.#options;
    const round = this.#round;
    const began = stopwatch.elapsed();
    const payer = log();
    const look = () => within(clock, config.faceReadMsMax, () => reader.read(frame, place));
    this.#reading = true;
    try {
      const reading = await (payer ? payer.measure('read-face', look, wordOf) : look());
      this.#failures = 0;
      faults.clear(name, 'reader');
      if (round !== this.#round) return;
      this.#take(reading, place);
      // The first face begins the passage that pays for it.
      if (!payer && reading.kind === 'ok') log()?.add('read-face', stopwatch.elapsed() - began, 'ok');
    } catch {
      this.#failures += 1;
      if (this.#failures >= config.faceReadFailuresMax) faults.raise(name, 'reader');
    } finally {
      this.#reading = false;
    }
  }

  #take(reading: FaceReading<Capture>, place: CapturePlace): void {
    switch (reading.kind) {
      case 'no-face':
        this.#tellOnce({ kind: 'face-lost', place });
        break;
      case 'several-faces':
        this.#tellOnce({ kind: 'faces-several', place });
        break;
      case 'poor':
        this.#tellOnce({ kind: 'face-guided', place, guidance: reading.guidance });
        break;
      case 'ok':
        this.#captures = [...this.#captures, reading.capture].slice(-CAPTURES_MAX);
        this.#lastTold = '';
        this.#options.tell({ kind: 'face-captured', place, pad: reading.pad });
        break;
    }
  }

  /** The same sight again is no news. */
  #tellOnce(event: FaceEvent): void {
    const told = JSON.stringify(event);
    if (told === this.#lastTold) return;
    this.#lastTold = told;
    this.#options.tell(event);
  }
}

/** Only frames that were good for something are told as steps. */
const wordOf = (reading: FaceReading<unknown>): string | null => (reading.kind === 'ok' ? 'ok' : null);
