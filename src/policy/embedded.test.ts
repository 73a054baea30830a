import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyLibrary } from '../../tools/policy-library.mjs';
import { canonicalJson } from '../kernel/index.ts';
import type { RulesBundle } from './bundle.ts';
import { compileRules } from './law.ts';
import { loadRules, nameRules, packRules, readCases, readRulesFolder } from './node.ts';

const rules = join(import.meta.dirname, '../../rules');
const SIZE_MAX = 60_000;

let bundle: RulesBundle;
let code = '';
let folder = '';
let library: typeof import('./embedded.ts');
beforeAll(async () => {
  bundle = loadRules(rules);
  code = await policyLibrary(packRules(bundle));
  folder = mkdtempSync(join(tmpdir(), 'kouan-policy-'));
  const file = join(folder, 'policy.mjs');
  writeFileSync(file, code);
  library = await import(pathToFileURL(file).href);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the module kouan/policy', () => {
  it('with every rule is at most 60 kB, gzipped', () => {
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(SIZE_MAX);
  });

  it('asks for no module and nothing of Node', () => {
    expect(code).not.toMatch(/\bfrom\s*["']|\bimport\s*\(|\brequire\s*\(/);
    expect(code).not.toMatch(/\bprocess\.|\bBuffer\b|node:/);
  });

  it('carries the law of the YAML, to the letter', () => {
    const { content } = library.lawInForce();
    expect(nameRules(content)).toBe(bundle.rules);
    expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(bundle.rules.slice(7));
  });

  it('decides every case as the law from YAML does', () => {
    const law = compileRules(bundle);
    for (const { question, facts } of readCases(readRulesFolder(rules)))
      expect(library.decide(question, facts)).toEqual(law.decide(question, facts));
  }, 60_000);
});
