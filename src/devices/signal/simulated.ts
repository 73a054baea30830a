import { type Clock, millis, wait } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { Light, Signal, SignalState, SoundCue } from './contract.ts';

export type SignalFault = { readonly kind: 'dies' } | { readonly kind: 'silent' };

export interface SimulatedSignalOptions {
  readonly id: string;
  readonly clock: Clock;
}

const SWITCH_MS = 2;
const CUES_KEPT_MAX = 100;

export class SimulatedSignal extends BaseDevice<never> implements Signal {
  /** The cues played, oldest first, at most 100. */
  readonly cues: SoundCue[] = [];
  #light: Light = 'off';
  #fault: SignalFault | null = null;

  constructor(options: SimulatedSignalOptions) {
    super(options.id, options.clock);
  }

  async set(state: SignalState): Promise<void> {
    this.assertWorking();
    if (this.#fault?.kind === 'silent') return new Promise<void>(() => {});
    this.#light = state.light;
    if (state.sound !== 'none') this.cues.push(state.sound);
    if (this.cues.length > CUES_KEPT_MAX) this.cues.shift();
    await wait(this.clock, millis(SWITCH_MS));
  }

  light(): Light {
    return this.#light;
  }

  override close(): Promise<void> {
    this.#light = 'off';
    return super.close();
  }

  suffer(fault: SignalFault): void {
    this.#fault = fault;
    if (fault.kind === 'dies') this.setHealth('failed');
  }

  mend(): void {
    this.#fault = null;
    this.setHealth('ok');
  }
}
