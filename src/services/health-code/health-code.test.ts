import { describe, expect, it } from 'vitest';
import { holder, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { HEALTH_FORM } from './form.ts';
import { healthCode } from './health-code.ts';

const AT = '2021-12-15T10:00:00+08:00';
const LAUNCHED = {
  model: 'launched',
  name: '陳大文',
  identity: 'A1234563',
  permit: 'H12345678',
  address: 'public-housing',
  condition: 'none',
  abroad: 'no',
  purpose: 'local',
};
const { condition: _, ...EITHER } = LAUNCHED;
const EXPECTED = { ...EITHER, model: 'source-expected', pcrHoursAgo: 48, compulsoryTest: false };
const { person: __, ...unknown } = holder();
const guest = { ...unknown, guest: true };
const open = (at = AT) => testDesk([healthCode], at);

async function code(answers: Answers, at = AT) {
  const trial = open(at);
  const { id, sent } = await trial.run('health-code', answers, guest);
  const { record } = await trial.desk.read(id, guest);
  const rows = (record.body.grant?.rows ?? []).map(({ value }) =>
    typeof value === 'string' ? value : value.en,
  );
  return { ...trial, id, sent, record, rows };
}
const look = (at: string) => open(at).desk.look(healthCode, guest);

describe('the health code', () => {
  it('T-01 is open on its first day and its last, and on no day around them', () => {
    expect(look('2021-12-09T23:59:00+08:00')).toMatchObject({ decision: { reasons: ['RULE_NOT_IN_FORCE'] } });
    expect(look('2021-12-10T00:00:00+08:00')).toEqual({ outcome: 'open' });
    expect(look('2023-12-31T23:59:00+08:00')).toEqual({ outcome: 'open' });
    expect(look('2024-01-01T00:00:00+08:00')).toMatchObject({ decision: { reasons: ['NOT_APPLICABLE'] } });
  });

  it('T-01 today tells its history with the dates of the law', () => {
    const { desk } = open('2026-11-22T10:00:00+08:00');
    expect(desk.look(healthCode, guest)).toMatchObject({ outcome: 'refused' });
    const { parameters } = desk.context(guest).law.content;
    expect(parameters['health-code-running']?.values[0]).toMatchObject({
      from: '2021-12-10',
      until: '2023-12-31',
    });
    expect(healthCode.words.summary.en).toMatch(/10 December 2021.*31 December 2023/);
    expect(healthCode.group).toBe('history');
  });

  it('T-02 T-03 gives a green code that holds until 23:59 of the day, with the name masked', async () => {
    const { record, rows, issued, desk } = await code(LAUNCHED);
    expect(rows).toEqual(['Green', 'Good', '陳 * 文']);
    expect(record.dueOn).toBe('2021-12-15');
    expect(issued[0]).toMatchObject({
      kind: 'letter',
      facts: { name: '陳 * 文', subject: 'Health code: Green' },
    });
    const check = (checkedAt: string) =>
      desk.context(guest).law.decide('health-code', { issuedOn: '2021-12-15', checkedAt }).reasons;
    expect(check('2021-12-15T23:59:59+08:00')).toEqual(['OK']);
    expect(check('2021-12-16T00:00:00+08:00')).toEqual(['CODE_STALE']);
  });

  it('T-02 is red for a close contact, and thirteen days after discharge, not fourteen', async () => {
    const discharged = (dischargedDaysAgo: number) =>
      code({ ...LAUNCHED, condition: 'discharged', dischargedDaysAgo });
    expect((await code({ ...LAUNCHED, condition: 'closeContact' })).rows.slice(0, 2)).toEqual([
      'Red',
      'Not good',
    ]);
    expect((await discharged(13)).rows[0]).toBe('Red');
    expect((await discharged(14)).rows[0]).toBe('Green');
  });

  it('T-02 is yellow for twenty days after an arrival, unless it was under a scheme', async () => {
    const arrived = (arrivedHKDaysAgo: number, via = 'none') =>
      code({ ...LAUNCHED, abroad: 'arrived', arrivedHKDaysAgo, via });
    expect((await arrived(20)).rows.slice(0, 2)).toEqual(['Yellow', 'Not good']);
    expect((await arrived(21)).rows[0]).toBe('Green');
    expect((await arrived(10, '來港易')).rows[0]).toBe('Green');
    expect((await code({ ...LAUNCHED, abroad: 'high-risk', highRiskDaysAgo: 5 })).rows[0]).toBe('Yellow');
  });

  it('T-04 by the version reported beforehand is red when the test is 49 hours old, and green at 48', async () => {
    expect((await code(EXPECTED)).rows[0]).toBe('Green');
    expect((await code({ ...EXPECTED, pcrHoursAgo: 49 })).rows[0]).toBe('Red');
    expect((await code({ ...EXPECTED, compulsoryTest: true })).rows[0]).toBe('Red');
  });

  it('T-04 asks for proof of address, except from who lives in public housing', async () => {
    const { sent } = await code({ ...LAUNCHED, address: 'paper' });
    expect(sent).toMatchObject({
      outcome: 'faults',
      faults: [{ field: 'addressPaper', code: 'FILE_NEEDED' }],
    });
  });

  it('T-05 T-07 by that version who crosses needs the vaccine record and fourteen days of records', async () => {
    const crossing = async (recordDays: number) => {
      const answers = { ...EXPECTED, purpose: 'cross', recordDays, convertTo: 'none' };
      const { desk, id, sent } = await code(answers);
      expect(sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'vaccine', code: 'FILE_NEEDED' }] });
      await desk.addFile(id, 'vaccine', { name: 'v.pdf', content: new Uint8Array([1]) }, guest);
      await desk.send(id, guest);
      return (await desk.read(id, guest)).record.state;
    };
    expect(await crossing(13)).toBe('refused');
    expect(await crossing(14)).toBe('granted');
  });

  it('T-08 asks nothing more of who does not cross', async () => {
    const { record } = await code({ ...EXPECTED, recordDays: 3, convertTo: '粵康碼' });
    expect(record.state).toBe('granted');
    expect(Object.keys(record.body.answers)).not.toContain('recordDays');
    expect(Object.keys(record.body.answers)).not.toContain('convertTo');
  });

  it('T-06 converts a green code into that of Guangdong and of Macao, and no yellow one', async () => {
    const convert = (convertTo: string, more = {}) =>
      code({ ...LAUNCHED, ...more, purpose: 'cross', convertTo });
    expect((await convert('粵康碼')).rows[2]).toBe('Guangdong health code');
    expect((await convert('澳康碼')).rows[2]).toBe('Macao health code');
    const yellow = { abroad: 'high-risk', highRiskDaysAgo: 5 };
    expect((await convert('粵康碼', yellow)).rows[2]).toContain('Not converted');
    expect((await convert('none')).rows).toEqual(['Green', 'Good', '陳 * 文']);
  });

  it('collects no position: days, hours, choices and two numbers only', () => {
    const fields = HEALTH_FORM.steps.flatMap((step) => step.fields);
    const typed = fields.filter(({ kind }) => !['choice', 'number', 'yes-no', 'files'].includes(kind));
    expect(typed.map(({ id }) => id)).toEqual(['name', 'identity', 'permit']);
    expect(fields.map(({ id }) => id).join(' ')).not.toMatch(/place|position|latitude|location|venue/i);
  });
});
