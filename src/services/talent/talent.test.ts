import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { talent } from './talent.ts';

const AT = '2026-11-22T10:00:00+08:00';
const ANSWERS = {
  category: 'research',
  workPlace: 'Shenzhen',
  issuer: 'employer',
  employer: '某某大學',
  destination: 'HK',
  permit: 'C12345678',
};
const permit = { type: 'EEP', number: 'C12345678', expires: '2030-12-31' as Day, endorsements: [] };
const mainland = holder({ person: person({ category: 'mainland', documents: [permit] }) });
const certificate = { name: '證明.pdf', content: new Uint8Array([1]) };

const open = (at = AT) => {
  const trial = testDesk([talent], at);
  /** With the certificate, as the page sends it. */
  const apply = async (answers: object, key = 'k') => {
    const { desk } = trial;
    const all = { ...ANSWERS, ...answers };
    const { id } = await trial.run('talent', all, mainland, key);
    const { form } = await desk.read(id, mainland);
    const asked = form.steps.some((step) => step.id === 'proof');
    if (asked && all.issuer !== 'none') await desk.addFile(id, 'certificate', certificate, mainland);
    return { id, sent: await desk.send(id, mainland) };
  };
  const reasons = async (answers: object) => {
    const { id } = await apply(answers);
    const { state, body } = (await trial.desk.read(id, mainland)).record;
    return [state, ...(body.decision?.reasons ?? [])];
  };
  return { ...trial, apply, reasons };
};

describe('the talent endorsement', () => {
  it('L-02 L-03 L-04 is prepared for officers, and granted by two of them with its years and days', async () => {
    const { apply, desk, officers, store } = open();
    const { id } = await apply({});
    const { record } = await desk.read(id, mainland);
    expect(record.state).toBe('in-review');
    expect(record.files).toHaveLength(1);
    await officers.step(id, 'O-1', { action: 'propose-grant', reason: '證明屬實' });
    await officers.step(id, 'O-2', { action: 'agree' });
    const granted = await store.get(record.id, { account: mainland.account });
    expect(granted?.state).toBe('granted');
    const values = granted?.body.grant?.rows.map(({ value }) =>
      typeof value === 'string' ? value : value.en,
    );
    expect(values).toEqual([
      'Talent, for many visits',
      '陳大文',
      'Hong Kong',
      'Research talent',
      '3 years',
      'at most 30 days',
      '2026-12-22',
    ]);
    expect(granted?.body.grant?.rows[4]?.label.en).toContain('indicative');
  });

  it('L-01 covers Hefei from 5 November 2025, and says so on the day before', async () => {
    const early = open('2025-11-04T12:00:00+08:00');
    expect(await early.reasons({ workPlace: 'Anhui' })).toEqual(['refused', 'REGION_NOT_COVERED']);
    expect(await open('2025-11-05T00:00:00+08:00').reasons({ workPlace: 'Anhui' })).toEqual([
      'in-review',
      'OK',
    ]);
  });

  it('L-01 covers a free-trade zone anywhere, on the same days', async () => {
    const zone = { workPlace: 'free-trade-zone' };
    expect(await open('2025-11-04T12:00:00+08:00').reasons(zone)).toEqual(['refused', 'REGION_NOT_COVERED']);
    expect(await open('2025-11-05T00:00:00+08:00').reasons(zone)).toEqual(['in-review', 'OK']);
  });

  it('L-06 is refused for work elsewhere, whatever the household registration', async () => {
    const { apply, reasons, desk } = open();
    expect(await reasons({ workPlace: 'elsewhere' })).toEqual(['refused', 'REGION_NOT_COVERED']);
    // C-06: and no certificate is collected for nothing.
    const { id } = await apply({ workPlace: 'elsewhere' });
    const kept = Object.keys((await desk.read(id, mainland)).record.body.answers);
    expect(kept.sort()).toEqual(['category', 'workPlace']);
  });

  it('L-05 is refused without a certificate, and says with what it would be granted', async () => {
    const { apply, desk } = open();
    const { id } = await apply({ issuer: 'none' });
    const { body } = (await desk.read(id, mainland)).record;
    expect(body.decision?.reasons).toEqual(['PROOF_MISSING']);
    expect(body.decision?.remedies[0]?.change).toEqual({ proof: true });
    expect(body.answers).not.toHaveProperty('employer');
  });

  it('L-05 asks for the paper itself before it is sent', async () => {
    const { run } = open();
    const { sent } = await run('talent', ANSWERS, mainland);
    expect(sent).toMatchObject({
      outcome: 'faults',
      faults: [{ field: 'certificate', code: 'FILE_NEEDED' }],
    });
  });

  it('fills in the permit that is on file', async () => {
    const { desk } = open();
    const begun = await desk.begin(talent, 'k', mainland);
    expect(begun.body.answers).toEqual({ permit: 'C12345678' });
    expect((await desk.begin(talent, 'other', holder({ account: 'U-2' }))).body.answers).toEqual({});
  });

  it('L-01 is not open on the day before the pilot began, and is on its first day', () => {
    expect(open('2023-02-19T23:59:00+08:00').desk.look(talent, mainland)).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['RULE_NOT_IN_FORCE'] },
    });
    expect(open('2023-02-20T00:00:00+08:00').desk.look(talent, mainland)).toEqual({ outcome: 'open' });
  });
});
