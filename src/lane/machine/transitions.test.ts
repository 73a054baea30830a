import { describe, expect, it } from 'vitest';
import type { LaneCommand } from './commands.ts';
import { DEFAULT_LANE_CONFIG } from './config.ts';
import { everyEvent, NEXT, verified } from './events.fixture.ts';
import type { LaneEvent } from './events.ts';
import type { LaneState } from './state.ts';
import { cellOf, codeOf, STATES } from './states.fixture.ts';
import { step } from './step.ts';
import { TRANSITIONS } from './transitions.table.ts';

const NAME_WIDTH = 22;
const [head = '', ...lines] = TRANSITIONS.trim().split('\n');
const columns = head.trim().split(/\s+/);
const rows = lines.map((line) => ({
  event: line.slice(0, NAME_WIDTH).trim(),
  cells: line.slice(NAME_WIDTH).trim().split(/\s+/),
}));

describe('every condition against every event', () => {
  it('is tabled without a gap', () => {
    expect(columns).toEqual(Object.keys(STATES));
    expect(rows.map(({ event }) => event)).toEqual(Object.keys(everyEvent(0)));
    for (const { event, cells } of rows) expect(cells.length, event).toBe(columns.length);
  });

  it('starts each column in the condition it is named after', () => {
    for (const [code, reach] of Object.entries(STATES)) expect(codeOf(reach())).toBe(code);
  });

  for (const { event, cells } of rows) {
    it(`goes where the table says on: ${event}`, () => {
      const found = columns.map((column) => {
        const state = STATES[column]!();
        return cellOf(state, everyEvent(state.serial)[event]!);
      });
      expect(found.join(' ')).toBe(cells.join(' '));
    });
  }

  it('is left untouched by all that is computed from it', () => {
    for (const reach of Object.values(STATES)) {
      const state = reach();
      const before = JSON.stringify(state);
      for (const event of Object.values(everyEvent(state.serial))) step(state, event, DEFAULT_LANE_CONFIG);
      expect(JSON.stringify(state)).toBe(before);
    }
  });
});

