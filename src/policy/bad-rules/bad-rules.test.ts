import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RoomError } from '../../kernel/index.ts';
import { readYaml } from '../load/yaml-file.ts';
import { type Fault, loadRulesFiles, type RulesFile, readRulesFolder } from '../node.ts';

const here = import.meta.dirname;
const base = readRulesFolder(join(here, 'base'));

/** The base, with one file replaced by a broken one. */
function withBroken(name: string): { files: RulesFile[]; text: string; replaced: string } {
  const text = readFileSync(join(here, name), 'utf8');
  const replaced = /^# replaces: (\S+)/.exec(text)?.[1] ?? '';
  return {
    files: base.map((each) => (each.file === replaced ? { file: replaced, text } : each)),
    text,
    replaced,
  };
}

function faultsOf(files: readonly RulesFile[]): readonly Fault[] {
  try {
    loadRulesFiles(files);
    return [];
  } catch (error) {
    if (!(error instanceof RoomError)) throw error;
    return error.facts.faults as Fault[];
  }
}

describe('a rules folder with one fault', () => {
  it('B-04 loads when it has none', () => {
    expect(loadRulesFiles(base).rules).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  const names = readdirSync(here).filter((name) => name.endsWith('.yaml'));
  it.each(names)('B-04 is refused by name, file and line: %s', (name) => {
    const { files, text, replaced } = withBroken(name);
    const faults = faultsOf(files);
    expect(faults.map(({ fault }) => fault)).toEqual([name.replace('.yaml', '')]);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('# the fault'));
    // A comment on a line of its own marks the next one.
    const marked = at + (lines[at]?.trim() === '# the fault' ? 2 : 1);
    if (marked > 0 && name !== 'alias-bomb.yaml') {
      expect([faults[0]?.file, faults[0]?.line]).toEqual([replaced, marked]);
    }
    expect(faults[0]?.todo).toMatch(/\w{4}/);
  });

  it('B-04 thirty clauses are still taken', () => {
    const { files, text } = withBroken('too-many-clauses.yaml');
    const lines = text.split('\n').filter((line) => !line.includes('id: more-29'));
    const fewer = files.map((each) => (each.text === text ? { ...each, text: lines.join('\n') } : each));
    expect(new Set(faultsOf(fewer).map(({ fault }) => fault))).toEqual(new Set(['never-fails']));
  });

  it('B-04 a file that is too large is refused unread', () => {
    const fault = readYaml('big.yaml', `a: ${'x'.repeat(600_000)}`);
    expect(fault).toMatchObject({ fault: 'too-large', file: 'big.yaml', line: 1 });
  });

  it('B-04 a file nested ten thousand deep is refused, not a crash', () => {
    expect(readYaml('deep.yaml', '['.repeat(10_000))).toMatchObject({ fault: 'yaml' });
  });
});
