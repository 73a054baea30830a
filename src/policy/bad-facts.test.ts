import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileRules, decideLine, type Law, LINE_LENGTH_MAX } from './index.ts';
import { loadRules } from './node.ts';

let law: Law;
beforeAll(() => {
  law = compileRules(loadRules(join(import.meta.dirname, '../../rules')));
});

const traveller = {
  at: '2025-12-01T10:00:00+08:00',
  port: 'luohu',
  direction: 'entry',
  person: { category: 'hkmo', birthDate: '1990-06-15' },
  document: { type: 'HRP', expires: '2030-12-31' },
  consent: { face: true, fingerprint: true },
  biometricsOnFile: true,
  companion: null,
};

/** The field that an ERROR names; the decision where there is none. */
function fieldOf(facts: unknown): unknown {
  const { decision, reasons, outputs } = law.decide('lane', facts);
  if (decision !== 'ERROR') return decision;
  expect(reasons).toEqual(['FIELD_INVALID']);
  return outputs?.field;
}

const born = (birthDate: unknown) => ({ ...traveller, person: { category: 'hkmo', birthDate } });
const laid = (json: string) => ({ ...traveller, ...(JSON.parse(json) as object) });

describe('bad facts', () => {
  it('of every kind are an ERROR that names the field', () => {
    const cases: readonly (readonly [unknown, unknown])[] = [
      ['ELIGIBLE', traveller],
      ['facts', null],
      ['facts', [traveller]],
      ['facts', 'lane'],
      ['prot', { ...traveller, prot: 'luohu' }],
      ['person.birthday', { ...traveller, person: { ...traveller.person, birthday: '1990-06-15' } }],
      ['port', { ...traveller, port: 7 }],
      ['biometricsOnFile', { ...traveller, biometricsOnFile: 'true' }],
      ['person', { ...traveller, person: [] }],
      ['endorsements', { ...traveller, endorsements: {} }],
      ['endorsements', { ...traveller, endorsements: new Array(51).fill({}) }],
      ['direction', { ...traveller, direction: 'ENTRY' }],
    ];
    for (const [field, facts] of cases) expect(fieldOf(facts)).toBe(field);
  });

  it('B-01 days that do not exist, and a birth after the day asked, are refused on both sides of the edge', () => {
    expect(
      ['2024-02-29', '2025-02-29', '2025-02-30', '1990-6-15', '1990-13-01', 19900615].map((day) =>
        fieldOf(born(day)),
      ),
    ).toEqual(['NOT_ELIGIBLE', ...new Array(5).fill('person.birthDate')]);
    expect(fieldOf(born('2025-12-01'))).toBe('NOT_ELIGIBLE');
    expect(fieldOf(born('2025-12-02'))).toBe('person.birthDate');
  });

  it('A-02 an instant needs its offset', () => {
    for (const at of [
      '2025-12-01T10:00:00',
      '2025-12-01',
      '2025-12-01 10:00:00+08:00',
      '2025-12-01T25:00:00+08:00',
      '',
    ])
      expect(fieldOf({ ...traveller, at })).toBe('at');
    expect(fieldOf({ ...traveller, at: '2025-12-01T02:00:00Z' })).toBe('ELIGIBLE');
  });

  it('keys that reach into prototypes are facts that do not exist, and reach nothing', () => {
    expect(fieldOf(laid('{"__proto__":{"port":"luohu"}}'))).toBe('__proto__');
    expect(fieldOf(JSON.parse('{"__proto__":{"port":"luohu"}}'))).toBe('__proto__');
    expect(fieldOf(JSON.parse('{"person":{"__proto__":{"category":"hkmo"}}}'))).toBe('person.__proto__');
    expect(fieldOf(laid('{"constructor":{"prototype":{}}}'))).toBe('constructor');
    expect(law.decide('__proto__', traveller).decision).toBe('ERROR');
    expect(law.decide('constructor', traveller).decision).toBe('ERROR');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('however large, give a small answer', () => {
    const large = 'x'.repeat(10_000_000);
    for (const facts of [{ ...traveller, port: large }, { ...traveller, [large]: 1 }, large])
      expect(JSON.stringify(law.decide('lane', facts)).length).toBeLessThan(1500);
  });

  it('nested without end are looked at no deeper than the question goes', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as unknown;
    expect(fieldOf({ ...traveller, person: deep })).toBe('person.a');
    expect(fieldOf(deep)).toBe('a');
  });
});

describe('bad lines', () => {
  const answer = (text: string) =>
    JSON.parse(decideLine(law, text, 7)) as { decision: string; line?: number };

  it('ten million characters are refused unread, and one too many too', () => {
    const line = (length: number) => `{"id":1,"domain":"lane","input":{"port":"${'x'.repeat(length)}"}}`;
    const rest = line(0).length;
    for (const length of [10_000_000, LINE_LENGTH_MAX - rest + 1]) expect(answer(line(length)).line).toBe(7);
    expect(answer(line(LINE_LENGTH_MAX - rest)).line).toBeUndefined();
  });

  it('that are no JSON object, or name no question, are an ERROR', () => {
    for (const text of ['', '{', '[]', 'null', '1', '{"id":1}', '{"domain":"__proto__","input":{}}'])
      expect(answer(text).decision).toBe('ERROR');
  });
});
