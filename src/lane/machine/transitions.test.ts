import { describe, expect, it } from 'vitest';
import { DEFAULT_LANE_CONFIG } from './config.ts';
import { everyEvent } from './events.fixture.ts';
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

  it('A-11 three fingers that do not fit are a mismatch for an officer, and no fourth is asked', () => {
    let state = STATES.VER!();
    for (let tries = 1; tries < 3; tries++) {
      state = step(state, everyEvent(1)['finger mismatch']!, DEFAULT_LANE_CONFIG).state;
      expect(state.attempt?.fingerTries).toBe(tries);
      state = { ...state, condition: { kind: 'verifying' } };
    }
    const third = step(state, everyEvent(1)['finger mismatch']!, DEFAULT_LANE_CONFIG);
    expect(third.state.condition.kind).toBe('referred-inside');
    expect(third.state.attempt).toMatchObject({
      fingerTries: 3,
      reasons: ['BIOMETRIC_MISMATCH'],
      ending: 'referred',
    });
    expect(third.commands).toContainEqual({ kind: 'call-officer', reason: 'BIOMETRIC_MISMATCH' });
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
