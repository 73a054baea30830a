import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPlaces } from '../../host/index.ts';
import { compileRules, decideAndStore, type Law } from '../../policy/index.ts';
import { loadRules } from '../../policy/node.ts';
import { parseArguments } from '../arguments.ts';
import { decideCommand } from '../commands/decide.ts';
import { rulesCommand } from '../commands/rules.ts';
import { EXIT } from '../exit-codes.ts';
import { makeRulesKey } from './make-rules-key.ts';
import { releaseRules, verifyRelease } from './release-rules.ts';
import { replayDecision } from './replay-decision.ts';

const small = join(findPlaces().root, 'src/policy/bad-rules/base');
let folder = '';
let law: Law;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kouan-release-'));
  law = compileRules(loadRules(small));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string) => join(folder, name);

async function told(action: typeof releaseRules, words: readonly string[], ...options: string[]) {
  const lines: string[] = [];
  const args = parseArguments(rulesCommand, ['x', ...options]);
  const terminal = { print: (line: string) => void lines.push(line), note: () => {} };
  return { code: await action(words, args, terminal), lines };
}

describe('rules keygen, release, verify', () => {
  it('makes a secret key and its public half, signs the law, and verifies it by the one that is trusted', async () => {
    for (const name of ['ours', 'theirs']) await told(makeRulesKey, [], '--key', inFolder(name));
    expect(statSync(inFolder('ours')).mode & 0o077).toBe(0);
    const options = ['--key', inFolder('ours'), '--out', inFolder('kept'), '--json'];
    const { file, rules } = JSON.parse((await told(releaseRules, [small], ...options)).lines[0] ?? '');
    expect(rules).toBe(law.rules);
    const trusting = (name: string) => told(verifyRelease, [file], '--trust', inFolder(`${name}.pub`));
    expect((await trusting('ours')).lines[0]).toContain(`${rules}: unchanged`);
    await expect(trusting('theirs')).rejects.toThrow(/not a trusted key/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"value":14', '"value":15'));
    await expect(trusting('ours')).rejects.toThrow(/it was changed/);
  });

  it('never writes a key over another, and says what is missing', async () => {
    await told(makeRulesKey, [], '--key', inFolder('once'));
    await expect(told(makeRulesKey, [], '--key', inFolder('once'))).rejects.toThrow(/there already/);
    await expect(told(releaseRules, [small], '--out', folder)).rejects.toThrow(/--key is missing/);
    await expect(told(releaseRules, [small], '--key', inFolder('none'))).rejects.toThrow(/There is no file/);
  });
});

describe('decide --replay', () => {
  const facts = { at: '2026-01-05', born: '2020-01-01', port: 'north' };
  const kept = () => decideAndStore(law, 'pass', facts);

  function replayed(value: unknown, inForce: Law, ...options: string[]) {
    const file = inFolder('decision.json');
    writeFileSync(file, JSON.stringify(value));
    const lines: string[] = [];
    const args = parseArguments(decideCommand, ['--replay', file, ...options]);
    const terminal = { print: (line: string) => void lines.push(line), note: () => {} };
    return { code: replayDecision(args, inForce, terminal), lines };
  }

  it('decides the same under the law in force, or under the release that is kept', async () => {
    expect(replayed(kept(), law)).toMatchObject({
      code: EXIT.done,
      lines: [expect.stringMatching(/^The same: REFUSED/)],
    });
    const other = { ...law, rules: 'sha256-other' };
    expect(() => replayed(kept(), other)).toThrow(/--releases/);
    await told(makeRulesKey, [], '--key', inFolder('again'));
    await told(releaseRules, [small], '--key', inFolder('again'), '--out', inFolder('store'));
    expect(replayed(kept(), other, '--releases', inFolder('store')).code).toBe(EXIT.done);
  });

  it('says what differs, with an exit code of its own', () => {
    const { decision, ...rest } = kept();
    const { code, lines } = replayed({ ...rest, decision: { ...decision, reasons: ['OK'] } }, law);
    expect(code).toBe(EXIT.fault);
    expect(lines[0]).toMatch(/^Not the same under .*: reasons differ/);
  });

  it('refuses a file that is no JSON without showing it', () => {
    writeFileSync(inFolder('decision.txt'), 'a secret');
    const args = parseArguments(decideCommand, ['--replay', inFolder('decision.txt')]);
    expect(() => replayDecision(args, law, { print: () => {}, note: () => {} })).toThrow(
      /^(?!.*secret).*a file of JSON/,
    );
  });
});
