import { type Clock, millis, wait } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { Screen, ScreenContent } from './contract.ts';

export type ScreenFault =
  | { readonly kind: 'dies' }
  /** Never confirms that it shows anything, and does not. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'late'; readonly ms: number };

export interface SimulatedScreenOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly drawMs?: number;
}

export class SimulatedScreen extends BaseDevice<never> implements Screen {
  readonly #drawMs: number;
  #shown: ScreenContent | null = null;
  #order = 0;
  #fault: ScreenFault | null = null;

  constructor(options: SimulatedScreenOptions) {
    super(options.id, options.clock);
    this.#drawMs = options.drawMs ?? 5;
  }

  async show(content: ScreenContent): Promise<void> {
    this.assertWorking();
    if (this.#fault?.kind === 'silent') return new Promise<void>(() => {});
    this.#order += 1;
    const order = this.#order;
    const lateMs = this.#fault?.kind === 'late' ? this.#fault.ms : 0;
    await wait(this.clock, millis(this.#drawMs + lateMs));
    this.assertWorking();
    // An older picture that is drawn late must not cover a newer one.
    if (order === this.#order) this.#shown = content;
  }

  shown(): ScreenContent | null {
    return this.#shown;
  }

  override close(): Promise<void> {
    this.#shown = null;
    return super.close();
  }

  suffer(fault: ScreenFault): void {
    this.#fault = fault;
    if (fault.kind === 'dies') this.setHealth('failed');
  }

  mend(): void {
    this.#fault = null;
    this.setHealth('ok');
  }
}
