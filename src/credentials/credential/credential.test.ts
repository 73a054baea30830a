import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instantOf, parseDay } from '../../kernel/index.ts';
import { writeSignedText } from '../cose/signed-text.ts';
import { encodeBase45 } from '../encoding/base45.ts';
import { encodeCbor } from '../encoding/cbor.ts';
import { at, KEY_11, KEY_MERIADOC, listOf, signerOf } from '../keys.fixture.ts';
import { checkCredential } from './check.ts';
import type { Credential } from './credential.ts';
import { decodeCredential, encodeCredential } from './credential.ts';
import { CREDENTIAL_FORM, CREDENTIAL_SIGNS_MAX, issueCredential } from './issue.ts';
import { CREDENTIAL_KINDS } from './kinds.ts';

const frame = {
  id: 'R-01JCQ8Z4W9-7K3M5XQ2',
  issuer: 'demo',
  issuedAt: at('2026-11-22T10:00:00'),
  validFrom: at('2026-11-22T10:00:00'),
  validUntil: at('2026-11-30T00:00:00'),
};
const name = '陳 * 文';
const credentials: Credential[] = [
  { ...frame, kind: 'permit', facts: { name, document: '5678', purposes: ['train', 'flight'] } },
  {
    ...frame,
    kind: 'crossing-receipt',
    facts: { port: 'szb', direction: 'exit', at: at('2026-11-22T09:58:07'), document: '5678' },
  },
  { ...frame, kind: 'linkage', facts: { name, permit: '5678', residence: '123X' } },
  {
    ...frame,
    kind: 'appointment',
    facts: { name, service: '出入境證件', place: '深圳灣口岸', at: at('2026-11-25T09:30:00'), minutes: 30 },
  },
  {
    ...frame,
    kind: 'records-certificate',
    facts: {
      name,
      document: '5678',
      from: parseDay('2025-11-22'),
      to: parseDay('2026-11-22'),
      exits: 12,
      entries: 11,
    },
  },
  { ...frame, kind: 'letter', facts: { name: 'CHAN T** M**', subject: 'Linkage of two documents' } },
];
const now = at('2026-11-23T12:00:00');

describe('credentials of every kind', () => {
  it('are all tried here', () => {
    expect(credentials.map(({ kind }) => kind)).toEqual(CREDENTIAL_KINDS);
  });

  it.each(credentials.map((credential) => [credential.kind, credential] as const))(
    'E-06 a %s is checked by the public key alone, and says what was signed',
    async (_, credential) => {
      const text = await issueCredential(credential, await signerOf(KEY_11));
      expect(text.length).toBeLessThanOrEqual(CREDENTIAL_SIGNS_MAX);
      expect(await checkCredential(text, { at: now, keys: await listOf() })).toEqual({
        verdict: 'valid',
        credential,
      });
    },
  );

  it.each(credentials.slice(1).map((credential) => [credential.kind, credential] as const))(
    'a %s is no permit for a train',
    async (_, credential) => {
      const text = await issueCredential(credential, await signerOf(KEY_11));
      const check = await checkCredential(text, { at: now, keys: await listOf(), purpose: 'train' });
      expect(check.verdict).toBe('outside-its-purpose');
    },
  );
});

describe('what is not issued', () => {
  const [permit, receipt] = credentials as [
    Credential & { kind: 'permit' },
    Credential & { kind: 'crossing-receipt' },
  ];
  const facts = permit.facts;
  const wrong: [string, Credential][] = [
    ['name', { ...permit, facts: { ...facts, name: '陳大文' } }],
    ['name', { ...permit, facts: { ...facts, name: `${'*'.repeat(41)}` } }],
    ['name', { ...permit, facts: { ...facts, name: '陳 * 文\u202e' } }],
    ['document', { ...permit, facts: { ...facts, document: 'H12345678' } }],
    ['document', { ...permit, facts: { ...facts, document: '678' } }],
    ['purposes', { ...permit, facts: { ...facts, purposes: [] } }],
    ['purposes', { ...permit, facts: { ...facts, purposes: ['coach' as 'train'] } }],
    ['birthDate', { ...permit, facts: { ...facts, birthDate: '1990-01-01' } as typeof facts }],
    ['direction', { ...receipt, facts: { ...receipt.facts, direction: 'up' as 'exit' } }],
    ['at', { ...receipt, facts: { ...receipt.facts, at: instantOf(Number.NaN) } }],
    ['validUntil', { ...permit, validUntil: permit.validFrom }],
    ['validFrom', { ...permit, validFrom: instantOf(-1000) }],
    ['id', { ...permit, id: '' }],
    ['id', { ...permit, id: 'P'.repeat(33) }],
    ['issuer', { ...permit, issuer: 'i'.repeat(25) }],
    ['kind', { ...permit, kind: 'visa' as 'permit' }],
  ];

  it.each(wrong)('F-04 the field %s is named when it is wrong', async (field, credential) => {
    await expect(issueCredential(credential, await signerOf(KEY_11))).rejects.toMatchObject({
      code: 'FIELD_INVALID',
      facts: { field },
    });
  });

  it('is what does not fit its code', async () => {
    const filled = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + i * 97)).join('');
    const long: Credential = {
      ...frame,
      kind: 'appointment',
      facts: { name, service: filled, place: filled, at: now, minutes: 30 },
    };
    await expect(issueCredential(long, await signerOf(KEY_11))).rejects.toMatchObject({
      facts: { field: 'facts' },
    });
  });
});

