import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, isRoomError } from '../../kernel/index.ts';
import type { RulesBundle } from '../bundle.ts';
import { compileRules, decideAndStore, readStoredDecision, replay } from '../index.ts';
import {
  loadRules,
  makeRelease,
  openRelease,
  openReleaseStore,
  readSigningKey,
  readTrustedKey,
} from '../node.ts';

const base = join(import.meta.dirname, '../bad-rules/base');
const fixtures = join(import.meta.dirname, 'fixtures');
const mine = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');

let bundle: RulesBundle;
let folder = '';
beforeAll(() => {
  bundle = loadRules(base);
  folder = mkdtempSync(join(tmpdir(), 'kouan-releases-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with a release, in one word. */
function problemOf(open: () => unknown): unknown {
  try {
    open();
  } catch (error) {
    if (isRoomError(error)) return error.facts.problem ?? error.code;
  }
  return 'nothing';
}

describe('a release', () => {
  it('opens as the law that was signed, and the same law and key give the same bytes', () => {
    const release = makeRelease(bundle, mine.privateKey);
    expect(openRelease(release.file, release.text, [mine.publicKey])).toEqual(bundle);
    expect(release.file).toBe(`${bundle.rules}.release.json`);
    expect(makeRelease(loadRules(base), mine.privateKey)).toEqual(release);
  });

  it('is refused by name when anything of it is not as it was signed', () => {
    const { file, text } = makeRelease(bundle, mine.privateKey);
    const other = makeRelease(bundle, theirs.privateKey);
    const forged = JSON.parse(text) as { signature: string; key: string };
    const { signature } = JSON.parse(other.text) as { signature: string };
    const cases: readonly (readonly [unknown, string, string])[] = [
      ['hash', file, text.replace('"value":14', '"value":13')],
      ['name', 'sha256-0.release.json', text],
      ['signature', file, canonicalJson({ ...forged, signature })],
      ['untrusted', file, other.text],
      ['format', file, text.replace('"release":1', '"release":2')],
      ['format', file, text.replace('"format":1', '"format":2')],
      ['format', file, text.slice(1)],
      ['format', file, '{}'],
      ['nothing', file, text],
    ];
    for (const [problem, name, content] of cases)
      expect([problem, problemOf(() => openRelease(name, content, [mine.publicKey]))]).toEqual([
        problem,
        problem,
      ]);
  });

  it('is signed and trusted with Ed25519 keys only', () => {
    const pem = (key: typeof mine.privateKey, type: 'pkcs8' | 'spki') =>
      String(key.export({ type, format: 'pem' }));
    expect(readSigningKey(pem(mine.privateKey, 'pkcs8')).type).toBe('private');
    expect(readTrustedKey(pem(mine.publicKey, 'spki')).type).toBe('public');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(problemOf(() => readSigningKey(pem(privateKey, 'pkcs8')))).toBe('FIELD_INVALID');
    expect(problemOf(() => readTrustedKey('no key'))).toBe('FIELD_INVALID');
  });
});

describe('a store of releases', () => {
  it('keeps a release, finds it by the name in a decision, and opens only what trusted keys signed', () => {
    const store = openReleaseStore(folder, [mine.publicKey]);
    store.keep(makeRelease(bundle, mine.privateKey));
    store.keep(makeRelease(bundle, mine.privateKey));
    expect(store.law(bundle.rules).rules).toBe(bundle.rules);
    expect(store.law(bundle.rules)).toBe(store.law(bundle.rules));
    expect(problemOf(() => openReleaseStore(folder, [theirs.publicKey]).law(bundle.rules))).toBe('untrusted');
    expect(problemOf(() => store.keep(makeRelease(bundle, theirs.privateKey)))).toBe('untrusted');
    expect(problemOf(() => openReleaseStore(folder).keep(makeRelease(bundle, theirs.privateKey)))).toBe(
      'ALREADY_EXISTS',
    );
  });

  it('says which release is not here, and a name never leads out of the folder', () => {
    const store = openReleaseStore(folder);
    expect(problemOf(() => store.law(`sha256-${'0'.repeat(64)}`))).toBe('NOT_FOUND');
    expect(problemOf(() => store.law('../../etc/passwd'))).toBe('NOT_FOUND');
  });
});

describe('a replay', () => {
  const facts = { at: '2026-01-05', born: '2020-01-01', port: 'north' };

  it('finds the release of the decision after the rules have changed, and decides bit for bit the same', () => {
    const changed = mkdtempSync(join(tmpdir(), 'kouan-rules-'));
    cpSync(base, changed, { recursive: true });
    const file = join(changed, 'references.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/title: [^,}]*/, 'title: Renamed'));
    const next = loadRules(changed);
    rmSync(changed, { recursive: true });
    const store = openReleaseStore(folder);
    for (const each of [bundle, next]) store.keep(makeRelease(each, mine.privateKey));
    const [question = ''] = Object.keys(bundle.content.questions);
    for (const each of [bundle, next]) {
      const kept: unknown = JSON.parse(JSON.stringify(decideAndStore(compileRules(each), question, facts)));
      const replayed = replay(readStoredDecision(kept), (rules) => store.law(rules));
      expect(replayed).toMatchObject({ same: true, rules: each.rules, differs: [] });
    }
    const old = decideAndStore(compileRules(bundle), question, facts);
    expect(replay(old, () => compileRules(next)).differs).toEqual(['because', 'rules']);
  });

  it('names what differs when a kept decision was tampered with', () => {
    const law = compileRules(bundle);
    const [question = ''] = law.questions;
    const kept = decideAndStore(law, question, facts);
    const tampered = { ...kept, decision: { ...kept.decision, decision: 'OPEN', reasons: ['OK', 'OK'] } };
    expect(replay(tampered, () => law)).toMatchObject({ same: false, differs: ['decision', 'reasons'] });
  });

  it('refuses what is no kept decision, saying what it lacks', () => {
    for (const value of [null, [], {}, { stored: 2 }, { stored: 1 }, { stored: 1, question: 'lane' }])
      expect(problemOf(() => readStoredDecision(value))).toBe('FIELD_INVALID');
    const whole = { stored: 1, question: 'lane', facts: {}, options: { trace: true, remedies: true } };
    expect(problemOf(() => readStoredDecision({ ...whole, decision: {} }))).toBe('FIELD_INVALID');
    expect(problemOf(() => readStoredDecision({ ...whole, decision: { rules: 'x' } }))).toBe('nothing');
  });
});

describe('releases of old', () => {
  const trusted = [readTrustedKey(readFileSync(join(fixtures, 'signed-by.pub'), 'utf8'))];
  const decisions = JSON.parse(readFileSync(join(fixtures, 'decisions.json'), 'utf8')) as unknown[];

  it('still open', () => {
    const files = readdirSync(fixtures).filter((name) => name.endsWith('.release.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files)
      expect(openRelease(name, readFileSync(join(fixtures, name), 'utf8'), trusted).content.format).toBe(1);
  });

  it('still decide what they decided, with trace, remedies and words', () => {
    const store = openReleaseStore(fixtures, trusted);
    expect(decisions.length).toBeGreaterThan(5);
    for (const kept of decisions) expect(replay(readStoredDecision(kept), store.law).differs).toEqual([]);
  });
});
