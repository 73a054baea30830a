import { describe, expect, it } from 'vitest';
import { minutes } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { RELATIONS, URGENT_REASONS } from './reasons.ts';
import { urgent } from './urgent.ts';

const AT = '2026-11-22T10:05:00+08:00';
const SLOT = '2026-11-22T14:30:00+08:00';
const ANSWERS = {
  reason: 'critical-visit',
  relation: 'father',
  sought: 'family-visit',
  phone: '13800138000',
  slot: SLOT,
};
const mainland = holder({ person: person({ category: 'mainland' }) });

function open(at = AT) {
  const world = testDesk([urgent], at);
  const { desk } = world;
  /** As the pages do it: answers, papers, sending. */
  const apply = async (answers: Record<string, string>, papers = true, key = 'key-1') => {
    const { id } = await desk.begin(desk.service('urgent'), key, mainland);
    for (let { next } = await desk.read(id, mainland), guard = 0; next && guard < 20; guard++) {
      ({ next } = await desk.save(id, next, answers, mainland));
      if (next === 'papers') break;
    }
    if (papers) {
      const upload = { name: 'paper.pdf', content: Uint8Array.of(1) };
      await desk.addFile(id, `papers-${answers.reason}`, upload, mainland);
    }
    for (const step of ['papers', 'phone', 'slot']) await desk.save(id, step, answers, mainland);
    return { id, sent: await desk.send(id, mainland) };
  };
  const read = async (id: string) => (await desk.read(id, mainland)).record;
  return { ...world, apply, read };
}

