/** Whatever a caller sends, each question answers: a decision with a reason, the same again, and never an exception. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactSpec } from '../bundle.ts';
import { compileRules } from '../index.ts';
import { collect } from '../load/collect.ts';
import { nameRules, readRulesFolder } from '../node.ts';

const { content } = collect(readRulesFolder(join(import.meta.dirname, '../../../rules')));
const law = compileRules({ rules: nameRules(content), content });

type Facts = Readonly<Record<string, FactSpec>>;

const DAYS = [
  '2004-12-16',
  '2021-12-10',
  '2024-11-20',
  '2025-03-20',
  '2025-11-05',
  '2025-11-20',
  '2027-01-01',
];
const day = fc.constantFrom(...DAYS, '2012-02-29');
const instant = day.map((written) => `${written}T10:00:00+08:00`);
const NAMES = [
  'Hong Kong',
  'Shenzhen',
  'BANK',
  'linked',
  'lane ports',
  'X-01',
  '探親',
  '智能快捷通道',
  '羅湖',
];

/** By kind, values that are mostly right. */
const BY_KIND: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  flag: fc.boolean(),
  number: fc.integer({ min: 0, max: 40 }),
  count: fc.integer({ min: 0, max: 5 }),
  day,
  instant,
  when: fc.oneof(day, instant),
  clock: fc.constantFrom('08:59', '09:00', '22:00'),
  port: fc.constantFrom('szb', 'luohu', 'hengqin', 'zhongshan-port', 'nowhere'),
  airport: fc.constantFrom('PVG', 'WUH', 'ZZZ'),
  country: fc.constantFrom('US', 'HK', 'JP', 'IN'),
  area: fc.constantFrom('Shanghai', 'Sichuan/Chengdu', 'Sichuan'),
  name: fc.constantFrom(...NAMES),
};
const wrong = fc.constantFrom<unknown>(null, '', -1, 'x', [], {}, '2025-02-30', 1e9);

/** The facts directly below a path. */
function below(facts: Facts, prefix: string): fc.Arbitrary<Record<string, unknown>> {
  const own = Object.entries(facts).filter(
    ([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('.'),
  );
  const model = Object.fromEntries(
    own.map(([path, spec]) => [path.slice(prefix.length), some(facts, path, spec)]),
  );
  return fc.record(model, { requiredKeys: [] });
}

function right(facts: Facts, path: string, spec: FactSpec): fc.Arbitrary<unknown> {
  const item = facts[`${path}.[]`];
  if (spec.kind === 'list') {
    return fc.array(item ? right(facts, `${path}.[]`, item) : below(facts, `${path}.[].`), { maxLength: 3 });
  }
  if (spec.kind === 'object') return below(facts, `${path}.`);
  const keys =
    spec.table === undefined ? [] : (content.tables[spec.table]?.rows ?? []).map(({ key }) => key[0]);
  const values = [...(spec.values ?? []), ...keys, ...(spec.kind === 'flag-or-choice' ? [true, false] : [])];
  if (values.length > 0) return fc.constantFrom<unknown>(...values);
  return BY_KIND[spec.kind] ?? fc.constant('x');
}

const some = (facts: Facts, path: string, spec: FactSpec): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: right(facts, path, spec) }, { weight: 1, arbitrary: wrong });

describe('any facts', () => {
  it.each(law.questions)('W-01 %s always answers, with a reason, and says the same again', (question) => {
    const facts = law.describe(question)?.facts ?? {};
    fc.assert(
      fc.property(below(facts, ''), (asked) => {
        const told = law.decide(question, asked);
        expect(told.reasons.length).toBeGreaterThan(0);
        const again = law.decide(question, asked, { trace: false, remedies: false });
        expect([again.decision, again.reasons]).toEqual([told.decision, told.reasons]);
      }),
      { numRuns: 80, seed: 20251105 },
    );
  });
});
