/** The part of a driver that is the same for every kind: being open, having a health, telling listeners. */
import { type Clock, RoomError } from '../kernel/index.ts';
import type { Device, Health, HealthChanged, Unsubscribe } from './device.ts';

export abstract class BaseDevice<Event> implements Device<Event> {
  readonly id: string;
  protected readonly clock: Clock;
  readonly #listeners = new Set<(event: Event | HealthChanged) => void>();
  #opened = false;
  #condition: Health = 'ok';

  constructor(id: string, clock: Clock) {
    this.id = id;
    this.clock = clock;
  }

  open(): Promise<void> {
    if (this.#condition === 'failed') return Promise.reject(this.fault('does not answer'));
    this.#opened = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.#opened = false;
    return Promise.resolve();
  }

  health(): Health {
    return this.#opened ? this.#condition : 'failed';
  }

  on(listener: (event: Event | HealthChanged) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  protected get opened(): boolean {
    return this.#opened;
  }

  protected emit(event: Event | HealthChanged): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  protected setHealth(health: Health): void {
    if (health === this.#condition) return;
    this.#condition = health;
    if (this.#opened) this.emit({ kind: 'health-changed', health });
  }

  protected fault(what: string): RoomError {
    return new RoomError('DEVICE_FAULT', `The device ${this.id} ${what}.`, { device: this.id });
  }

  protected assertWorking(): void {
    if (!this.#opened) throw this.fault('is not open');
    if (this.#condition === 'failed') throw this.fault('has failed');
  }
}
