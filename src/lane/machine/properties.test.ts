import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaneCommand } from './commands.ts';
import { DEFAULT_LANE_CONFIG } from './config.ts';
import { everyEvent, naturalEvent } from './events.fixture.ts';
import type { LaneEvent } from './events.ts';
import { INITIAL_STATE, type LaneState } from './state.ts';
import { step } from './step.ts';

const NAMES = Object.keys(everyEvent(0));
// Three natural events for each that anybody could throw in: deep states are reached, and disturbed there.
const RUNS = 50_000;
const script = fc.array(fc.nat(NAMES.length * 4 - 1), { minLength: 5, maxLength: 40 });

const cache = new Map<number, LaneEvent[]>();

function eventsOf(serial: number): LaneEvent[] {
  const events = cache.get(serial) ?? Object.values(everyEvent(serial));
  cache.set(serial, events);
  return events;
}

interface Walk {
  state: LaneState;
  readonly told: { entry: boolean; exit: boolean };
  readonly durable: Set<string>;
  readonly voided: Set<string>;
  readonly completed: Set<string>;
  readonly broken: string[];
}

const begin = (): Walk => ({
  state: INITIAL_STATE,
  told: { entry: false, exit: false },
  durable: new Set(),
  voided: new Set(),
  completed: new Set(),
  broken: [],
});

/** Takes one step and writes down every promise that it breaks. */
function take(walk: Walk, choice: number): void {
  const before = walk.state;
  const event = withFreshClearance(eventsOf(before.serial)[choice] ?? naturalEvent(before), walk);
  const { state, commands } = step(before, event, DEFAULT_LANE_CONFIG);
  for (const command of commands) inspect(walk, state, command);
  if (state === before && commands.length === 0) return;
  if (commands.length === 0 && JSON.stringify(state) === JSON.stringify(before)) {
    walk.broken.push(`${event.kind} changed nothing and yet gave a new state`);
  }
  walk.state = state;
}

/** A store never gives the same clearance twice. */
function withFreshClearance(event: LaneEvent, walk: Walk): LaneEvent {
  if (event.kind !== 'clearance-recorded') return event;
  const clearance = `clearance-${walk.durable.size}`;
  walk.durable.add(clearance);
  return { ...event, clearance };
}

function inspect(walk: Walk, state: LaneState, command: LaneCommand): void {
  const { told, broken } = walk;
  if (command.kind === 'close-gate') told[command.gate] = false;
  if (command.kind === 'void-clearance' && command.clearance) walk.voided.add(command.clearance);
  if (command.kind === 'complete-crossing') walk.completed.add(command.clearance);
  if (command.kind === 'end-passage') inspectEnd(walk, command);
  if (command.kind !== 'open-gate') return;
  told[command.gate] = true;
  if (told.entry && told.exit) broken.push('both gates commanded open');
  if (command.gate === 'entry') {
    if (state.world.exit !== 'closed') broken.push('entry opened while the exit was not shut');
    return;
  }
  const { occupancy, entry } = state.world;
  const clearance = state.attempt?.clearance ?? '';
  if (!walk.durable.has(clearance)) broken.push('exit opened without a durable clearance');
  if (walk.voided.has(clearance)) broken.push('exit opened with a void clearance');
  if (occupancy.kind !== 'agreed' || occupancy.bodies !== 1)
    broken.push('exit opened for other than one body');
  if (entry !== 'closed') broken.push('exit opened while the entry was not shut');
}

function inspectEnd(walk: Walk, end: Extract<LaneCommand, { kind: 'end-passage' }>): void {
  if (end.outcome !== 'passed' && end.reasons.length === 0) walk.broken.push('ended without a coded reason');
}

/** Each clearance is used by a completed crossing, given back, or still held. */
function inspectClearances(walk: Walk): void {
  for (const clearance of walk.durable) {
    const settled = walk.voided.has(clearance) || walk.completed.has(clearance);
    if (!settled && clearance !== walk.state.attempt?.clearance)
      walk.broken.push(`${clearance} was forgotten`);
  }
}

describe('lane machine, over random sequences', () => {
  it('R1 R2 R3 T6 T8 T11 opens no gate that it must not, forgets no clearance, lets whoever is inside out', () => {
    const property = fc.property(script, (choices) => {
      const walk = begin();
      for (const choice of choices) take(walk, choice);
      inspectClearances(walk);
      const end = drain(walk.state);
      if (end !== 'out') walk.broken.push(end);
      if (walk.broken.length > 0) throw new Error(walk.broken.join('; '));
    });
    expect(fc.check(property, { numRuns: RUNS, seed: 2024_11_20 })).toMatchObject({
      failed: false,
      numRuns: RUNS,
    });
  }, 180_000);
});

/** From here on nobody answers, but gates obey, timers fire, and the person walks through whatever opens. */
function drain(from: LaneState): 'out' | string {
  let state = from;
  const unsure = state.world.occupancy.kind !== 'agreed';
  // Sensors that fall silent over an empty lane say nothing of a body.
  if (unsure && state.watch === 'off') return 'out';
  for (let turn = 0; turn < 40; turn++) {
    const { world, condition } = state;
    const way = world.entry === 'open' || world.entry === 'jammed' || world.exit === 'open';
    if ((world.occupancy.kind === 'agreed' && world.occupancy.bodies === 0) || (unsure && way)) return 'out';
    const body = { kind: 'agreed', bodies: 0 } as const;
    if (way) state = step(state, { kind: 'occupancy-changed', reading: body }, DEFAULT_LANE_CONFIG).state;
    else state = elapse(state);
    if (condition === state.condition && turn === 39) return `stuck in ${condition.kind}`;
  }
  return `still inside in ${state.condition.kind}`;
}

/** Gates arrive where they were told to go, then the timers fire. */
function elapse(from: LaneState): LaneState {
  let state = from;
  for (const gate of ['exit', 'entry'] as const) {
    const position = state.world.commanded[gate] === 'open' ? 'open' : 'closed';
    state = step(state, { kind: 'gate-moved', gate, position }, DEFAULT_LANE_CONFIG).state;
  }
  for (const timer of ['settle', 'step', 'release'] as const) {
    state = step(state, { kind: 'timer-fired', timer }, DEFAULT_LANE_CONFIG).state;
  }
  return state;
}
