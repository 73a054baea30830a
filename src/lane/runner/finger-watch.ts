import type { FingerReader } from '../../devices/index.ts';
import type { GreyImage } from '../../kernel/index.ts';
import type { AttemptEvent } from '../machine/index.ts';

/** One capture of a finger at a time, called off when it is no longer wanted; the picture lives until it is used. */
export class FingerWatch {
  readonly #reader: FingerReader;
  readonly #tell: (event: AttemptEvent) => void;
  #control: AbortController | null = null;
  #image: GreyImage | null = null;

  constructor(reader: FingerReader, tell: (event: AttemptEvent) => void) {
    this.#reader = reader;
    this.#tell = tell;
  }

  begin(serial: number): void {
    this.end();
    this.#image = null;
    const control = new AbortController();
    this.#control = control;
    void this.#capture(serial, control);
  }

  end(): void {
    this.#control?.abort();
    this.#control = null;
  }

  /** The picture, once; no copy stays behind. */
  take(): GreyImage | null {
    const image = this.#image;
    this.#image = null;
    return image;
  }

  async #capture(serial: number, control: AbortController): Promise<void> {
    try {
      const image = await this.#reader.capture(control.signal);
      if (control.signal.aborted) return;
      this.#image = image;
      this.#tell({ kind: 'finger-captured', serial });
    } catch {
      if (!control.signal.aborted) this.#tell({ kind: 'finger-failed', serial });
    }
  }
}
