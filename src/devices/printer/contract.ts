import type { Device } from '../device.ts';

/** A receipt as the printer needs it: it does not know what it prints. */
export interface PrintJob {
  /** From the top; at most 60. */
  readonly lines: readonly string[];
  /** The content of a QR code under the lines. */
  readonly qr?: string;
}

/** Expected troubles of paper are outcomes; only a dead printer is an error. */
export type PrintOutcome = 'printed' | 'paper-out' | 'jammed';

export interface Printer extends Device<never> {
  /** Prints and cuts. Rejects with `FIELD_INVALID` for an impossible job, `DEVICE_FAULT` for a dead printer. */
  print(job: PrintJob): Promise<PrintOutcome>;
}

export const PRINT_LINES_MAX = 60;