describe('verdicts at their edges', () => {
  const permit = credentials[0]!;
  const verdictAt = async (time: Instant, keys = listOf()) => {
    const text = await issueCredential(permit, await signerOf(KEY_11));
    return (await checkCredential(text, { at: time, keys: await keys })).verdict;
  };
  const [from, until] = [permit.validFrom, permit.validUntil];

  it.each([
    ['not-yet-valid', instantOf(from - 1)],
    ['valid', from],
    ['valid', instantOf(until - 1)],
    ['expired', until],
  ])('%s at %d', async (verdict, time) => {
    expect(await verdictAt(time)).toBe(verdict);
  });

  it('unknown-key for a key that the list does not name', async () => {
    expect(await verdictAt(now, listOf({ keys: [] }))).toBe('unknown-key');
  });

  it('revoked for a withdrawn id, and for all that a lost key signed', async () => {
    expect(await verdictAt(now, listOf({ revoked: ['R-other'] }))).toBe('valid');
    expect(await verdictAt(now, listOf({ revoked: [permit.id] }))).toBe('revoked');
    expect(await verdictAt(now, listOf({}, { revoked: true }))).toBe('revoked');
  });

  it('not-genuine for what was issued before or after its key was in use, or by the key of another issuer', async () => {
    const { issuedAt } = permit;
    expect(await verdictAt(now, listOf({}, { from: issuedAt }))).toBe('valid');
    expect(await verdictAt(now, listOf({}, { from: instantOf(issuedAt + 1000) }))).toBe('not-genuine');
    expect(await verdictAt(now, listOf({}, { until: instantOf(issuedAt + 1000) }))).toBe('valid');
    expect(await verdictAt(now, listOf({}, { until: issuedAt }))).toBe('not-genuine');
    expect(await verdictAt(now, listOf({}, { issuer: 'other' }))).toBe('not-genuine');
  });

  it('not-genuine when somebody else signs under the name of a known key', async () => {
    const { kid } = await signerOf(KEY_11);
    const text = await issueCredential(permit, { ...(await signerOf(KEY_MERIADOC)), kid });
    expect(await checkCredential(text, { at: now, keys: await listOf() })).toEqual({
      verdict: 'not-genuine',
    });
  });
});

describe('whatever is scanned', () => {
  it('never throws and is never valid', async () => {
    const keys = await listOf();
    const scanned = fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 280 }).map((bytes) => `KOUAN1:${encodeBase45(bytes)}`),
      fc.uint8Array({ maxLength: 280 }).map((b) => `KOUAN1:${encodeBase45(Uint8Array.of(0x78, 0x9c, ...b))}`),
    );
    await fc.assert(
      fc.asyncProperty(scanned, async (text) => {
        expect(await checkCredential(text, { at: now, keys })).toEqual({ verdict: 'malformed' });
      }),
      { numRuns: 2000 },
    );
  });

  it('is malformed when a known key signed claims that nobody reads', async () => {
    const signer = await signerOf(KEY_11);
    for (const claims of [1, [], new Map([[1, 'demo']]), 'x'.repeat(100)]) {
      const text = await writeSignedText(CREDENTIAL_FORM, encodeCbor(claims), signer);
      expect(await checkCredential(text, { at: now, keys: await listOf() })).toEqual({
        verdict: 'malformed',
      });
    }
  });

  it('is malformed with a kind of a later version, or one fact more or less', () => {
    const payload = encodeCredential(credentials[0]!);
    expect(decodeCredential(payload)).toEqual(credentials[0]);
    for (const [from, to] of [
      [0x84, 0x85],
      [0x84, 0x83],
    ] as const) {
      const changed = payload.slice();
      changed[payload.indexOf(from)] = to;
      expect(decodeCredential(changed)).toBeUndefined();
    }
  });
});
