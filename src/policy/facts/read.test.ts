import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../load/collect.ts';
import { readRulesFolder } from '../node.ts';
import { makeFactTable } from './fields.ts';
import { readFacts } from './read.ts';

const { content } = collect(readRulesFolder(join(import.meta.dirname, '../../../rules')));
const lane = content.questions.lane;
if (!lane) throw new Error('There is no question "lane".');
const table = makeFactTable(lane, new Map(Object.entries(content.tables)));

const GOOD = {
  at: '2025-12-01T10:00:00+08:00',
  port: 'szb',
  direction: 'entry',
  person: { category: 'mainland', birthDate: '1990-01-01', heightM: 1.7 },
  document: { type: 'EEP', expires: '2030-01-01' },
  consent: { face: true, fingerprint: false },
  biometricsOnFile: true,
  companion: null,
  endorsements: [{ type: 'T', entries: 'multiple', destination: 'HK', expires: '2027-01-01' }],
};

function read(facts: unknown) {
  const frame = table.template.slice();
  return { fault: readFacts(table, facts, frame), frame };
}

describe('reading facts', () => {
  it('W-01 leaves the same frame whatever the order of the keys', () => {
    const expected = read(GOOD).frame;
    const orders = fc.shuffledSubarray(Object.entries(GOOD), { minLength: Object.keys(GOOD).length });
    fc.assert(
      fc.property(orders, (entries) => {
        expect(read(Object.fromEntries(entries))).toEqual({ fault: null, frame: expected });
      }),
    );
  });

  it('W-01 names the same fault whatever the order of the keys', () => {
    const bad = { ...GOOD, port: 7, biometricsOnFile: 'yes' };
    const orders = fc.shuffledSubarray(Object.entries(bad), { minLength: Object.keys(bad).length });
    fc.assert(
      fc.property(orders, (entries) => {
        expect(read(Object.fromEntries(entries)).fault?.field).toBe('port');
      }),
    );
  });

  it.each([
    ['person.birthDate', { ...GOOD, person: { ...GOOD.person, birthDate: '2025-02-30' } }],
    ['person.hat', { ...GOOD, person: { ...GOOD.person, hat: true } }],
    ['endorsements.0.type', { ...GOOD, endorsements: [{ type: 'Z' }] }],
    ['endorsements.1', { ...GOOD, endorsements: [{ type: 'T' }, 7] }],
    ['endorsements', { ...GOOD, endorsements: 'T' }],
    ['document', { ...GOOD, document: null }],
    ['consent', { ...GOOD, consent: [] }],
    ['__proto__', JSON.parse('{"__proto__": {"port": "szb"}}') as unknown],
  ])('W-01 names %s', (field, facts) => {
    expect(read(facts).fault?.field).toBe(field);
  });

  it('W-01 takes an object of null and a fact that is undefined for absent ones', () => {
    const frame = read(GOOD).frame;
    expect(read({ ...GOOD, person: { ...GOOD.person, declaredCapacity: undefined } })).toEqual({
      fault: null,
      frame,
    });
  });
});
