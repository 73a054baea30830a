import type { GreyImage } from '../../kernel/index.ts';
import type { Device } from '../device.ts';

/** A reader with a driver of its own, or a stand-in that must be named as such wherever it is shown. */
export type FingerReaderKind = 'reader' | 'simulated';

export interface FingerReader extends Device<never> {
  readonly reader: FingerReaderKind;
  /**
   * The picture of the next finger laid on the glass, about 500 pixels an inch, ridges dark.
   * Waits until the signal aborts; rejects then with `CANCELLED`, with `DEVICE_FAULT` when the reader fails.
   */
  capture(signal: AbortSignal): Promise<GreyImage>;
}
