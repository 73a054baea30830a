/** Records that must become durable sooner or later: voids, completions, referrals, notes. In order, until the store takes them. */
import { type CancelTimer, type Clock, type ErrorCode, isRoomError, millis } from '../../kernel/index.ts';
import { within } from './within.ts';

export interface OutboxItem {
  readonly record: string;
  /** May be dropped when there is no room. */
  readonly dispensable: boolean;
  readonly write: () => Promise<void>;
}

export interface OutboxOptions {
  readonly clock: Clock;
  readonly msMax: number;
  readonly retryMs: number;
  readonly onFailing: () => void;
  readonly onWritten: () => void;
  /** Refused for good: repeating cannot help. */
  readonly onRefused: (record: string, code: ErrorCode) => void;
}

const LENGTH_MAX = 500;
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'FIELD_INVALID',
  'NOT_FOUND',
  'STORE_CONFLICT',
  'NOT_ALLOWED',
]);

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #items: OutboxItem[] = [];
  #writing = false;
  #cancelRetry: CancelTimer | null = null;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#items.length;
  }

  put(item: OutboxItem): void {
    if (item.dispensable && this.#items.length >= LENGTH_MAX) return;
    this.#items.push(item);
    this.#next();
  }

  /** One more attempt at what is left; then nothing more is tried. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRetry?.();
    while (this.#items.length > 0 && (await this.#writeFirst()));
  }

  #next(): void {
    if (this.#writing || this.#closed || this.#cancelRetry || this.#items.length === 0) return;
    this.#writing = true;
    void this.#writeFirst().then((written) => {
      this.#writing = false;
      if (written) this.#next();
      else this.#retryLater();
    });
  }

  #retryLater(): void {
    if (this.#closed) return;
    this.#options.onFailing();
    this.#cancelRetry = this.#options.clock.after(millis(this.#options.retryMs), () => {
      this.#cancelRetry = null;
      this.#next();
    });
  }

  /** True when the first item is gone, written or refused. */
  async #writeFirst(): Promise<boolean> {
    const item = this.#items[0];
    if (!item) return true;
    try {
      await within(this.#options.clock, this.#options.msMax, item.write);
    } catch (error) {
      if (!isRoomError(error) || !REFUSALS.has(error.code)) return false;
      this.#options.onRefused(item.record, error.code);
    }
    if (this.#items[0] === item) this.#items.shift();
    this.#options.onWritten();
    return true;
  }
}
