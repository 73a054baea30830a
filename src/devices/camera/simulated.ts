/** A camera over any source of pictures: synthetic scenes, files. Takes time to read out and can be made to fail. */
import { type Clock, type Frame, type Millis, millis, type Random } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { Unsubscribe } from '../device.ts';
import type { Camera, CameraEvent, FrameSource } from './contract.ts';

export type CameraFault =
  /** Dies, at once or after so many more frames. */
  | { readonly kind: 'dies'; readonly afterFrames?: number }
  /** Says that it is well, and delivers nothing. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'late'; readonly ms: number }
  /** A dirty glass: a share of the pixels is noise. */
  | { readonly kind: 'dirty'; readonly share: number };

export interface SimulatedCameraOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly source: FrameSource;
  /** From exposure to delivery. */
  readonly readoutMs?: number;
}

export class SimulatedCamera extends BaseDevice<CameraEvent> implements Camera {
  readonly #source: FrameSource;
  readonly #random: Random;
  readonly #readoutMs: number;
  readonly #stops = new Set<Unsubscribe>();
  #fault: CameraFault | null = null;
  #framesLeft = Number.POSITIVE_INFINITY;

  constructor(options: SimulatedCameraOptions) {
    super(options.id, options.clock);
    this.#source = options.source;
    this.#random = options.random;
    this.#readoutMs = options.readoutMs ?? 15;
  }

  frames(listener: (frame: Frame) => void, every: Millis): Unsubscribe {
    this.assertWorking();
    let running = true;
    const shoot = () => {
      if (!running) return;
      this.#expose((frame) => running && listener(frame));
      cancel = this.clock.after(every, shoot);
    };
    let cancel = this.clock.after(millis(0), shoot);
    const stop = () => {
      running = false;
      cancel();
      this.#stops.delete(stop);
    };
    this.#stops.add(stop);
    return stop;
  }

  override close(): Promise<void> {
    for (const stop of [...this.#stops]) stop();
    return super.close();
  }

  suffer(fault: CameraFault): void {
    this.#fault = fault;
    if (fault.kind !== 'dies') return;
    this.#framesLeft = fault.afterFrames ?? 0;
    this.#dieWhenDue();
  }

  mend(): void {
    this.#fault = null;
    this.#framesLeft = Number.POSITIVE_INFINITY;
    this.setHealth('ok');
  }

  #dieWhenDue(): void {
    if (this.#framesLeft <= 0) this.setHealth('failed');
  }

  #expose(deliver: (frame: Frame) => void): void {
    if (this.#fault?.kind === 'silent' || this.#framesLeft <= 0) return;
    const at = this.clock.now();
    const seen = this.#source(at);
    const lateMs = this.#fault?.kind === 'late' ? this.#fault.ms : 0;
    this.clock.after(millis(this.#readoutMs + lateMs), () => {
      if (!this.opened || this.#framesLeft <= 0) return;
      if (seen) this.#hand({ ...seen, at }, deliver);
      else this.emit({ kind: 'scene-empty', at });
    });
  }

  #hand(frame: Frame, deliver: (frame: Frame) => void): void {
    this.#framesLeft -= 1;
    deliver(this.#throughGlass(frame));
    this.#dieWhenDue();
  }

  #throughGlass(frame: Frame): Frame {
    if (this.#fault?.kind !== 'dirty') return frame;
    const data = frame.data.slice();
    const spots = Math.floor(data.length * this.#fault.share);
    for (let i = 0; i < spots; i++) data[this.#random.int(0, data.length - 1)] = this.#random.int(0, 255);
    return { ...frame, data };
  }
}
