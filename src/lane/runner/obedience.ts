/** Commands to gates, screen and lamp: given, and noticed when they are not obeyed. */
import type { Gate, GateName, GatePosition, ScreenContent, SignalState } from '../../devices/index.ts';
import { type CancelTimer, type Clock, millis } from '../../kernel/index.ts';
import type { LaneDevices, RunnerConfig } from '../lane.ts';
import type { FaultLedger } from './fault-ledger.ts';
import { within } from './within.ts';

export interface ObedienceOptions {
  readonly clock: Clock;
  readonly config: RunnerConfig;
  readonly devices: LaneDevices;
  readonly faults: FaultLedger;
  readonly onRefused: (gate: GateName) => void;
  readonly onPosition: (gate: GateName, position: GatePosition) => void;
}

export class Obedience {
  readonly #options: ObedienceOptions;
  readonly #probes = new Map<'screen' | 'signal', CancelTimer>();
  #content: ScreenContent | null = null;
  #signal: SignalState = { light: 'off', sound: 'none' };
  #stopped = false;

  constructor(options: ObedienceOptions) {
    this.#options = options;
  }

  get content(): ScreenContent | null {
    return this.#content;
  }

  get light() {
    return this.#signal.light;
  }

  gate(gate: Gate, action: 'open' | 'close'): void {
    const { clock, config, onRefused, onPosition } = this.#options;
    within(clock, config.gateReplyMsMax, () => gate.command(action)).then(
      (reply) => {
        if (reply === 'refused') onRefused(gate.name);
        // The sensor is read again, so that no lost report leaves the lane with a false belief.
        else onPosition(gate.name, gate.position());
      },
      () => onRefused(gate.name),
    );
  }

  show(content: ScreenContent): void {
    this.#content = content;
    void this.#attempt('screen', () => this.#options.devices.screen.show(content));
  }

  signal(signal: SignalState): void {
    this.#signal = signal;
    void this.#attempt('signal', () => this.#options.devices.signal.set(signal));
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#probes.values()) cancel();
    this.#content = null;
  }

  async #attempt(device: 'screen' | 'signal', call: () => Promise<void>): Promise<void> {
    const { clock, config, faults } = this.#options;
    try {
      await within(clock, config.screenMsMax, call);
      if (!this.#stopped) faults.clear(device, 'disobedience');
    } catch {
      if (this.#stopped) return;
      faults.raise(device, 'disobedience');
      this.#probeLater(device);
    }
  }

  #probeLater(device: 'screen' | 'signal'): void {
    this.#probes.get(device)?.();
    const { clock, config } = this.#options;
    const probe = () => {
      if (device === 'signal') this.signal(this.#signal);
      else if (this.#content) this.show(this.#content);
    };
    this.#probes.set(device, clock.after(millis(config.probeMs), probe));
  }
}
