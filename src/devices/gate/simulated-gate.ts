import { type CancelTimer, type Clock, millis, type Random, wait } from '../../kernel/index.ts';
import { BaseDevice } from '../base-device.ts';
import type { Gate, GateAction, GateEvent, GateName, GatePosition, GateReply } from './contract.ts';

export type GateFault =
  /** The next movement of this kind stops half-way; the opposite command frees the leaf. */
  | { readonly kind: 'jam'; readonly on: GateAction }
  /** The drive dies. The leaf then falls free (can be pushed) or springs shut, as it was built. */
  | { readonly kind: 'dies' }
  | { readonly kind: 'slow'; readonly factor: number }
  /** Accepts commands, does not move. */
  | { readonly kind: 'stuck' }
  /** Never answers a command. */
  | { readonly kind: 'silent' };

export interface SimulatedGateOptions {
  readonly id: string;
  readonly name: GateName;
  readonly clock: Clock;
  readonly random: Random;
  readonly travelMs: number;
  readonly onDeath: 'falls-free' | 'springs-shut';
  readonly mayOpen: () => boolean;
}

const ANSWER_MS = 8;

export class SimulatedGate extends BaseDevice<GateEvent> implements Gate {
  readonly name: GateName;
  readonly #options: SimulatedGateOptions;
  #position: GatePosition = 'closed';
  #fault: GateFault | null = null;
  #cancelTravel: CancelTimer = () => {};

  constructor(options: SimulatedGateOptions) {
    super(options.id, options.clock);
    this.name = options.name;
    this.#options = options;
  }

  position(): GatePosition {
    return this.#position;
  }

  /** Whether a body can pass: a leaf that is open, or hangs free. */
  passable(): boolean {
    return this.#position === 'open' || (this.#position === 'jammed' && this.health() === 'failed');
  }

  async command(action: GateAction): Promise<GateReply> {
    this.assertWorking();
    if (this.#fault?.kind === 'silent') return new Promise<GateReply>(() => {});
    await wait(this.clock, millis(ANSWER_MS));
    this.assertWorking();
    if (action === 'open' && !this.#options.mayOpen()) return 'refused';
    if (this.#fault?.kind !== 'stuck') this.#travel(action);
    return 'accepted';
  }

  /** Somebody pulls the leaf open by hand. */
  force(): void {
    this.#cancelTravel();
    if (this.opened) this.emit({ kind: 'forced-open' });
    this.#settleAt('open');
  }

  suffer(fault: GateFault): void {
    this.#fault = fault;
    if (fault.kind !== 'dies') return;
    this.#cancelTravel();
    this.setHealth('failed');
    this.#settleAt(this.#options.onDeath === 'falls-free' ? 'jammed' : 'closed');
  }

  mend(): void {
    this.#fault = null;
    this.setHealth('ok');
  }

  #travel(action: GateAction): void {
    const [goal, moving] =
      action === 'open' ? (['open', 'opening'] as const) : (['closed', 'closing'] as const);
    if (this.#position === goal || this.#position === moving) return;
    this.#cancelTravel();
    this.#settleAt(moving);
    const slowness = this.#fault?.kind === 'slow' ? this.#fault.factor : 1;
    const travelMs = this.#options.travelMs * slowness * this.#options.random.between(0.9, 1.1);
    const jams = this.#fault?.kind === 'jam' && this.#fault.on === action;
    if (jams) this.#fault = null;
    this.#cancelTravel = this.clock.after(millis(jams ? travelMs / 2 : travelMs), () =>
      this.#settleAt(jams ? 'jammed' : goal),
    );
  }

  #settleAt(position: GatePosition): void {
    if (position === this.#position) return;
    this.#position = position;
    if (this.opened) this.emit({ kind: 'position-changed', position });
  }
}
