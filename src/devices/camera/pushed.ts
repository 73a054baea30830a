/** A camera whose pictures come from outside: a browser's webcam, files. Its silence is a fault, for nobody may pass unseen. */
import {
  assertFrame,
  type Clock,
  type Frame,
  fieldInvalid,
  type Millis,
  millis,
} from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { Unsubscribe } from '../device.ts';
import type { Camera, CameraEvent } from './contract.ts';

export interface PushedCameraOptions {
  readonly id: string;
  readonly clock: Clock;
  /** Without a picture for so long the camera has failed, until the next one comes. */
  readonly silenceMsMax?: number;
  /** Longest side of a picture, in pixels. */
  readonly sidePxMax?: number;
}

interface Subscription {
  readonly listener: (frame: Frame) => void;
  readonly every: Millis;
  last: number;
}

export class PushedCamera extends BaseDevice<CameraEvent> implements Camera {
  readonly #silenceMsMax: Millis;
  readonly #sidePxMax: number;
  readonly #subscriptions = new Set<Subscription>();
  #cancelSilence: () => void = () => {};

  constructor(options: PushedCameraOptions) {
    super(options.id, options.clock);
    this.#silenceMsMax = millis(options.silenceMsMax ?? 5_000);
    this.#sidePxMax = options.sidePxMax ?? 4_096;
  }

  override async open(): Promise<void> {
    await super.open();
    this.#awaitNext();
  }

  override close(): Promise<void> {
    this.#cancelSilence();
    this.#subscriptions.clear();
    this.setHealth('ok');
    return super.close();
  }

  /** False when nobody took it: not open. RoomError `IMAGE_UNREADABLE` or `FIELD_INVALID` for a picture that is none. */
  push(frame: Frame): boolean {
    this.#assertPicture(frame);
    if (!this.opened) return false;
    this.setHealth('ok');
    this.#awaitNext();
    const taken = { ...frame, at: this.clock.now() };
    for (const subscription of [...this.#subscriptions]) this.#deliver(subscription, taken);
    return true;
  }

  frames(listener: (frame: Frame) => void, every: Millis): Unsubscribe {
    if (!this.opened) throw this.fault('is not open');
    const subscription = { listener, every, last: Number.NEGATIVE_INFINITY };
    this.#subscriptions.add(subscription);
    return () => void this.#subscriptions.delete(subscription);
  }

  #deliver(subscription: Subscription, frame: Frame): void {
    const now = this.clock.elapsed();
    if (now - subscription.last < subscription.every) return;
    subscription.last = now;
    subscription.listener(frame);
  }

  #awaitNext(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.clock.after(this.#silenceMsMax, () => this.setHealth('failed'));
  }

  #assertPicture(frame: Frame): void {
    const side = Math.max(frame.width, frame.height);
    if (!(Math.min(frame.width, frame.height) >= 1) || side > this.#sidePxMax) {
      const size = `${frame.width} x ${frame.height}`;
      throw fieldInvalid('frame', size, `a picture of 1 to ${this.#sidePxMax} pixels a side`);
    }
    assertFrame(frame);
  }
}
