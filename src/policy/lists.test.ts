import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RulesContent } from './bundle.ts';
import { compileRules } from './index.ts';
import { loadRules, nameRules } from './node.ts';

const bundle = loadRules(join(import.meta.dirname, '../../rules'));
const law = compileRules(bundle);
const silent = { trace: false };

/** How many rows of a table are in force on a day. */
function countOn(table: string, day: string): number {
  const rows = bundle.content.tables[table]?.rows ?? [];
  return rows.filter(({ from, until }) => (from ?? '') <= day && day <= (until ?? '9999-12-31')).length;
}

function changed(change: (content: { -readonly [K in keyof RulesContent]: RulesContent[K] }) => void) {
  const content = structuredClone(bundle.content);
  change(content);
  return compileRules({ rules: nameRules(content), content });
}

describe('the lists of the law by day', () => {
  it.each([
    ['P-10', 'transit240-ports', '2025-11-04', 60],
    ['P-10', 'transit240-ports', '2025-11-05', 65],
    ['P-02', 'transit240-countries', '2025-06-11', 54],
    ['P-02', 'transit240-countries', '2025-06-12', 55],
    ['Q-01', 'replacement-cities', '2024-05-05', 0],
    ['Q-01', 'replacement-cities', '2025-11-19', 20],
    ['Q-01', 'replacement-cities', '2025-11-20', 50],
    ['S-11', 'arrival-card-exemptions', '2025-11-20', 7],
    ['N-02', 'taiwan-ports', '2025-11-19', 0],
    ['N-02', 'taiwan-ports', '2025-11-20', 42],
  ])('%s %s on %s holds %i', (_, table, day, count) => {
    expect(countOn(table, day)).toBe(count);
  });

  it('P-05 the ports lie in 24 provinces, each of them open at least in part', () => {
    const ports = bundle.content.tables['transit240-ports']?.rows ?? [];
    const whole = bundle.content.tables['transit240-provinces']?.rows.map(({ key }) => key[0]) ?? [];
    const cities = bundle.content.tables['transit240-cities']?.rows ?? [];
    const open = new Set([...whole, ...cities.map(({ key }) => key[0]?.split('/')[0])]);
    const provinces = new Set(ports.map(({ attributes }) => attributes.province));
    expect(open.size).toBe(24);
    expect([...provinces].filter((province) => !open.has(String(province)))).toEqual([]);
  });
});

describe('a change of the law is a change of data', () => {
  const suzhou = {
    at: '2025-11-19',
    city: '苏州',
    hukouInCity: true,
    birthDate: '1990-01-01',
    document: 'EEP',
    kind: 'replace',
    ground: 'lost',
  };

  it('S-11 X20 an exemption that is withdrawn from the table no longer exempts', () => {
    const facts = { at: '2025-12-01', category: 'foreigner', fastLane: true };
    const without = changed(({ tables }) => {
      const table = tables['arrival-card-exemptions'];
      if (table) {
        const rows = table.rows.filter(({ key }) => key[0] !== 'fast-lane');
        Object.assign(table, { rows });
      }
    });
    expect(law.decide('arrival-card', facts).decision).toBe('EXEMPT');
    expect(without.decide('arrival-card', facts).decision).toBe('MUST_FILE');
  });

  it('Q-01 K-05 a city that joins later is told the day from which it will do', () => {
    const { decision, remedies } = law.decide('replacement', suzhou);
    expect(decision).toBe('REFUSED');
    expect(remedies.map(({ from }) => from)).toEqual(['2025-11-20']);
  });

  it('P-01 a port that joins later is told the day from which it will do', () => {
    const facts = {
      nationality: 'US',
      origin: 'US',
      destination: 'JP',
      entryPort: 'hengqin',
      entry: '2025-11-04T09:00:00+08:00',
      exit: '2025-11-06T09:00:00+08:00',
      ticket: 'confirmed',
      areas: ['Guangdong'],
      purpose: 'tourism',
      passportExpires: '2027-12-31',
    };
    const { remedies } = law.decide('transit240', facts);
    // On the later day the journey must still be within its hours, so the exit stays where it is.
    expect(remedies.map(({ from }) => from)).toEqual(['2025-11-05']);
  });
});

describe('every question', () => {
  it.each(law.questions)(
    'W-01 %s refers or errs when it is told nothing, and names what it needs',
    (question) => {
      const { decision, reasons, missing } = law.decide(question, {}, silent);
      const told = decision === 'REFER' ? missing.length > 0 : reasons.length > 0;
      expect(told).toBe(true);
    },
  );

  it.each(law.questions)('W-01 %s names a fact that does not exist', (question) => {
    const { decision, outputs } = law.decide(question, { nonsense: 1 }, silent);
    expect([decision, outputs?.field]).toEqual(['ERROR', 'nonsense']);
  });
});
