import { describe, expect, it } from 'vitest';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { taiwanFamilyVisit } from './family-visit.ts';

// A Wednesday.
const AT = '2025-11-05T10:00:00+08:00';
const SLOT = '2025-11-06T09:00:00+08:00';
const ANSWERS = {
  type: 'family',
  relativeName: '林美玲',
  relation: 'sibling',
  office: 'taiwan-family-siming',
  slot: SLOT,
};
const mainland = holder({ person: person({ category: 'mainland', documents: [] }) });
const open = (at = AT) => testDesk([taiwanFamilyVisit], at);

describe('the family-visit endorsement for Taiwan', () => {
  it('N-01 is taken at an office far from the household registration, with an appointment', async () => {
    const { run, desk, issued, store } = open();
    const { id } = await run('taiwan-family-visit', ANSWERS, mainland);
    const { record } = await desk.read(id, mainland);
    expect(record.state).toBe('granted');
    expect(issued[0]).toMatchObject({ kind: 'appointment', facts: { name: '陳 * 文', minutes: 20 } });
    expect(record.body.grant?.rows[1]?.value).toMatchObject({ 'zh-Hans': '厦门市思明区出入境窗口' });
    expect((await store.taken('taiwan-family-siming', AT, '9999')).get(SLOT)).toBe(1);
    // Where the household is registered is nobody's business here.
    expect(Object.keys(record.body.answers)).not.toContain('hukou');
  });

  it('N-01 gives no more seats of an hour than there are, and an hour later is free', async () => {
    const { run, desk } = open();
    const book = (account: string, slot: string) =>
      run('taiwan-family-visit', { ...ANSWERS, slot }, { ...mainland, account }, account);
    await book('U-1', SLOT);
    await book('U-2', SLOT);
    await expect(book('U-3', SLOT)).rejects.toMatchObject({ code: 'STORE_CONFLICT' });
    const later = await book('U-4', '2025-11-06T10:00:00+08:00');
    const { record } = await desk.read(later.id, { ...mainland, account: 'U-4' });
    expect(record.state).toBe('granted');
  });

  it('N-01 shows the hours of the office that was chosen, and none on a Sunday', async () => {
    const { desk } = open();
    const { id } = await desk.begin(taiwanFamilyVisit, 'k', mainland);
    await desk.save(id, 'type', { type: 'family' }, mainland);
    const { form } = await desk.save(id, 'office', { office: 'taiwan-family-chengguan' }, mainland);
    expect(form.steps.find((step) => step.id === 'slot')?.fields[0]).toMatchObject({
      calendar: 'taiwan-family-chengguan',
    });
    const days = (await desk.slots('taiwan-family-chengguan', mainland)).map(({ at }) => at.slice(0, 10));
    expect(days).toContain('2025-11-07');
    expect(days).not.toContain('2025-11-09');
  });

  it('N-01 refuses another kind of endorsement, and asks nothing more for it', async () => {
    const { run, desk } = open();
    const { id } = await run('taiwan-family-visit', { ...ANSWERS, type: 'other' }, mainland);
    const { body } = (await desk.read(id, mainland)).record;
    expect(body.decision?.reasons).toEqual(['WRONG_TYPE']);
    expect(body.answers).toEqual({ type: 'other' });
  });

  it('N-01 is not open on the day before it began', () => {
    expect(open('2025-11-04T23:59:00+08:00').desk.look(taiwanFamilyVisit, mainland)).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['RULE_NOT_IN_FORCE'] },
    });
    expect(open('2025-11-05T00:00:00+08:00').desk.look(taiwanFamilyVisit, mainland)).toEqual({
      outcome: 'open',
    });
  });
});
