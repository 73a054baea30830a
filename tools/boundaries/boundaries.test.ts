import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const fixtures = 'tools/boundaries/fixtures';

interface Rule {
  readonly name: string;
}

interface Violation {
  readonly from: string;
  readonly rule: Rule;
}

function cruise(): readonly Violation[] {
  const env = { ...process.env, KOUAN_BOUNDARIES_BASE: fixtures };
  const bin = join(root, 'node_modules/.bin/depcruise');
  const args = ['--config', 'tools/boundaries/rules.cjs', '--output-type', 'json', fixtures];
  try {
    return parse(
      execFileSync(bin, args, { cwd: root, env, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch (error) {
    // The checker exits with the number of violations, which is what these fixtures are for.
    return parse((error as { stdout: Buffer }).stdout);
  }
}

const parse = (out: Buffer): readonly Violation[] => JSON.parse(out.toString()).summary.violations;

describe('the walls of the house', () => {
  const violations = cruise();
  const rulesBroken = (file: string) =>
    violations.filter(({ from }) => from === `${fixtures}/${file}`).map(({ rule }) => rule.name);

  const culprits = readdirSync(join(root, fixtures), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(calls-|reads-|by-the-window|circle-a|web\/page)/.test(file),
  );

  it.each(culprits)('refuses %s', (file) => {
    expect(rulesBroken(file)).not.toEqual([]);
  });

  it('breaks every rule at least once, so that none is idle', () => {
    const { forbidden }: { forbidden: readonly Rule[] } = createRequire(import.meta.url)('./rules.cjs');
    const broken = new Set(violations.map(({ rule }) => rule.name));
    expect(forbidden.filter(({ name }) => !broken.has(name))).toEqual([]);
  });

  it('lets the doors themselves stand', () => {
    expect(violations.filter(({ from }) => from.endsWith('/index.ts'))).toEqual([]);
  });
});
