import { describe, expect, it } from 'vitest';
import type { RulesContent, Tree } from '../bundle.ts';
import { makeScope } from '../era.ts';
import { makeFactTable } from '../facts/fields.ts';
import { readFacts } from '../facts/read.ts';
import { compileTest } from './tests.ts';
import { compileValue } from './values.ts';

const text = { 'zh-Hant': '一', 'zh-Hans': '一', en: 'one', pt: 'um' };
const content: RulesContent = {
  format: 1,
  references: {},
  parameters: {},
  questions: {},
  texts: {},
  tables: {
    places: {
      keys: ['place'],
      requirement: ['K-03'],
      unverified: 'UNKNOWN_PORT_LIST',
      text,
      rows: [
        {
          key: ['a'],
          from: '2025-01-01',
          aliases: ['alpha'],
          reference: 'r',
          confidence: 'found',
          attributes: { big: true },
        },
        { key: ['b'], from: '2026-01-01', reference: 'r', confidence: 'found', attributes: { big: true } },
        { key: ['c'], reference: 'r', confidence: 'unverified', attributes: { big: true } },
        { key: ['d'], reference: 'r', confidence: 'found', attributes: {} },
      ],
    },
  },
};
const facts = makeFactTable(
  {
    title: text,
    parts: [],
    facts: {
      name: { kind: 'name' },
      day: { kind: 'day' },
      asked: { kind: 'list' },
      'asked.[]': { kind: 'name' },
      allowed: { kind: 'list' },
      'allowed.[]': { kind: 'name' },
      trips: { kind: 'list' },
      'trips.[].on': { kind: 'day' },
      'trips.[].to': { kind: 'name' },
    },
  },
  new Map(Object.entries(content.tables)),
);
const scope = makeScope(content, facts, '2025-06-01');

function frameOf(given: object) {
  const frame = facts.template.slice();
  expect(readFacts(facts, given, frame)).toBeNull();
  return frame;
}
const value = (tree: Tree, given: object = {}) => compileValue(tree, scope).read(frameOf(given), []);
const truth = (tree: Tree, given: object) => compileTest(tree, scope)(frameOf(given), []);

describe('what is made of lists', () => {
  const trips = [
    { on: '2025-01-02', to: 'x' },
    { on: '2025-03-04', to: 'x' },
    { on: '2025-02-03', to: 'y' },
  ];
  const lines = {
    list: 'trips',
    newest: 'trips.[].on',
    show: ['trips.[].on', 'trips.[].to'],
    limit: 2,
  };

  it('E-07 lines are the newest first, and no more than the limit', () => {
    expect(value({ lines }, { trips })).toEqual(['2025-03-04 x', '2025-02-03 y']);
    expect(value({ lines: { ...lines, where: { is: ['trips.[].to', 'y'] } } }, { trips })).toEqual([
      '2025-02-03 y',
    ]);
    expect(value({ lines }, {})).toEqual([]);
  });

  it('J-01 a list lies within another when each of its values does', () => {
    const within: Tree = { within: ['asked', 'allowed'] };
    expect(truth(within, { asked: ['a'], allowed: ['a', 'b'] })).toBe(1);
    expect(truth(within, { asked: ['a', 'c'], allowed: ['a', 'b'] })).toBe(0);
    expect(truth(within, { asked: [], allowed: [] })).toBe(1);
    expect(
      truth({ within: ['asked', { lookup: { table: 'places', key: 'name', attribute: 'may' } }] }, {}),
    ).toBe(-1);
  });

  it('A-15 different values are counted once', () => {
    expect(value({ distinct: ['asked', 'asked.[]'] }, { asked: ['a', 'a', 'b'] })).toBe(2);
  });

  it('A-17 a list leaves out what is missing; a phrase with a gap is none', () => {
    expect(value({ list: ['name', { literal: 'b' }] })).toEqual(['b']);
    expect(value({ phrase: [{ literal: 'with ' }, 'name'] })).toBeUndefined();
    expect(value({ phrase: ['day', { literal: '!' }] }, { day: '2025-01-02' })).toBe('2025-01-02!');
  });

  it('K-03 a name leads to the row and to its first day', () => {
    expect(value({ 'key-of': { table: 'places', key: 'name' } }, { name: 'alpha' })).toBe('a');
    expect(value({ 'first-day-of': { table: 'places', key: 'name' } }, { name: 'b' })).toBe('2026-01-01');
    expect(value({ 'first-day-of': { table: 'places', key: 'name' } }, { name: 'd' })).toBeUndefined();
    expect(value({ 'key-of': { table: 'places', key: 'name' } }, { name: 'z' })).toBeUndefined();
  });

  it('K-01 rows are counted that are in force, verified, and state the attribute', () => {
    expect(value({ 'listed-count': { table: 'places' } })).toBe(2);
    expect(value({ 'listed-count': { table: 'places', attribute: 'big' } })).toBe(1);
  });

  it.each<Tree>([
    { lines: { list: 'trips' } },
    { lines: { ...lines, list: 'name' } },
    { distinct: ['name', 'name'] },
    { list: [] },
    { phrase: 'name' },
    { 'listed-count': 'places' },
    { 'covers-until': { calendar: 'places' } },
  ])('B-04 what is written wrongly is refused: %j', (tree) => {
    expect(() => compileValue(tree, scope)).toThrow(/"[a-z-]+" takes|no calendar/);
  });
});
