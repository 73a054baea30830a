import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { laneEnrolment } from './lane-enrolment.ts';

const AT = '2026-11-22T10:00:00+08:00';
const SLOT = '2026-11-23T09:30:00+08:00';
const ANSWERS = { port: 'szb', 'slot-szb': SLOT };
const open = (at = AT) => testDesk([laneEnrolment], at);
const born = (birthDate: string) => holder({ person: person({ birthDate: birthDate as Day }) });
const holding = (expires: string, type = 'HRP', category: 'hkmo' | 'mainland' = 'hkmo') =>
  holder({
    person: person({
      category,
      documents: [{ type, number: 'H12345678', expires: expires as Day, endorsements: [] }],
    }),
  });

describe('the appointment at a collection point', () => {
  it('C-05 books a seat, and hands out a code and what to bring', async () => {
    const { run, desk, issued } = open();
    const { id, sent } = await run('lane-enrolment', ANSWERS);
    expect(sent.outcome).toBe('sent');
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('granted');
    expect(record.dueOn).toBe('2026-11-23');
    expect(record.body.decision?.reasons).toEqual(['BIOMETRICS_NOT_ON_FILE']);
    expect(record.body.grant?.booking).toEqual({ calendar: 'collection-szb', at: SLOT });
    expect(record.body.grant?.bring).toHaveLength(1);
    expect(issued[0]).toMatchObject({ kind: 'appointment', facts: { name: '陳 * 文', minutes: 15 } });
    const slots = await desk.slots('collection-szb', holder());
    expect(slots.find(({ at }) => at === SLOT)?.free).toBe(3);
  });

  it('C-05 gives the seat back when the appointment is withdrawn', async () => {
    const { run, desk } = open();
    const { id } = await run('lane-enrolment', ANSWERS);
    await desk.withdraw(id, holder());
    const slots = await desk.slots('collection-szb', holder());
    expect(slots.find(({ at }) => at === SLOT)?.free).toBe(4);
  });

  it('C-05 offers no time that is past, on the same day too', async () => {
    const { run, desk } = open();
    const slots = await desk.slots('collection-szb', holder());
    expect(slots[0]?.at).toBe('2026-11-22T10:15:00+08:00');
    const { sent } = await run('lane-enrolment', { port: 'szb', 'slot-szb': '2026-11-22T10:00:00+08:00' });
    expect(sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'slot-szb', code: 'SLOT_TAKEN' }] });
  });

  it('C-06 turns a child of thirteen away before anything is asked, and not on the fourteenth birthday', () => {
    const { desk } = open();
    expect(desk.look(laneEnrolment, born('2012-11-23'))).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['AGE_BELOW_MIN'] },
    });
    expect(desk.look(laneEnrolment, born('2012-11-22')).outcome).toBe('open');
  });

  it('C-06 asks a minor, and nobody else, for the guardian, and needs one', async () => {
    const minor = born('2010-01-01');
    const { run, desk } = open();
    const steps = (by = holder()) => laneEnrolment.form(desk.context(by)).steps.map(({ id }) => id);
    expect(steps()).not.toContain('guardian');
    expect(steps(minor)).toContain('guardian');
    const alone = await run('lane-enrolment', { ...ANSWERS, guardian: false }, minor, 'alone');
    expect((await desk.read(alone.id, minor)).record.body.decision?.reasons).toContain('GUARDIAN_REQUIRED');
    const both = await run('lane-enrolment', { ...ANSWERS, guardian: true }, minor, 'both');
    const { record } = await desk.read(both.id, minor);
    expect(record.state).toBe('granted');
    expect(record.body.grant?.bring).toHaveLength(2);
  });

  it('C-06 tells what is missing: a permit without its endorsement', () => {
    const { desk } = open();
    const look = desk.look(laneEnrolment, holding('2030-12-31', 'EEP', 'mainland'));
    expect(look).toMatchObject({ outcome: 'refused', decision: { reasons: ['ENDORSEMENT_MISSING'] } });
  });

  it('C-06 counts the document on the day of the visit: valid today and run out by then is refused', async () => {
    const { run, desk } = open();
    const until = holding('2026-11-24');
    const early = await run('lane-enrolment', ANSWERS, until, 'early');
    expect((await desk.read(early.id, until)).record.state).toBe('granted');
    const late = { port: 'szb', 'slot-szb': '2026-11-26T09:30:00+08:00' };
    const { id } = await run('lane-enrolment', late, until, 'late');
    expect((await desk.read(id, until)).record.body.decision?.reasons).toContain('DOC_EXPIRED');
  });

  it('C-14 knows two collection points; at any other port it asks to call 12367 and books nothing', async () => {
    const { run, desk } = open();
    const { id } = await run('lane-enrolment', { port: 'luohu' });
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('refused');
    expect(record.body.decision).toMatchObject({
      decision: 'REFER',
      reasons: ['UNKNOWN_PORT_LIST'],
      alternatives: expect.arrayContaining(['hotline-12367']),
    });
  });

  it('C-14 is closed on the day before the pilot began', () => {
    const early = open('2024-11-19T23:59:00+08:00').desk;
    expect(early.look(laneEnrolment, holder()).outcome).toBe('refused');
    const first = open('2024-11-20T00:00:00+08:00').desk;
    expect(first.look(laneEnrolment, holder()).outcome).toBe('open');
  });
});
