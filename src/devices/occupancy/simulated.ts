/** Two sensors, each with its own delay and faults, folded into one reading. */
import { type CancelTimer, type Clock, millis, type Random } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import { type Occupancy, type OccupancyEvent, type OccupancyReading, sameReading } from './contract.ts';

export type SensorIndex = 0 | 1;
export type OccupancyFault =
  /** The sensor keeps its last count. */
  | { readonly kind: 'stuck'; readonly sensor: SensorIndex }
  /** The sensor counts so many too much (or, negative, too few; never below 0). */
  | { readonly kind: 'miscounts'; readonly sensor: SensorIndex; readonly by: number }
  | { readonly kind: 'dies'; readonly sensor: SensorIndex };

export interface SimulatedOccupancyOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Slowest sensor, in milliseconds. */
  readonly sensorMsMax?: number;
  /** The sensors may differ for so long while a body moves; longer is a disagreement. */
  readonly settleMs?: number;
}

export class SimulatedOccupancy extends BaseDevice<OccupancyEvent> implements Occupancy {
  readonly #options: SimulatedOccupancyOptions;
  readonly #counts: [number, number] = [0, 0];
  #bodies = 0;
  #fault: OccupancyFault | null = null;
  #reading: OccupancyReading = { kind: 'unknown' };
  #cancelSettle: CancelTimer | null = null;

  constructor(options: SimulatedOccupancyOptions) {
    super(options.id, options.clock);
    this.#options = options;
  }

  override async open(): Promise<void> {
    await super.open();
    this.#fold();
  }

  override close(): Promise<void> {
    this.#reading = { kind: 'unknown' };
    return super.close();
  }

  reading(): OccupancyReading {
    return this.#reading;
  }

  get bodies(): number {
    return this.#bodies;
  }

  /** The truth changes; each sensor notices in its own time. */
  setBodies(bodies: number): void {
    this.#bodies = Math.max(0, bodies);
    for (const sensor of [0, 1] as const) this.#notice(sensor);
  }

  suffer(fault: OccupancyFault): void {
    this.#fault = fault;
    if (fault.kind === 'dies') this.setHealth('failed');
    if (fault.kind === 'miscounts') this.#notice(fault.sensor);
    this.#fold();
  }

  mend(): void {
    this.#fault = null;
    this.setHealth('ok');
    this.setBodies(this.#bodies);
  }

  #notice(sensor: SensorIndex): void {
    const delayMs = this.#options.random.between(10, this.#options.sensorMsMax ?? 80);
    this.clock.after(millis(delayMs), () => {
      const fault = this.#fault?.sensor === sensor ? this.#fault : null;
      if (fault?.kind === 'stuck' || fault?.kind === 'dies') return;
      this.#counts[sensor] = Math.max(0, this.#bodies + (fault?.by ?? 0));
      this.#fold();
    });
  }

  #fold(): void {
    if (!this.opened) return;
    const [a, b] = this.#counts;
    if (this.#fault?.kind === 'dies') this.#report({ kind: 'unknown' });
    else if (a === b) this.#report({ kind: 'agreed', bodies: a });
    else this.#cancelSettle ??= this.clock.after(millis(this.#options.settleMs ?? 400), () => this.#doubt());
  }

  #doubt(): void {
    this.#cancelSettle = null;
    const [a, b] = this.#counts;
    if (a !== b && this.opened) this.#report({ kind: 'disagreed', counts: [a, b] });
  }

  #report(reading: OccupancyReading): void {
    this.#cancelSettle?.();
    this.#cancelSettle = null;
    if (sameReading(reading, this.#reading)) return;
    this.#reading = reading;
    this.emit({ kind: 'occupancy-changed', reading });
  }
}