describe('particulars that the table cannot tell', () => {
  const commandsOf = (column: string, event: string) => {
    const state = STATES[column]!();
    return step(state, everyEvent(state.serial)[event]!, DEFAULT_LANE_CONFIG).commands;
  };

  it('a stale clearance is given back, and only that', () => {
    expect(commandsOf('VER', 'stale clearance')).toEqual([
      { kind: 'void-clearance', clearance: 'clearance-of-another', serial: 0 },
    ]);
  });

  it('a store that fails makes the machine give back what it may have been given unheard', () => {
    expect(commandsOf('REC', 'clearance failed')).toContainEqual({
      kind: 'void-clearance',
      clearance: null,
      serial: 1,
    });
  });

  const on = (state: LaneState, event: LaneEvent) => step(state, event, DEFAULT_LANE_CONFIG);
  const shownBy = (commands: readonly LaneCommand[]) =>
    commands.flatMap((command) => (command.kind === 'show' ? [command.content] : []));
  const verifying = (state: LaneState): LaneState => ({ ...state, condition: { kind: 'verifying' } });

  it('A-11 X11 names the finger, tells what would make the touch better, and goes on to the next one', () => {
    const chosen = on(STATES.FIN!(), everyEvent(1)['finger chosen']!);
    expect(shownBy(chosen.commands)).toEqual([
      { message: 'place-finger', finger: 'right-index', triesLeft: 4, guidance: [] },
    ]);
    const again = on(verifying(chosen.state), everyEvent(1)['finger again']!);
    expect(shownBy(again.commands)).toMatchObject([
      { message: 'finger-again', finger: 'right-index', guidance: ['dry-finger'], secondsLeft: 15 },
    ]);
    const next = on(verifying(again.state), verified(1, { kind: 'again', ask: NEXT }));
    expect(shownBy(next.commands)).toMatchObject([
      { message: 'place-finger', finger: 'left-index', triesLeft: 2, guidance: [] },
    ]);
    expect(next.state.attempt?.reasons).toEqual([]);
  });

  it('A-11 a choice of finger that comes after the first touch changes nothing any more', () => {
    const next = on(STATES.VER!(), verified(1, { kind: 'again', ask: NEXT })).state;
    expect(on(next, everyEvent(1)['finger chosen']!)).toEqual({ state: next, commands: [] });
  });

  it.each([
    ['unreadable', 'match', 'FINGER_UNREADABLE'],
    ['unreadable', 'no-match', 'BIOMETRIC_MISMATCH'],
    ['no-match', 'match', 'BIOMETRIC_MISMATCH'],
    ['nothing-enrolled', 'match', 'FINGER_UNREADABLE'],
  ] as const)(
    'A-11 X11 fingers that are %s, with a face that is a %s, go to an officer as %s',
    (why, face, reason) => {
      const end = on(STATES.VER!(), verified(1, { kind: 'refer', why }, face));
      expect(end.state.condition.kind).toBe('referred-inside');
      expect(end.state.attempt).toMatchObject({ reasons: [reason], ending: 'referred' });
      expect(end.commands).toContainEqual({ kind: 'call-officer', reason });
      expect(end.commands.some(({ kind }) => kind === 'open-gate')).toBe(false);
    },
  );

  it('a face that does not fit is looked at again twice, with the finger that fitted, and then by an officer', () => {
    let state = on(STATES.FIN!(), everyEvent(1)['finger chosen']!).state;
    for (let misses = 1; misses < DEFAULT_LANE_CONFIG.faceMissesMax; misses++) {
      const { commands, state: next } = on(verifying(state), everyEvent(1)['face mismatch']!);
      expect(shownBy(commands)).toMatchObject([
        { message: 'finger-again', finger: 'right-index', guidance: ['look-straight'] },
      ]);
      state = next;
    }
    const last = on(verifying(state), everyEvent(1)['face mismatch']!).state;
    expect(last.condition.kind).toBe('referred-inside');
    expect(last.attempt).toMatchObject({ faceMisses: 3, reasons: ['BIOMETRIC_MISMATCH'] });
  });

  it('A-08 inside, a face that is not seen or not good gets its guidance, once, until it is good', () => {
    const lost = on(STATES.FIN!(), everyEvent(1)['chamber face lost']!);
    expect(shownBy(lost.commands)).toMatchObject([{ message: 'place-finger', guidance: ['no-face'] }]);
    expect(on(lost.state, everyEvent(1)['chamber face lost']!)).toEqual({ state: lost.state, commands: [] });
    const read = on(lost.state, everyEvent(1)['finger captured']!);
    expect(shownBy(read.commands)).toEqual([{ message: 'adjust', guidance: ['no-face'] }]);
    const guided = on(read.state, everyEvent(1)['chamber face guided']!);
    expect(shownBy(guided.commands)).toEqual([{ message: 'adjust', guidance: ['light'] }]);
    expect(on(guided.state, everyEvent(1)['chamber face captured']!).state.condition.kind).toBe('verifying');
  });

  it('a good face takes its guidance off the screen, and a finger without a face asks for the face', () => {
    const lost = on(STATES.FIN!(), everyEvent(1)['chamber face lost']!).state;
    const good = on(lost, everyEvent(1)['chamber face captured']!);
    expect(shownBy(good.commands)).toEqual([{ message: 'place-finger', guidance: [] }]);
    expect(on(good.state, everyEvent(1)['chamber face lost']!)).toEqual({ state: good.state, commands: [] });
    const read = on(STATES.FIN!(), everyEvent(1)['finger captured']!);
    expect(shownBy(read.commands)).toEqual([{ message: 'look-at-camera' }]);
  });

  it('A-08 guidance is repeated only when it changes, and counts no failure', () => {
    const first = step(STATES.FAC!(), everyEvent(1)['face guided']!, DEFAULT_LANE_CONFIG);
    expect(first.commands).toContainEqual({
      kind: 'show',
      content: { message: 'adjust', guidance: ['closer'] },
    });
    const again = step(first.state, everyEvent(1)['face guided']!, DEFAULT_LANE_CONFIG);
    expect(again).toEqual({ state: first.state, commands: [] });
    expect(first.state.attempt?.reasons).toEqual([]);
  });

  it('frames of a face that was lost meanwhile are not mixed with the next ones', () => {
    const lost = step(STATES.FAC!(), everyEvent(1)['face lost']!, DEFAULT_LANE_CONFIG);
    expect(lost.commands).toContainEqual({ kind: 'capture-face', place: 'approach' });
    expect(lost.state.condition).toMatchObject({ captures: 0 });
  });

  it('A-09 the identity is shown masked, and only while it is to be confirmed', () => {
    const identity = { name: '陳 * 文', documentTail: '1234' };
    const shown = commandsOf('DEC', 'law admits').find(({ kind }) => kind === 'show');
    expect(shown).toMatchObject({ content: { message: 'confirm-identity', identity } });
    for (const event of ['confirmed', 'not me', 'step over']) {
      expect(JSON.stringify(commandsOf('CON', event))).not.toContain(identity.name);
    }
  });
});
