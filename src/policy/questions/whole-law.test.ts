/** What holds for the law as a whole, whatever question is asked. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDaysTo, dayNumber, dayText } from '../day-number.ts';
import { compileRules } from '../index.ts';
import { factsOfCase } from '../load/check-cases.ts';
import { collect } from '../load/collect.ts';
import { nameRules, readRulesFolder } from '../node.ts';
import { setPath } from '../remedies/facts-changed.ts';

const collected = collect(readRulesFolder(join(import.meta.dirname, '../../../rules')));
const { content } = collected;
const law = compileRules({ rules: nameRules(content), content });

/** Every day that the cases of a question name. */
function daysMet(question: string): ReadonlySet<string> {
  const files = collected.cases.filter(({ value }) => value.question === question);
  const facts = files.flatMap(({ value }) => value.cases.map((one) => factsOfCase(value, one)));
  return new Set([...JSON.stringify(facts).matchAll(/\d{4}-\d\d-\d\d/g)].map(([day]) => day));
}

const dayBefore = (day: string) => dayText(addDaysTo(dayNumber(day), -1));

describe('the law as a whole', () => {
  // Older days are those of codes and agencies that a question only reads.
  it.each(law.questions)('K-01 %s has cases on both sides of every day on which it changed', (question) => {
    const met = daysMet(question);
    const days = law.changeDays(question).filter((day) => day >= '2023-01-01');
    const unmet = days.flatMap((day) => [dayBefore(day), day]).filter((day) => !met.has(day));
    expect(unmet).toEqual([]);
  });

  it.each(law.questions)('B-05 %s proposes remedies that turn the answer', (question) => {
    const files = collected.cases.filter(({ value }) => value.question === question);
    for (const { value } of files) {
      for (const one of value.cases) {
        const facts = factsOfCase(value, one);
        for (const { change, text } of law.decide(question, facts).remedies) {
          const mended = Object.entries(change).reduce<unknown>(
            (held, [path, to]) => setPath(held, path, to === null ? undefined : to),
            facts,
          );
          const { decision } = law.decide(question, mended, { remedies: false });
          expect([one.name, text.en, decision]).not.toEqual([one.name, text.en, one.decision]);
        }
      }
    }
  });

  it('W-01 a list that is always to be given is asked for when it is missing', () => {
    const entry = { entry: '2025-12-01T10:00:00+08:00', passportExpires: '2030-01-01' };
    const { decision, missing } = law.decide('transit240', {
      nationality: 'JP',
      destination: 'US',
      ...entry,
    });
    expect(decision).toBe('REFER');
    expect(missing.map(({ fact }) => fact)).toContain('areas');
  });

  it('K-08 no rule of the lane is dated by the caption of an old picture', () => {
    const days = law.changeDays('lane');
    expect(days).toContain('2024-11-20');
    expect(days).not.toContain('2025-11-20');
  });

  it('F-05 no question asks where somebody is or has been located', () => {
    const paths = law.questions.flatMap((id) => Object.keys(law.describe(id)?.facts ?? {}));
    expect(paths.length).toBeGreaterThan(200);
    expect(paths.filter((path) => /gps|latitude|longitude|location|position|track/i.test(path))).toEqual([]);
  });

  it('E-05 who may read records does not depend on where they live', () => {
    expect(JSON.stringify(law.describe('records')?.parts)).not.toContain('category');
    expect(content.parameters['records-audience']?.values.map(({ value }) => value)).toEqual(['ALL']);
  });

  it('X-01 X-08 every cited figure has a value, a unit, a system, a day and a source', () => {
    const rows = content.tables.metrics?.rows ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const { key, from, reference, attributes, aliases } of rows) {
      expect([key[0], from, reference].every((held) => typeof held === 'string')).toBe(true);
      expect(Object.keys(attributes)).toEqual(expect.arrayContaining(['value', 'unit', 'system']));
      for (const alias of aliases ?? []) expect(alias).toMatch(/^X-0[1-8]$/);
    }
    const cited = new Set(rows.flatMap(({ aliases }) => aliases ?? []));
    expect(cited.size).toBe(8);
  });

  it('A-15 no two schemes share a name, and no two ports', () => {
    for (const id of ['scheme-names', 'lane-ports', 'metrics', 'wishes']) {
      const rows = content.tables[id]?.rows ?? [];
      const names = rows.flatMap((row) => [
        ...new Set([...row.key, ...(row.aliases ?? []), ...Object.values(row.names ?? {})]),
      ]);
      expect(names.length).toBeGreaterThan(rows.length);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });
});
