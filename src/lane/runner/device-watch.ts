/** Opens a lane's devices, tries again those that do not open, and turns what they tell into events. */
import type { Device, GateName, Unsubscribe } from '../../devices/index.ts';
import { type CancelTimer, type Clock, millis } from '../../kernel/index.ts';
import type { LaneDevices, RunnerConfig } from '../lane.ts';
import type { LaneEvent, LaneFault } from '../machine/index.ts';
import type { FaultLedger } from './fault-ledger.ts';
import { within } from './within.ts';

type AnyDevice = Pick<Device<unknown>, 'open' | 'close' | 'health'> & {
  on(listener: (event: { readonly kind: string }) => void): Unsubscribe;
};

export interface DeviceWatchOptions {
  readonly clock: Clock;
  readonly config: RunnerConfig;
  readonly devices: LaneDevices;
  readonly faults: FaultLedger;
  readonly tell: (event: LaneEvent) => void;
}

export class DeviceWatch {
  readonly #options: DeviceWatchOptions;
  readonly #stops: Unsubscribe[] = [];
  readonly #retries = new Map<LaneFault, CancelTimer>();
  #stopped = false;

  constructor(options: DeviceWatchOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#listen();
    const all = Object.entries(this.#byFault()) as [LaneFault, AnyDevice][];
    await Promise.all(all.map(([fault, device]) => this.#open(fault, device)));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const stop of this.#stops) stop();
    for (const cancel of this.#retries.values()) cancel();
    const { clock, config } = this.#options;
    const closing = Object.values(this.#byFault()).map((device) =>
      within(clock, config.openMsMax, () => device.close()).catch(() => undefined),
    );
    await Promise.all(closing);
  }

  #byFault(): Partial<Record<LaneFault, AnyDevice>> {
    const { devices } = this.#options;
    return {
      camera: devices.camera,
      'finger-reader': devices.fingerReader,
      occupancy: devices.occupancy,
      'entry-gate': devices.entry,
      'exit-gate': devices.exit,
      screen: devices.screen,
      signal: devices.signal,
      ...(devices.chamberCamera && { 'chamber-camera': devices.chamberCamera }),
      ...(devices.printer && { printer: devices.printer }),
    };
  }

  async #open(fault: LaneFault, device: AnyDevice): Promise<void> {
    const { clock, config, faults } = this.#options;
    try {
      await within(clock, config.openMsMax, () => device.open());
    } catch {
      // Told as a fault below; whatever the reason, it is tried again.
    }
    if (this.#stopped) return;
    if (device.health() !== 'failed') {
      faults.clear(fault, 'health');
      return;
    }
    faults.raise(fault, 'health');
    this.#retries.set(
      fault,
      clock.after(millis(config.probeMs), () => void this.#open(fault, device)),
    );
  }

  #listen(): void {
    const { devices, tell, faults } = this.#options;
    for (const [fault, device] of Object.entries(this.#byFault()) as [LaneFault, AnyDevice][]) {
      this.#stops.push(
        device.on((event) => {
          if (event.kind !== 'health-changed') return;
          if (device.health() === 'failed') faults.raise(fault, 'health');
          else faults.clear(fault, 'health');
        }),
      );
    }
    this.#listenGate('entry');
    this.#listenGate('exit');
    this.#stops.push(
      devices.occupancy.on((event) => {
        if (event.kind === 'occupancy-changed') tell({ kind: 'occupancy-changed', reading: event.reading });
      }),
    );
  }

  #listenGate(gate: GateName): void {
    const { devices, tell } = this.#options;
    this.#stops.push(
      devices[gate].on((event) => {
        if (event.kind === 'position-changed') tell({ kind: 'gate-moved', gate, position: event.position });
        if (event.kind === 'forced-open') tell({ kind: 'gate-forced', gate });
      }),
    );
  }
}
