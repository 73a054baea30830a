import { describe, expect, it } from 'vitest';
import { listSources } from '../tidy/sources.ts';
import { collectTraces } from './collect.ts';
import { GROUPS } from './list.ts';
import { COMMAND, PAGE_PATH, renderPage } from './page.ts';

const collected = collectTraces(listSources(/\.(tsx?|yaml)$/));
const [page] = listSources(new RegExp(`^${PAGE_PATH}$`));

describe('the list of requirements', () => {
  const ids = GROUPS.flatMap(({ requirements }) => Object.keys(requirements));
  const titles = GROUPS.flatMap(({ requirements }) => Object.values(requirements));

  it('has 225, in the order of letters and numbers, without a gap', () => {
    expect(ids).toHaveLength(225);
    expect(GROUPS.map(({ letter }) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWX');
    for (const { letter, requirements } of GROUPS) {
      const numbered = Object.keys(requirements).map(
        (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`,
      );
      expect(Object.keys(requirements)).toEqual(numbered);
    }
  });

  it('gives each a title of its own, of at most eight words', () => {
    expect(new Set(titles).size).toBe(225);
    expect(titles.filter((title) => !/^\S+( \S+){0,7}$/.test(title) || title.includes('|'))).toEqual([]);
  });
});

describe('the page of requirements', () => {
  it('is what the command would write', () => {
    expect(page?.text, `${PAGE_PATH} is out of date: run ${COMMAND}`).toBe(renderPage(collected.traces));
  });

  it('has a row for each requirement, once', () => {
    const rows = [...renderPage(collected.traces).matchAll(/^\| ([A-Z]-\d{2}) \|/gm)].map((row) => row[1]);
    expect(rows).toEqual(GROUPS.flatMap(({ requirements }) => Object.keys(requirements)));
  });

  it('names no requirement that does not exist', () => {
    expect(collected.unknown).toEqual([]);
  });

  it('counts, links three files and tells how many more there are', () => {
    const file = (name: string) => ({ path: `src/lane/${name}.ts`, text: '/** A face first (A-01). */' });
    const test = { path: 'src/lane/lane.test.ts', text: "it('A-02 opens', () => {});" };
    const { traces } = collectTraces([...['d', 'b', 'c', 'a'].map(file), test]);
    const lines = renderPage(traces).split('\n');
    expect(lines).toContain('| **all** | 225 | 1 | 1 | 0 | 223 |');
    expect(lines).toContain(
      '| A-01 | A face opens the entry, not a card | [lane/a.ts](../src/lane/a.ts), ' +
        '[lane/b.ts](../src/lane/b.ts), [lane/c.ts](../src/lane/c.ts), +1 | not yet |',
    );
    expect(lines).toContain(
      '| A-02 | Starts at two ports on 20 November 2024 | not yet | ' +
        '[lane/lane.test.ts](../src/lane/lane.test.ts) |',
    );
  });
});

describe('a requirement is named', () => {
  const trace = (path: string, text: string) => Object.fromEntries(collectTraces([{ path, text }]).traces);
  const implemented = (...paths: string[]) => ({ implemented: paths, tested: [] });
  const tested = (...paths: string[]) => ({ implemented: [], tested: paths });

  it.each([
    ['in a comment on a declaration', '/** One body (A-10). */\nexport const a = 1;'],
    ['in a comment on a member', 'interface A {\n  /** A-10: one body. */\n  readonly a: 1;\n}'],
    [
      'in a comment with tags',
      '/**\n * @param a one\n * @returns a body (A-10)\n */\nexport const a = (a: 1) => a;',
    ],
    ['in a comment after a line', 'const a = 1; // one body (A-10)'],
    ['in a comment at the very end', 'const a = 1;\n// one body (A-10)\n'],
    ['by a string that is the number', "const requirement = ['A-10'];"],
  ])('%s', (_, text) => {
    expect(trace('src/lane/a.ts', text)).toEqual({ 'A-10': implemented('src/lane/a.ts') });
  });

  it('in a comment between the elements of a page', () => {
    const text = 'const a = <p>{/* one body (A-10) */}</p>;';
    expect(trace('web/kiosk/a.tsx', text)).toEqual({ 'A-10': implemented('web/kiosk/a.tsx') });
  });

  it.each([
    ['in the name of a test', "it('A-10 lets one in', () => {});"],
    ['in the name of a group', "describe('A-10 the gates', () => {});"],
    ['in a name that is filled in', 'it.each([1])(`A-10 lets %s in`, () => {});'],
    ['in a row that fills a name in', "it.each([['A-10', 1]])('%s lets %s in', () => {});"],
  ])('%s', (_, text) => {
    expect(trace('src/lane/a.test.ts', text)).toEqual({ 'A-10': tested('src/lane/a.test.ts') });
    expect(trace('test/journeys/a.journey.ts', text)).toEqual({
      'A-10': tested('test/journeys/a.journey.ts'),
    });
  });

  it('in a rule as implemented, in a case as tested', () => {
    const text = 'clauses:\n  - requirement: [A-02,\n      K-01]\n  - { requirement: A-18 }\n';
    const rules = ['A-02', 'A-18', 'K-01'];
    expect(trace('rules/data/a.yaml', text)).toEqual(
      Object.fromEntries(rules.map((id) => [id, implemented('rules/data/a.yaml')])),
    );
    expect(trace('rules/a.cases.yaml', text)).toEqual(
      Object.fromEntries(rules.map((id) => [id, tested('rules/a.cases.yaml')])),
    );
  });

  it.each([
    ['src/lane/a.tsx', 'const a = <path d="M-12 22h-14" />;'],
    ['src/lane/a.ts', "const text = 'A-10 lets one in';"],
    ['src/lane/a.ts', '// UTF-16 has A-2024 and A-10-3'],
    ['src/lane/a.test.ts', "it('lets one in', () => {\n  // A-10\n  expect(a).toBe('A-10');\n});"],
    ['src/policy/bad-rules/a.yaml', 'requirement: [A-10]'],
    ['docs/a.md', 'A-10'],
  ])('not by what only looks like it: %s %s', (path, text) => {
    expect(collectTraces([{ path, text }])).toEqual({ traces: new Map(), unknown: [] });
  });
});

describe('a requirement that does not exist is refused, with its place', () => {
  it.each([
    [
      'src/lane/a.test.ts',
      "\nit('B-18 lets one in', () => {});",
      'src/lane/a.test.ts:2: B-18 is no requirement',
    ],
    ['src/lane/a.ts', '/** As asked (Z-01). */', 'src/lane/a.ts:1: Z-01 is no requirement'],
    ['rules/a.yaml', 'a: 1\nrequirement: [B-01, B-1]', 'rules/a.yaml:2: B-1 is no requirement'],
    ['rules/a.cases.yaml', 'requirement: [X-09]', 'rules/a.cases.yaml:1: X-09 is no requirement'],
  ])('%s', (path, text, problem) => {
    expect(collectTraces([{ path, text }]).unknown).toEqual([problem]);
  });
});
