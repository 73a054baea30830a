import { describe, expect, it } from 'vitest';
import { CREDENTIAL_KINDS, type Credential } from '../../src/credentials/index.ts';
import { at, listOf } from '../../src/credentials/keys.fixture.ts';
import { LANGUAGES, millis, parseDay } from '../../src/kernel/index.ts';
import { rowsOf } from './credential-rows.ts';
import { ageText } from './list-line.tsx';

const MINUTE = 60_000;

describe('the age of the key list', () => {
  it.each([
    [0, '0 minutes'],
    [MINUTE - 1, '0 minutes'],
    [MINUTE, '1 minute'],
    [60 * MINUTE - 1, '59 minutes'],
    [60 * MINUTE, '1 hour'],
    [24 * 60 * MINUTE - 1, '23 hours'],
    [49 * 60 * MINUTE, '2 days'],
  ])('%d ms is %s', (age, text) => {
    expect(ageText(millis(age), 'en')).toBe(text);
  });
});

describe('what a credential says', () => {
  const frame = {
    id: 'R-1',
    issuer: 'demo',
    issuedAt: at('2026-11-22T10:00:00'),
    validFrom: at('2026-11-22T10:00:00'),
    validUntil: at('2026-11-30T00:00:00'),
  };
  const name = '陳 * 文';
  const all: Credential[] = [
    { ...frame, kind: 'permit', facts: { name, document: '5678', purposes: ['train', 'flight'] } },
    {
      ...frame,
      kind: 'crossing-receipt',
      facts: { port: 'szb', direction: 'exit', at: frame.issuedAt, document: '5678' },
    },
    { ...frame, kind: 'linkage', facts: { name, permit: '5678', residence: '123X' } },
    {
      ...frame,
      kind: 'appointment',
      facts: { name, service: 'S', place: 'P', at: frame.issuedAt, minutes: 30 },
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
    { ...frame, kind: 'letter', facts: { name, subject: 'S' } },
  ];

  it('is tried for every kind', () => {
    expect(all.map(({ kind }) => kind)).toEqual(CREDENTIAL_KINDS);
  });

  it.each(LANGUAGES)('is all there in %s, each row once, with the end of its time', async (language) => {
    const keys = await listOf();
    for (const credential of all) {
      const rows = rowsOf(credential, keys, language);
      expect(new Set(rows.map(({ label }) => label.en)).size).toBe(rows.length);
      expect(rows.every(({ value }) => value.length > 0)).toBe(true);
      expect(rows.find(({ label }) => label.en === 'Valid until')?.value).toContain('2026');
      if ('name' in credential.facts) expect(rows.some(({ value }) => value === name)).toBe(true);
    }
  });

  it('fills the numbers of a certificate', async () => {
    const values = rowsOf(all[4]!, await listOf(), 'en').map(({ value }) => value);
    expect(values).toContain('Exits 12, entries 11');
    expect(values).toContain('22 November 2025 to 22 November 2026');
  });
});