describe('the green channel', () => {
  it('U-06 prepares the file for an officer, keeps the seat, and never approves by itself', async () => {
    const { apply, read, desk } = open();
    const { id } = await apply(ANSWERS);
    const record = await read(id);
    expect(record.state).toBe('in-review');
    expect(record.body.decision?.decision).toBe('PREPARED');
    expect(record.body.grant).toBeUndefined();
    expect(record.dueOn).toBe('2026-11-22');
    const slots = await desk.slots('urgent-hall', mainland);
    expect(slots.find(({ at }) => at === SLOT)?.free).toBe(2);
  });

  it('U-08 is granted by two officers, the first of whom is named to the applicant', async () => {
    const { apply, read, officers, issued } = open();
    const { id } = await apply(ANSWERS);
    await officers.step(id, 'O-1', { action: 'take' });
    expect((await read(id)).owner).toBe('O-1');
    await officers.step(id, 'O-1', { action: 'propose-grant', reason: 'Papers seen.' });
    await officers.step(id, 'O-2', { action: 'agree' });
    const record = await read(id);
    expect(record.state).toBe('granted');
    expect(record.owner).toBe('O-1');
    expect(record.body.grant?.booking).toEqual({ calendar: 'urgent-hall', at: SLOT });
    expect(issued[0]?.kind).toBe('appointment');
  });

  it('U-01 offers every reason that the law names, and every direct relative', () => {
    const { law } = open().desk.context(mainland);
    const keys = (table: string) => law.content.tables[table]?.rows.map(({ key }) => key[0]) ?? [];
    expect(URGENT_REASONS.map(({ id }) => id)).toEqual(expect.arrayContaining(keys('urgent-reasons')));
    expect(RELATIONS.map(({ id }) => id)).toEqual(expect.arrayContaining(keys('direct-relatives')));
    expect(keys('urgent-reasons')).toHaveLength(7);
  });

  it('U-01 refuses sightseeing, and asks nothing more for it', async () => {
    const { desk, run } = open();
    const { id, sent } = await run('urgent', { reason: 'tourism' }, mainland);
    expect(sent.outcome).toBe('sent');
    const { record } = await desk.read(id, mainland);
    expect(record.body.decision?.reasons).toEqual(['PURPOSE_NOT_COVERED']);
  });

  it('U-01 leaves a reason outside the list to an officer', async () => {
    const { apply, read } = open();
    const { id } = await apply({ ...ANSWERS, reason: 'other', what: '搬家' });
    const record = await read(id);
    expect(record.state).toBe('in-review');
    expect(record.body.decision).toMatchObject({ decision: 'REFER', reasons: ['NEEDS_HUMAN_REVIEW'] });
  });

  it('U-02 names the papers for a court, and sends nothing without them', async () => {
    const { apply } = open();
    const { id: _, sent } = await apply({ ...ANSWERS, reason: 'litigation' }, false);
    expect(sent).toMatchObject({
      outcome: 'faults',
      faults: [{ field: 'papers-litigation', code: 'FILE_NEEDED' }],
    });
    const field = urgent
      .form(open().desk.context(mainland))
      .steps.flatMap(({ fields }) => fields)
      .find(({ id }) => id === 'papers-litigation');
    expect(field?.hint?.en).toContain('summons');
  });

  it('U-05 asks for the relation only where the law looks at it, and never refuses an uncle', async () => {
    const { apply, read, desk } = open();
    const related = urgent.form(desk.context(mainland)).steps.find(({ id }) => id === 'relation')?.only;
    expect(related?.is).toEqual(['critical-visit', 'funeral']);
    const { id } = await apply({ ...ANSWERS, relation: 'other', relationText: '叔父' });
    const record = await read(id);
    expect(record.state).toBe('in-review');
    expect(record.body.decision).toMatchObject({ decision: 'REFER', reasons: ['NEEDS_HUMAN_REVIEW'] });
  });

  it('U-03 keeps the file when the time was missed: returned, another time, sent again', async () => {
    const { apply, read, desk, officers, clock } = open();
    const { id } = await apply(ANSWERS);
    clock.advance(minutes(300));
    await officers.step(id, 'O-1', { action: 'return', reason: 'The time was missed; choose another.' });
    const again = await desk.send(id, mainland);
    expect(again).toMatchObject({ outcome: 'faults', faults: [{ field: 'slot', code: 'SLOT_TAKEN' }] });
    await desk.save(id, 'slot', { slot: '2026-11-23T09:00:00+08:00' }, mainland);
    expect((await desk.send(id, mainland)).outcome).toBe('sent');
    const record = await read(id);
    expect(record.files).toHaveLength(1);
    expect(record.owner).toBe('O-1');
    const free = async (at: string) =>
      (await desk.slots('urgent-hall', mainland)).find((slot) => slot.at === at)?.free;
    expect(await free('2026-11-23T09:00:00+08:00')).toBe(2);
  });

  it('U-03 gives the seat back on withdrawal', async () => {
    const { apply, desk } = open();
    const { id } = await apply(ANSWERS);
    await desk.withdraw(id, mainland);
    const slots = await desk.slots('urgent-hall', mainland);
    expect(slots.find(({ at }) => at === SLOT)?.free).toBe(3);
  });

  it('U-03 offers the next free time, today too', async () => {
    const slots = await open().desk.slots('urgent-hall', mainland);
    expect(slots[0]).toEqual({ at: '2026-11-22T10:30:00+08:00', free: 3 });
  });

  it('U-04 asks for no registered household', () => {
    const text = JSON.stringify(urgent.form(open().desk.context(mainland)).steps.map(({ id }) => id));
    expect(text).not.toMatch(/hukou|household/);
  });

  it('U-07 was suspended on the day before it resumed', () => {
    const look = (at: string) => open(at).desk.look(urgent, mainland);
    expect(look('2021-10-10T10:00:00+08:00')).toMatchObject({ decision: { reasons: ['RULE_NOT_IN_FORCE'] } });
    expect(look('2021-10-11T10:00:00+08:00').outcome).toBe('open');
  });

  it('U-07 knows the business endorsement as suspended until that day', () => {
    const { desk } = open();
    const at = (day: string) =>
      desk
        .context(mainland)
        .law.decide('service', { at: `${day}T10:00:00+08:00`, service: 'business-endorsement' });
    expect(at('2021-10-10').decision).toBe('SUSPENDED');
    expect(at('2021-10-11').decision).toBe('AVAILABLE');
  });
});
