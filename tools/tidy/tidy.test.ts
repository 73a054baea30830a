import { describe, expect, it } from 'vitest';
import { BANS, findBans } from './bans.ts';
import { FILE_LINES_MAX, FUNCTION_LINES_MAX, findLongFiles, findLongFunctions } from './sizes.ts';
import { listSources } from './sources.ts';

const code = listSources(/\.(ts|tsx|mjs|cjs)$/).filter(
  ({ path }) => !/(\.gen\.ts|boundaries\/fixtures\/)/.test(path),
);

describe('the code is tidy', () => {
  it('has no file over the limit', () => {
    expect(findLongFiles(code)).toEqual([]);
  });

  it('has no function over the limit', () => {
    const own = code.filter(({ path }) => !/\.(test|journey)\.tsx?$/.test(path));
    expect(own.flatMap(findLongFunctions)).toEqual([]);
  });

  it('contains nothing that is banned', () => {
    expect(code.flatMap(findBans)).toEqual([]);
  });

  it('names no package host in the lockfile', () => {
    const [lock] = listSources(/^package-lock\.json$/);
    expect(lock?.text).not.toMatch(/"resolved": "https?:/);
  });

  it('keeps machine paths out of prose and data too', () => {
    const prose = listSources(/\.(md|ya?ml|json|css|html)$/).filter(
      ({ path }) => path !== 'package-lock.json',
    );
    const found = prose
      .filter(({ text }) => /(?<![\w.])\/(work|root|tmp)\/\w/.test(text))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});

describe('each check bites', () => {
  it('on a file one line too long, and not one shorter', () => {
    const file = (lines: number) => ({ path: 'a.ts', text: 'x\n'.repeat(lines) });
    expect(findLongFiles([file(FILE_LINES_MAX)])).toEqual([]);
    expect(findLongFiles([file(FILE_LINES_MAX + 1)])).toHaveLength(1);
  });

  it('on a function one line too long, and not one shorter', () => {
    const fn = (lines: number) => ({
      path: 'a.ts',
      text: `function f() {\n${'g();\n'.repeat(lines - 2)}}\n`,
    });
    expect(findLongFunctions(fn(FUNCTION_LINES_MAX))).toEqual([]);
    expect(findLongFunctions(fn(FUNCTION_LINES_MAX + 1))).toHaveLength(1);
  });

  const samples: Record<string, string> = {
    'wall clock': 'const now = Date.now();',
    timer: 'setTimeout(go, 5);',
    'unseeded chance': 'Math.random();',
    'switched-off compiler': 'x as any;',
    'focused or skipped test': "it.only('x', f);",
    'unfinished mark': '// TODO later',
    'path of a machine': "open('/root/x');",
    'room without a name': "import { a } from './utils.ts';",
  };

  it.each(BANS)('on $name', ({ name }) => {
    expect(findBans({ path: 'src/lane/a.ts', text: samples[name]! }).map(({ problem }) => problem)).toEqual([
      expect.stringContaining(name),
    ]);
    expect(findBans({ path: 'src/lane/a.ts', text: 'const a = 1;' })).toEqual([]);
  });
});
