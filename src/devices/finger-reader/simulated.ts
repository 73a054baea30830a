/** A finger reader over a source of impressions: looks for a finger now and then, takes time to scan it. */
import {
  type Clock,
  type GreyImage,
  type Instant,
  millis,
  type Random,
  RoomError,
} from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { FingerReader } from './contract.ts';

/** The impression of the finger that lies on the glass at an instant; null while there is none. */
export type FingerSource = (at: Instant) => GreyImage | null;

export type FingerReaderFault =
  | { readonly kind: 'dies' }
  /** Sees no finger and says nothing. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'late'; readonly ms: number }
  /** Grease on the glass: a share of the pixels is noise. */
  | { readonly kind: 'dirty'; readonly share: number };

export interface SimulatedFingerReaderOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly source: FingerSource;
  readonly scanMs?: number;
}

const LOOK_EVERY_MS = 80;

export class SimulatedFingerReader extends BaseDevice<never> implements FingerReader {
  readonly reader = 'simulated';
  readonly #options: SimulatedFingerReaderOptions;
  #fault: FingerReaderFault | null = null;

  constructor(options: SimulatedFingerReaderOptions) {
    super(options.id, options.clock);
    this.#options = options;
  }

  capture(signal: AbortSignal): Promise<GreyImage> {
    return new Promise((resolve, reject) => {
      const cancelled = () => reject(new RoomError('CANCELLED', `The capture on ${this.id} was called off.`));
      if (signal.aborted) return cancelled();
      signal.addEventListener('abort', cancelled, { once: true });
      const settle = (act: () => void) => {
        signal.removeEventListener('abort', cancelled);
        act();
      };
      this.#look(
        signal,
        (image) => settle(() => resolve(image)),
        (error) => settle(() => reject(error)),
      );
    });
  }

  suffer(fault: FingerReaderFault): void {
    this.#fault = fault;
    if (fault.kind === 'dies') this.setHealth('failed');
  }

  mend(): void {
    this.#fault = null;
    this.setHealth('ok');
  }

  #look(signal: AbortSignal, found: (image: GreyImage) => void, failed: (error: RoomError) => void): void {
    if (signal.aborted) return;
    if (this.health() === 'failed') {
      failed(this.fault('has failed or is not open'));
      return;
    }
    const image = this.#fault?.kind === 'silent' ? null : this.#options.source(this.clock.now());
    if (image) this.#scan(image, found, failed);
    else this.clock.after(millis(LOOK_EVERY_MS), () => this.#look(signal, found, failed));
  }

  #scan(image: GreyImage, found: (image: GreyImage) => void, failed: (error: RoomError) => void): void {
    const lateMs = this.#fault?.kind === 'late' ? this.#fault.ms : 0;
    this.clock.after(millis((this.#options.scanMs ?? 250) + lateMs), () => {
      if (this.health() === 'failed') failed(this.fault('failed during the scan'));
      else found(this.#throughGlass(image));
    });
  }

  #throughGlass(image: GreyImage): GreyImage {
    if (this.#fault?.kind !== 'dirty') return image;
    const { random } = this.#options;
    const data = image.data.slice();
    const spots = Math.floor(data.length * this.#fault.share);
    for (let i = 0; i < spots; i++) data[random.int(0, data.length - 1)] = random.int(0, 255);
    return { ...image, data };
  }
}
