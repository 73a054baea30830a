import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRules } from './index.ts';
import { contradictions, factsOfCase } from './load/check-cases.ts';
import { collect } from './load/collect.ts';
import { nameRules, readRulesFolder } from './node.ts';

const collected = collect(readRulesFolder(join(import.meta.dirname, '../../rules')));
const law = compileRules({ rules: nameRules(collected.content), content: collected.content });

describe('the rules folder', () => {
  it('is read without a fault', () => {
    expect(collected.faults).toEqual([]);
  });

  it('has cases for every question', () => {
    expect(collected.cases.map(({ value }) => value.question).sort()).toEqual([...law.questions].sort());
  });
});

for (const { value: file } of collected.cases) {
  describe(`the cases of ${file.question}`, () => {
    for (const one of file.cases) {
      it(`${one.requirement.join(' ')} ${one.name}`, () => {
        const decision = law.decide(file.question, factsOfCase(file, one));
        expect(contradictions(one, decision)).toEqual([]);
      });
    }
  });
}
