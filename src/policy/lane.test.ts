import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { affected, compileRules, decideLine, diffDays, type Law } from './index.ts';
import { bundleRules, loadRules, openBundle } from './node.ts';

const rules = join(import.meta.dirname, '../../rules');
let law: Law;
beforeAll(() => {
  law = compileRules(loadRules(rules));
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
const child = { ...traveller, person: { category: 'hkmo', birthDate: '2012-03-02' } };
const guardian = { role: 'STATUTORY_GUARDIAN', present: true, sameLaneGroup: true };
const mainlander = {
  ...traveller,
  direction: 'exit',
  person: { category: 'mainland', birthDate: '1990-06-15' },
  document: { type: 'EEP', expires: '2030-12-31' },
};

describe('the lane question', () => {
  it('A-06 every positive answer obliges to carry documents; C-10 it still names the other lanes', () => {
    const decision = law.decide('lane', traveller);
    expect(decision).toMatchObject({
      decision: 'ELIGIBLE',
      reasons: ['OK'],
      obligations: ['CARRY_DOCUMENTS'],
    });
    expect(decision.alternatives).toEqual(['card-lane', 'counter']);
  });

  it('A-18 the trace cites the notice, the row and the day since which it holds', () => {
    const entry = law.decide('lane', traveller).because.find(({ clause }) => clause === 'port-open');
    expect(entry).toMatchObject({
      parameter: 'lane-ports',
      value: 'luohu',
      since: '2025-11-05',
      passed: true,
    });
    expect(entry?.reference).toContain('國家移民管理局');
  });

  it('B-01 the trace of the age cites the dated parameter', () => {
    const entry = law.decide('lane', child).because.find(({ clause }) => clause === 'age');
    expect(entry).toMatchObject({ parameter: 'lane-age-min', value: 14, since: '2025-11-05', passed: false });
  });

  it('no reference names an address or a file', () => {
    const shown = JSON.stringify(law.content.references);
    expect(shown).not.toMatch(/https?:|\.txt|www\./);
  });

  it('B-03 the remedy of a child is the birthday, and the guardian whom it then needs', () => {
    const [remedy] = law.decide('lane', { ...child, companion: guardian }).remedies;
    expect(remedy?.text.en).toBe('from your 14th birthday, 2026-03-02');
    expect(remedy?.from).toBe('2026-03-02');
    const alone = law.decide('lane', child).remedies[0];
    expect(alone?.text.en).toMatch(
      /^from your 14th birthday, 2026-03-02; and .*with your statutory guardian/,
    );
  });

  it('A-18 the remedy of a port that is not open yet is its day, at both sides of it', () => {
    const early = { ...traveller, at: '2025-11-04T23:59:59+08:00' };
    expect(law.decide('lane', early).remedies.map(({ text }) => text.en)).toEqual([
      'at this port from 2025-11-05',
    ]);
    expect(law.decide('lane', { ...traveller, at: '2025-11-05T00:00:00+08:00' }).remedies).toEqual([]);
  });

  it('B-05 the remedy of a wrong endorsement names the classes that qualify', () => {
    const endorsements = [{ type: 'G', entries: 'single', destination: 'HK', expires: '2027-12-31' }];
    const [remedy] = law.decide('lane', { ...mainlander, endorsements }).remedies;
    expect(remedy?.text.en).toBe('a multiple-entry endorsement of class T, S, R, D or Q');
  });

  it('every remedy turns the answer when it is carried out', () => {
    const asked = [
      { ...child, companion: null },
      { ...traveller, at: '2024-11-01T10:00:00+08:00' },
      { ...traveller, document: { type: 'PP_FOREIGN', expires: '2020-01-01' }, biometricsOnFile: false },
      { ...mainlander, document: { type: 'EEP_OFFICIAL', expires: '2030-12-31' } },
      { ...traveller, consent: { face: false, fingerprint: true, withdrawnAt: '2025-01-01T00:00:00Z' } },
    ];
    for (const facts of asked) {
      const { remedies } = law.decide('lane', facts);
      expect(remedies.length).toBeGreaterThan(0);
      for (const { change } of remedies) {
        const mended = structuredClone(facts) as Record<string, unknown>;
        for (const [path, value] of Object.entries(change)) {
          const keys = path.split('.');
          const last = keys.pop() ?? '';
          const holder = keys.reduce((held, key) => held[key] as Record<string, unknown>, mended);
          if (value === null) delete holder[last];
          else holder[last] = value;
        }
        expect(law.decide('lane', mended).decision).not.toBe('NOT_ELIGIBLE');
      }
    }
  });

  it('B-04 another age, another port and another class are edits of the data alone', () => {
    const content = structuredClone(law.content) as typeof law.content & Record<string, unknown>;
    const ages = content.parameters['lane-age-min']?.values as {
      from: string;
      value: number;
      reference: string;
    }[];
    ages.push({ from: '2027-01-01', value: 12, reference: 'chosen-readings' });
    const ports = content.tables['lane-ports']?.rows as unknown[];
    ports.push({
      key: ['shekou'],
      from: '2027-01-01',
      reference: 'nia-2025-11-03',
      confidence: 'found',
      attributes: { named: true },
    });
    const classes = content.tables['lane-endorsements']?.rows as unknown[];
    classes.push({
      key: ['G'],
      from: '2027-01-01',
      reference: 'nia-2025-11-03',
      confidence: 'found',
      attributes: {},
    });
    const later = compileRules({ rules: 'draft', content });
    const young = { ...child, person: { category: 'hkmo', birthDate: '2014-06-01' }, companion: guardian };
    expect(later.decide('lane', { ...young, at: '2027-01-02T10:00:00+08:00' }).decision).toBe('ELIGIBLE');
    expect(later.decide('lane', { ...young, at: '2026-12-31T10:00:00+08:00' }).reasons).toEqual([
      'AGE_BELOW_MIN',
    ]);
    expect(
      later.decide('lane', { ...traveller, port: 'shekou', at: '2027-01-01T10:00:00+08:00' }).decision,
    ).toBe('ELIGIBLE');
    const endorsements = [{ type: 'G', entries: 'multiple', destination: 'HK', expires: '2027-12-31' }];
    expect(
      later.decide('lane', { ...mainlander, endorsements, at: '2027-01-01T10:00:00+08:00' }).decision,
    ).toBe('ELIGIBLE');
  });

  it('a release is named by its hash, opens only unchanged, and replays a decision', () => {
    const { file, text } = bundleRules(rules);
    const opened = compileRules(openBundle(file, text));
    expect(opened.rules).toBe(law.rules);
    expect(opened.decide('lane', child)).toEqual(law.decide('lane', child));
    expect(() => openBundle(file, `${text} `)).toThrow(/holds other rules/);
  });
});

describe('days and populations', () => {
  it('K-01 the diff tells the twelve ports, the Taiwan permit and the guardian rule', () => {
    const changes = diffDays(law, 'lane', '2025-11-04', '2025-11-06');
    const named = changes.filter(({ kind, reference }) => kind === 'row-joins' && reference.includes('十項'));
    expect(named.filter(({ id }) => id === 'lane-ports')).toHaveLength(12);
    expect(changes.map(({ text }) => text.en)).toContain(
      'From 2025-11-05, Luohu Port joins “Ports with face lanes”.',
    );
    expect(changes.some(({ id, kind }) => id === 'guardian-present' && kind === 'clause-begins')).toBe(true);
    expect(diffDays(law, 'lane', '2025-11-05', '2025-11-06')).toEqual([]);
  });

  it('D-02 the affected are counted by how their answer changes', () => {
    const youth = { ...traveller, port: 'szb', person: { category: 'hkmo', birthDate: '2010-06-01' } };
    const found = affected(law, 'lane', '2025-11-04', '2025-11-06', [
      traveller,
      youth,
      { ...traveller, port: 'szb' },
    ]);
    expect([found.asked, found.changed]).toEqual([3, 2]);
    expect(found.transitions.map(({ after }) => after.reasons)).toEqual([['OK'], ['GUARDIAN_REQUIRED']]);
  });

  it('K-01 fourteen ports that a national announcement names are open on 2025-11-05', () => {
    const open = law.content.tables['lane-ports']?.rows.filter(({ attributes }) => attributes.named === true);
    expect(open).toHaveLength(14);
  });
});

describe('what nobody should send', () => {
  const invalid = (facts: unknown) => law.decide('lane', facts);
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['no object', 17, 'facts'],
    ['a list', [], 'facts'],
    ['an unknown fact', { ...traveller, prot: 'luohu' }, 'prot'],
    ['an unknown fact inside', { ...traveller, person: { ...traveller.person, age: 3 } }, 'person.age'],
    ['a wrong kind', { ...traveller, biometricsOnFile: 'yes' }, 'biometricsOnFile'],
    [
      'a day that does not exist',
      { ...traveller, document: { type: 'HRP', expires: '2025-02-30' } },
      'document.expires',
    ],
    [
      'a birth in the future',
      { ...traveller, person: { category: 'hkmo', birthDate: '2025-12-02' } },
      'person.birthDate',
    ],
    ['an instant without offset', { ...traveller, at: '2025-12-01T10:00:00' }, 'at'],
    ['null where a flag belongs', { ...traveller, biometricsOnFile: null }, 'biometricsOnFile'],
    ['an over-long text', { ...traveller, port: 'x'.repeat(5000) }, 'port'],
    ['a prototype key', JSON.parse('{"__proto__":{"at":"x"}}'), '__proto__'],
    ['an unknown class', { ...mainlander, endorsements: [{ type: 'Z' }] }, 'endorsements.0.type'],
    ['a list as an endorsement', { ...mainlander, endorsements: [[]] }, 'endorsements.0'],
  ];
  it.each(cases)('W-01 %s is an error that names the field', (_, facts, field) => {
    const decision = invalid(facts);
    expect(decision).toMatchObject({ decision: 'ERROR', reasons: ['FIELD_INVALID'], outputs: { field } });
    expect(decision.outputs?.expected).toBeTruthy();
  });

  it('W-01 an unknown question is an error that lists the known ones', () => {
    expect(law.decide('lame', {}).outputs).toMatchObject({ field: 'question' });
  });

  it('what is missing is asked for, and nothing is guessed', () => {
    const decision = law.decide('lane', { at: traveller.at, port: 'luohu', endorsements: [] });
    expect(decision.decision).toBe('REFER');
    expect(decision.missing.map(({ fact }) => fact)).toContain('person.birthDate');
    expect(decision.missing.every(({ question }) => question.en !== '')).toBe(true);
    expect(law.decide('lane', {}).missing[0]?.fact).toBe('at');
    expect(law.decide('lane', { ...mainlander, endorsements: [{ type: 'T' }] }).missing[0]?.fact).toBe(
      'endorsements.0.entries',
    );
  });

  it('W-01 a line that is no JSON is a line of its own', () => {
    expect(JSON.parse(decideLine(law, '{"id":', 7))).toMatchObject({ line: 7, decision: 'ERROR' });
    expect(JSON.parse(decideLine(law, `"${'x'.repeat(2_000_000)}"`, 8))).toMatchObject({
      line: 8,
      decision: 'ERROR',
    });
    const line = JSON.stringify({ id: 'a', domain: 'lane', input: traveller });
    expect(JSON.parse(decideLine(law, line, 1))).toMatchObject({ id: 'a', decision: 'ELIGIBLE' });
  });
});
