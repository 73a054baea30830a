import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlaces } from '../../host/index.ts';
import { type Day, parseDay } from '../../kernel/index.ts';
import { compileRules, type Law } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import { makePopulation } from '../../simulator/index.ts';
import { parseArguments } from '../arguments.ts';
import { rulesCommand } from '../commands/rules.ts';
import { EXIT } from '../exit-codes.ts';
import { affectedByRules } from './affected-by-rules.ts';
import { checkRules, faultLine } from './check-rules.ts';
import { diffRules } from './diff-rules.ts';
import { explain, explainRules } from './explain-rules.ts';
import { laneFacts, lanePopulation, portsOf } from './lane-population.ts';

const { root } = findPlaces();
const rules = join(root, 'rules');
let law: Law;
let broken = '';
beforeAll(() => {
  law = compileRules(loadRules(rules));
  broken = mkdtempSync(join(tmpdir(), 'kouan-rules-'));
  cpSync(rules, broken, { recursive: true });
  const file = join(broken, 'lane.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('reference: nia-2024-11-15', 'reference: nobody'));
});
afterAll(() => rmSync(broken, { recursive: true, force: true }));

/** What an action prints, and its exit code. */
async function told(action: typeof diffRules, words: readonly string[], ...options: string[]) {
  const lines: string[] = [];
  const args = parseArguments(rulesCommand, ['x', ...options]);
  const terminal = { print: (line: string) => void lines.push(line), note: () => {} };
  const code = await action(words, args, terminal, () => law);
  return { code, lines };
}
const days = ['--from', '2025-11-04', '--to', '2025-11-05'];

describe('rules check', () => {
  it('finds no fault in the rules of this program and names the release', async () => {
    const { code, lines } = await told(checkRules, []);
    expect(code).toBe(EXIT.done);
    expect(lines.at(-1)).toBe(law.rules);
  });

  it('prints faults with file, line and what to do, and ends with exit code 2', async () => {
    const { code, lines } = await told(checkRules, [broken]);
    expect(code).toBe(EXIT.input);
    expect(lines[0]).toMatch(/lane\.yaml:\d+: There is no notice "nobody"\. Declare it/);
    expect(lines.at(-1)).toMatch(/^\d+ faults? in/);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('refuses a folder that is missing or holds no rules', async () => {
    await expect(told(checkRules, [join(broken, 'none')])).rejects.toThrow(/is missing/);
    await expect(told(checkRules, [join(root, 'bin')])).rejects.toThrow(/no \.yaml file/);
  });

  it('joins the folder and the place of a fault as editors read it', () => {
    const fault = { fault: 'gap', file: 'a.yaml', line: 7, what: 'What.', todo: 'Do.' } as const;
    expect(faultLine('rules', fault)).toBe('rules/a.yaml:7: What. Do.');
  });
});

describe('rules diff', () => {
  it('A-18 tells what changed on the day on which the second ports joined, in the language asked for', async () => {
    const { lines } = await told(diffRules, [], ...days);
    expect(lines.join('\n')).toContain('From 2025-11-05, Shanghai Hongqiao International Airport joins');
    const { lines: portuguese } = await told(diffRules, [], ...days, '--lang', 'pt');
    expect(portuguese.join('\n')).toContain('A partir de 2025-11-05');
  });

  it('says so when nothing changed, and refuses what is no day, question or language', async () => {
    const still = ['--from', '2025-11-06', '--to', '2025-11-07'];
    expect((await told(diffRules, [], ...still)).lines).toEqual([
      'The law of "lane" says on 2025-11-07 what it said on 2025-11-06.',
    ]);
    await expect(told(diffRules, [], '--from', '2025-02-30', '--to', 'x')).rejects.toThrow(/--from/);
    await expect(told(diffRules, [], ...days, '--question', 'x')).rejects.toThrow(/question/);
    await expect(told(diffRules, [], ...days, '--lang', 'fr')).rejects.toThrow(/--lang/);
  });
});

describe('rules affected', () => {
  const day = parseDay('2025-11-04');

  it('asks for everyone with facts that the law understands', () => {
    for (const facts of lanePopulation({ seed: 3, count: 200, day, ports: portsOf(law) }))
      expect(law.decide('lane', facts, { remedies: false }).decision).not.toBe('ERROR');
  });

  it('D-06 brings a minor with the guardian, and nobody else with anyone', () => {
    const people = [...lanePopulation({ seed: 3, count: 300, day, ports: ['szb'] })] as {
      person: { birthDate: Day };
      companion: object | null;
    }[];
    const accompanied = people.filter(({ companion }) => companion);
    expect(accompanied.length).toBeGreaterThan(0);
    expect(accompanied.every(({ person }) => person.birthDate > '2007-11-04')).toBe(true);
    expect(people.length).toBeGreaterThan(accompanied.length);
  });

  it('counts only those whose answer changes', async () => {
    const one = ['--port', 'xmn', '--count', '200', '--json'];
    const { lines } = await told(affectedByRules, [], ...days, ...one);
    const opened = JSON.parse(lines[0] ?? '');
    expect([opened.asked, opened.ports]).toEqual([200, ['xmn']]);
    expect(opened.changed).toBe(200);
    const sum = opened.transitions.reduce((total: number, { count }: { count: number }) => total + count, 0);
    expect(sum).toBe(opened.changed);
  });

  it('refuses ports and questions that it has nobody for', async () => {
    await expect(told(affectedByRules, [], ...days, '--port', 'x')).rejects.toThrow(/--port/);
    await expect(told(affectedByRules, [], ...days, '--question', 'talent')).rejects.toThrow(/--question/);
    await expect(told(affectedByRules, [], ...days, '--count', '0')).rejects.toThrow(/--count/);
  });

  it('sends whoever is on the mainland out of it, and lets the others in', () => {
    const [traveller] = makePopulation({ seed: 1, count: 1, day });
    const facing = (side: 'mainland' | 'outside') => laneFacts({ ...traveller!, side }, 'szb', day);
    expect(facing('mainland')).toMatchObject({ direction: 'exit', port: 'szb' });
    expect(facing('outside')).toMatchObject({ direction: 'entry' });
  });
});

describe('rules explain', () => {
  it('B-01 gives the clauses in force with requirement, notice, value and words', () => {
    const clauses = explain(law, 'lane', '2025-11-06').flatMap((part) => part.clauses);
    const age = clauses.find(({ id }) => id === 'age');
    expect(age?.requirement).toContain('B-01');
    expect(age?.parameter).toEqual({ id: 'lane-age-min', value: 14 });
    expect(age?.reference).toContain('國家移民管理局');
    expect(age?.reasonText?.en).toMatch(/minimum age/);
  });

  it('leaves out what is not yet in force that day: both sides of the edge', () => {
    const idsOn = (day: string) =>
      explain(law, 'lane', day).flatMap((part) => part.clauses.map(({ id }) => id));
    expect(idsOn('2025-11-04')).not.toContain('guardian-present');
    expect(idsOn('2025-11-05')).toContain('guardian-present');
  });

  it('prints it in each language', async () => {
    const on = ['--on', '2025-11-06'];
    for (const [language, title] of [
      ['zh-Hant', '智能快捷通道'],
      ['en', 'The face lane'],
    ] as const)
      expect((await told(explainRules, ['lane'], ...on, '--lang', language)).lines[0]).toContain(title);
    await expect(told(explainRules, ['nothing'], ...on)).rejects.toThrow(/question/);
  });
});
