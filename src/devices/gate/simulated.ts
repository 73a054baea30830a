/** A door controller with two gates and a hardware interlock: it opens none while the other is not closed. */
import type { Clock, Random } from '../../kernel/index.ts';
import type { Gate, GateName } from './contract.ts';
import { SimulatedGate } from './simulated-gate.ts';

export interface SimulatedDoorOptions {
  readonly id: string;
  readonly clock: Clock;
  readonly random: Random;
  /** From closed to open, in milliseconds; varies by a tenth. */
  readonly travelMs?: number;
}

export class SimulatedDoorController {
  readonly entry: SimulatedGate;
  readonly exit: SimulatedGate;
  #refusals = 0;

  constructor(options: SimulatedDoorOptions) {
    const { id, clock, random, travelMs = 800 } = options;
    const gate = (name: GateName, other: () => Gate, onDeath: 'falls-free' | 'springs-shut') =>
      new SimulatedGate({
        id: `${id}/${name}-gate`,
        name,
        clock,
        random: random.fork(name),
        travelMs,
        onDeath,
        mayOpen: () => other().position() === 'closed' || this.#refuse(),
      });
    // A dead drive must lock nobody in, and must not let an uncleared person out at the far side.
    this.entry = gate('entry', () => this.exit, 'falls-free');
    this.exit = gate('exit', () => this.entry, 'springs-shut');
  }

  /** How often the interlock had to say no; good software keeps it at 0. */
  get refusals(): number {
    return this.#refusals;
  }

  #refuse(): false {
    this.#refusals += 1;
    return false;
  }
}
