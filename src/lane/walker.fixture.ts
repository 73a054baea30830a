/** For tests: a person with a body, who does what the screen says, or something else. */
import type {
  FingerName,
  SimulatedDoorController,
  SimulatedOccupancy,
  SimulatedScreen,
} from '../devices/index.ts';
import { type Clock, millis, type TravellerId } from '../kernel/index.ts';
import type { Lane } from './lane.ts';

export const BEHAVIOURS = [
  'obedient',
  'brings-a-second',
  'steps-back-while-closing',
  'never-enters',
  'walks-away-early',
  'never-confirms',
  'says-not-me',
  'never-lays-finger',
  'wrong-finger',
  'unreadable-finger',
  'worn-first-finger',
  'lingers-inside',
  'cancels-inside',
  'cancels-when-cleared',
  'asks-help-inside',
  'withdraws-consent-inside',
  'withdraws-consent-outside',
  'forces-entry',
  'forces-exit',
  'escapes-by-exit',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export interface Surroundings {
  readonly clock: Clock;
  readonly lane: Lane;
  readonly doors: SimulatedDoorController;
  readonly occupancy: SimulatedOccupancy;
  readonly screen: SimulatedScreen;
}

export type Whereabouts = 'outside' | 'inside' | 'left-by-entry' | 'left-by-exit';

const TICK_MS = 100;

export class Walker {
  readonly traveller: TravellerId;
  readonly behaviour: Behaviour;
  readonly #world: Surroundings;
  where: Whereabouts = 'outside';
  insideMs = 0;
  #passableMs = 0;
  #did = false;
  #bodies = 1;

  constructor(world: Surroundings, traveller: TravellerId, behaviour: Behaviour) {
    this.#world = world;
    this.traveller = traveller;
    this.behaviour = behaviour;
    this.#live();
  }

  get beforeCamera(): boolean {
    if (this.where === 'inside') return true;
    return this.where === 'outside' && !(this.#did && this.behaviour === 'walks-away-early');
  }

  /** The finger that the screen asks for; any enrolled one is the first. */
  get fingerLaid(): FingerName | null {
    const { message, finger = 'right-index' } = this.#world.screen.shown() ?? {};
    const asked = message === 'place-finger' || message === 'finger-again';
    return this.where === 'inside' && asked && this.behaviour !== 'never-lays-finger' ? finger : null;
  }

  #live(): void {
    this.#world.clock.after(millis(TICK_MS), () => {
      if (this.where === 'outside') this.#outside();
      else if (this.where === 'inside') this.#inside();
      if (this.where === 'outside' || this.where === 'inside') this.#live();
    });
  }

  #once(act: () => void): void {
    if (this.#did) return;
    this.#did = true;
    act();
  }

  #outside(): void {
    const { screen, doors, lane } = this.#world;
    const message = screen.shown()?.message;
    if (message === 'confirm-identity') this.#confirm();
    if (this.behaviour === 'walks-away-early' && message === 'identifying') this.#did = true;
    if (this.behaviour === 'forces-entry' && message === 'confirm-identity')
      this.#once(() => doors.entry.force());
    if (this.behaviour === 'withdraws-consent-outside' && message === 'confirm-identity') {
      lane.consentWithdrawn(this.traveller);
    }
    this.#passableMs = doors.entry.passable() && message === 'walk-in' ? this.#passableMs + TICK_MS : 0;
    if (this.#passableMs >= 500 && this.behaviour !== 'never-enters') this.#enter();
  }

  #confirm(): void {
    const { lane } = this.#world;
    if (this.behaviour === 'never-confirms') return;
    lane.traveller(this.behaviour === 'says-not-me' ? 'not-me' : 'confirm');
  }

  #enter(): void {
    this.where = 'inside';
    this.#passableMs = 0;
    this.#bodies = this.behaviour === 'brings-a-second' ? 2 : 1;
    this.#world.occupancy.setBodies(this.#bodies);
  }

  #inside(): void {
    this.insideMs += TICK_MS;
    this.#misbehave();
    const { doors } = this.#world;
    this.#passableMs = doors.entry.passable() || doors.exit.passable() ? this.#passableMs + TICK_MS : 0;
    const entryClosing = doors.entry.position() === 'closing';
    if (this.behaviour === 'steps-back-while-closing' && entryClosing)
      this.#once(() => this.#leave('left-by-entry'));
    if (this.where === 'inside' && this.#passableMs >= 700) this.#walkOut();
  }

  #walkOut(): void {
    const { doors } = this.#world;
    if (this.behaviour === 'lingers-inside' && this.insideMs < 20_000) return;
    this.#leave(doors.exit.passable() ? 'left-by-exit' : 'left-by-entry');
  }

  #leave(by: Whereabouts): void {
    this.where = by;
    this.#world.occupancy.setBodies(0);
  }

  #misbehave(): void {
    const { lane, screen, doors } = this.#world;
    const message = screen.shown()?.message;
    const asked = message === 'place-finger';
    if (this.behaviour === 'cancels-inside' && asked) this.#once(() => lane.traveller('cancel'));
    if (this.behaviour === 'cancels-when-cleared' && message === 'walk-out')
      this.#once(() => lane.traveller('cancel'));
    if (this.behaviour === 'asks-help-inside' && asked) this.#once(() => lane.traveller('help'));
    if (this.behaviour === 'withdraws-consent-inside' && asked) {
      this.#once(() => lane.consentWithdrawn(this.traveller));
    }
    const forces = this.behaviour === 'forces-exit' || this.behaviour === 'escapes-by-exit';
    if (forces && asked) this.#once(() => doors.exit.force());
    if (this.behaviour === 'escapes-by-exit' && this.#did) this.#leave('left-by-exit');
  }
}
