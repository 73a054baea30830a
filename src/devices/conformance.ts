/** Cases that a driver of a kind must pass, told without a test framework so that they also run beside real hardware. */
import { RoomError } from '../kernel/index.ts';
import type { Device } from './device.ts';

export interface ConformanceCase {
  /** A sentence. */
  readonly name: string;
  /** Rejects with RoomError `DEVICE_FAULT` when the driver breaks the sentence. */
  readonly run: () => Promise<void>;
}

/** Lets time pass for the device: a manual clock's advance in tests, a real wait beside hardware. */
export type Elapse = (ms: number) => Promise<void>;

export function claim(holds: boolean, sentence: string): void {
  if (!holds) throw new RoomError('DEVICE_FAULT', `Not conformant: ${sentence}.`);
}

/** The cases every kind shares. `setup` gives a device that is not open yet. */
export function deviceConformance(
  setup: () => Pick<Device<unknown>, 'open' | 'close' | 'health'>,
): ConformanceCase[] {
  return [
    {
      name: 'is failed until it is opened, and again after it is closed',
      run: async () => {
        const device = setup();
        claim(device.health() === 'failed', 'an unopened device is failed');
        await device.open();
        claim(device.health() === 'ok', 'an opened device is ok');
        await device.close();
        claim(device.health() === 'failed', 'a closed device is failed');
      },
    },
    {
      name: 'opens twice and closes twice without complaint',
      run: async () => {
        const device = setup();
        await device.open();
        await device.open();
        claim(device.health() === 'ok', 'a device opened twice is ok');
        await device.close();
        await device.close();
      },
    },
  ];
}
