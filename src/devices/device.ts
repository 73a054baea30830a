/** What every device kind shares: opened and closed, a health, events by subscription. */

/** `degraded`: works, but needs care (paper low, dirty glass). `failed`: do not rely on it. */
export type Health = 'ok' | 'degraded' | 'failed';
export type Unsubscribe = () => void;

export interface HealthChanged {
  readonly kind: 'health-changed';
  readonly health: Health;
}

export interface Device<Event> {
  /** Names the device in journals, for example `lane-1/camera`. */
  readonly id: string;
  /** Rejects with RoomError `DEVICE_FAULT` when the device does not answer. Opening twice is opening once. */
  open(): Promise<void>;
  /** Ends every subscription to the device's data; never rejects. */
  close(): Promise<void>;
  /** `failed` until opened: nothing may rely on a device that has not answered yet. */
  health(): Health;
  on(listener: (event: Event | HealthChanged) => void): Unsubscribe;
}
