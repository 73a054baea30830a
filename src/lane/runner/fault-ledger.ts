import type { LaneFault } from '../machine/index.ts';

/** Why a fault is believed in: the device says so, it is silent, it did not obey. */
export type FaultCause = 'health' | 'silence' | 'disobedience' | 'reader' | 'store' | 'distrust';

/** A fault is there while any cause is. */
export class FaultLedger {
  readonly #causes = new Map<LaneFault, Set<FaultCause>>();
  readonly #tell: (kind: 'device-failed' | 'device-recovered', device: LaneFault) => void;

  constructor(tell: (kind: 'device-failed' | 'device-recovered', device: LaneFault) => void) {
    this.#tell = tell;
  }

  raise(fault: LaneFault, cause: FaultCause): void {
    const causes = this.#causes.get(fault) ?? new Set();
    if (causes.has(cause)) return;
    this.#causes.set(fault, causes.add(cause));
    if (causes.size === 1) this.#tell('device-failed', fault);
  }

  clear(fault: LaneFault, cause: FaultCause): void {
    const causes = this.#causes.get(fault);
    causes?.delete(cause);
    if (causes && causes.size === 0) {
      this.#causes.delete(fault);
      this.#tell('device-recovered', fault);
    }
  }

  has(fault: LaneFault, cause: FaultCause): boolean {
    return this.#causes.get(fault)?.has(cause) ?? false;
  }

  /** Says again what is still wrong, for whoever has just been told to forget it. */
  repeat(): void {
    for (const fault of this.#causes.keys()) this.#tell('device-failed', fault);
  }
}
