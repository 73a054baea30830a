/** The handbook and the story of one change, held against the law itself: what they teach must be so. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileRules, diffDays } from '../../src/policy/index.ts';
import { loadRulesFiles, readRulesFolder } from '../../src/policy/node.ts';
import { openLaw } from './law.fixture.ts';

const textOf = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe('the handbook', () => {
  const handbook = textOf('docs/rules.md');
  const law = openLaw();
  const named = (word: string) => handbook.includes(`\`${word}\``) || handbook.includes(`{ ${word}: `);

  it('names every operator that the law uses', () => {
    const operators = new Set<string>();
    const walk = (tree: unknown): void => {
      if (Array.isArray(tree)) tree.forEach(walk);
      else if (typeof tree === 'object' && tree !== null) {
        const [name, ...more] = Object.keys(tree);
        if (name && more.length === 0) operators.add(name);
        Object.values(tree).forEach(walk);
      }
    };
    for (const question of law.questions)
      for (const { clauses, each = [], when } of law.describe(question)?.parts ?? []) {
        walk(when);
        for (const clause of [...clauses, ...each.flatMap((group) => group.clauses)])
          walk([clause.when, clause.require]);
      }
    expect(operators.size).toBeGreaterThan(10);
    expect([...operators].filter((name) => !named(name))).toEqual([]);
  });

  it('names every kind of fact and every confidence that the law uses', () => {
    const kinds = law.questions.flatMap((question) =>
      Object.values(law.describe(question)?.facts ?? {}).map(({ kind }) => kind),
    );
    const confidences = Object.values(law.content.tables).flatMap(({ rows }) =>
      rows.map(({ confidence }) => confidence),
    );
    const words = new Set([...kinds, ...confidences]);
    expect([...words].filter((word) => !named(word))).toEqual([]);
  });
});

describe('the story of one change', () => {
  const story = textOf('docs/changing-a-rule.md');
  const [notice = '', port = '', cases = ''] = [...story.matchAll(/```yaml\n(.*?)```/gs)].map(
    ([, text]) => text,
  );
  const added: Readonly<Record<string, string>> = {
    'references.yaml': notice,
    'data/ports.yaml': port,
    'lane.cases.yaml': cases,
  };
  const files = readRulesFolder(fileURLToPath(new URL('../../rules', import.meta.url))).map(
    ({ file, text }) => ({
      file,
      text: text + (added[file] ?? ''),
    }),
  );

  it('K-01 adds a port by three pieces of YAML that pass every check', () => {
    const law = compileRules(loadRulesFiles(files));
    const [change] = diffDays(law, 'lane', '2027-02-28', '2027-03-01');
    expect(story).toContain(change?.text.en);
    expect(story).toContain(change?.reference);
  });

  it('tells the fault of a case that is written wrongly as the check tells it', () => {
    const wrong = files.map(({ file, text }) => ({
      file,
      text: text.replace(
        'decision: NOT_ELIGIBLE\n    reasons: [PORT_NOT_OPEN]\n  - name: Qingmao is open',
        'decision: ELIGIBLE\n    reasons: [OK]\n  - name: Qingmao is open',
      ),
    }));
    expect(() => loadRulesFiles(wrong)).toThrow(
      '“Qingmao is not open on the day before it joins.” decides NOT_ELIGIBLE instead of ELIGIBLE; reasons PORT_NOT_OPEN instead of OK. Mend the case or the rule.',
    );
    expect(story).toContain(
      'decides NOT_ELIGIBLE instead of ELIGIBLE; reasons PORT_NOT_OPEN instead of OK. Mend the case or the rule.',
    );
  });
});
