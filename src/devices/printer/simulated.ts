import { type Clock, fieldInvalid, millis, wait } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import { PRINT_LINES_MAX, type Printer, type PrintJob, type PrintOutcome } from './contract.ts';

export type PrinterFault =
  | { readonly kind: 'dies' }
  /** Paper stuck until mended. */
  | { readonly kind: 'jams' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'silent' };

export interface SimulatedPrinterOptions {
  readonly id: string;
  readonly clock: Clock;
  /** Receipts on a new roll. */
  readonly roll?: number;
  readonly lineMs?: number;
}

/** Receipts left on the roll when the printer begins to ask for a new one. */
const PAPER_LOW = 5;
const JOBS_KEPT_MAX = 20;

export class SimulatedPrinter extends BaseDevice<never> implements Printer {
  /** The receipts printed, oldest first, at most 20. */
  readonly printed: PrintJob[] = [];
  readonly #options: SimulatedPrinterOptions;
  #left: number;
  #fault: PrinterFault | null = null;

  constructor(options: SimulatedPrinterOptions) {
    super(options.id, options.clock);
    this.#options = options;
    this.#left = options.roll ?? 500;
  }

  async print(job: PrintJob): Promise<PrintOutcome> {
    this.assertWorking();
    if (job.lines.length > PRINT_LINES_MAX) {
      throw fieldInvalid('lines', job.lines.length, `at most ${PRINT_LINES_MAX} lines`);
    }
    if (this.#fault?.kind === 'silent') return new Promise<PrintOutcome>(() => {});
    const lateMs = this.#fault?.kind === 'late' ? this.#fault.ms : 0;
    await wait(this.clock, millis(job.lines.length * (this.#options.lineMs ?? 20) + lateMs));
    this.assertWorking();
    if (this.#fault?.kind === 'jams') return 'jammed';
    return this.#left === 0 ? 'paper-out' : this.#feed(job);
  }

  suffer(fault: PrinterFault): void {
    this.#fault = fault;
    this.setHealth(fault.kind === 'dies' ? 'failed' : 'degraded');
  }

  /** Clears the fault and puts in a new roll. */
  mend(): void {
    this.#fault = null;
    this.#left = this.#options.roll ?? 500;
    this.setHealth('ok');
  }

  #feed(job: PrintJob): PrintOutcome {
    this.#left -= 1;
    if (this.#left <= PAPER_LOW) this.setHealth('degraded');
    this.printed.push(job);
    if (this.printed.length > JOBS_KEPT_MAX) this.printed.shift();
    return 'printed';
  }
}
