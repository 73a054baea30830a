/** One event's worth of work: a state being rewritten and the commands gathered on the way. Lives inside one `step`. */
import type { GateName, Light, ScreenContent, SoundCue } from '../../devices/index.ts';
import type { LaneCommand } from './commands.ts';
import type { LaneConfig } from './config.ts';
import type { LaneReason } from './reasons.ts';
import {
  type Attempt,
  bodiesAre,
  bothClosed,
  type Condition,
  type LaneState,
  NEW_ATTEMPT,
  type World,
} from './state.ts';

export class Turn {
  readonly config: LaneConfig;
  readonly commands: LaneCommand[] = [];
  state: LaneState;

  constructor(state: LaneState, config: LaneConfig) {
    this.state = state;
    this.config = config;
  }

  get times() {
    return this.config.times;
  }

  get attempt(): Attempt {
    return this.state.attempt ?? NEW_ATTEMPT;
  }

  do(...commands: LaneCommand[]): void {
    this.commands.push(...commands);
  }

  patch(change: Partial<LaneState>): void {
    this.state = { ...this.state, ...change };
  }

  patchAttempt(change: Partial<Attempt>): void {
    if (this.state.attempt) this.patch({ attempt: { ...this.state.attempt, ...change } });
  }

  patchWorld(change: Partial<World>): void {
    this.patch({ world: { ...this.state.world, ...change } });
  }

  /** Enters a condition with the longest time it may last; without one the condition may last for ever. */
  enter(condition: Condition, stepMsMax: number | null): void {
    this.patch({ condition });
    this.do({ kind: 'cancel-timer', timer: 'settle' });
    if (stepMsMax === null) this.do({ kind: 'cancel-timer', timer: 'step' });
    else this.do({ kind: 'start-timer', timer: 'step', ms: stepMsMax });
  }

  /** Same condition, other particulars; its time runs on. */
  amend(condition: Condition): void {
    this.patch({ condition });
  }

  show(message: ScreenContent['message'], light: Light, more: Omit<ScreenContent, 'message'> = {}): void {
    this.do({ kind: 'show', content: { message, ...more } });
    this.do({ kind: 'signal', signal: { light, sound: SOUNDS[light] } });
  }

  close(gate: GateName): void {
    this.#told(gate, 'close');
    this.do({ kind: 'close-gate', gate });
  }

  /** The entry opens only while the exit is shut, and known to be. False when it may not. */
  openEntry(): boolean {
    const { world } = this.state;
    if (world.exit !== 'closed' || world.commanded.exit !== 'close') return false;
    this.#told('entry', 'open');
    this.do({ kind: 'open-gate', gate: 'entry' });
    return true;
  }

  /** The exit opens only for one cleared body behind a shut entry. False when it may not. */
  openExit(): boolean {
    if (!this.mayOpenExit()) return false;
    this.#told('exit', 'open');
    this.do({ kind: 'open-gate', gate: 'exit' });
    return true;
  }

  mayOpenExit(): boolean {
    const { world } = this.state;
    const shut = world.entry === 'closed' && world.commanded.entry === 'close';
    return shut && this.attempt.clearance !== null && !this.attempt.tainted && bodiesAre(this.state, 1);
  }

  /** Whether a clearance may be asked for: both gates shut around exactly one body, and nothing forced. */
  sealed(): boolean {
    return bothClosed(this.state) && bodiesAre(this.state, 1) && !this.attempt.tainted;
  }

  callOfficer(reason: LaneReason): void {
    this.patch({ officer: 'called' });
    this.do({ kind: 'call-officer', reason });
  }

  #told(gate: GateName, action: 'open' | 'close'): void {
    const { commanded } = this.state.world;
    if (commanded[gate] !== action) this.patchWorld({ commanded: { ...commanded, [gate]: action } });
  }
}

const SOUNDS: Readonly<Record<Light, SoundCue>> = {
  off: 'none',
  ready: 'none',
  wait: 'none',
  go: 'chime',
  stop: 'attention',
  officer: 'attention',
};
