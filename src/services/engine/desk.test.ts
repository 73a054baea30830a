import { describe, expect, it } from 'vitest';
import { byLaw } from './by-law.ts';
import { holder, testDesk } from './desk.fixture.ts';
import type { Service } from './service.ts';
import { words } from './words.ts';

const text = words('甲', '甲', 'a', 'a');
const AT = '2026-11-22T10:00:00+08:00';

/** Asks for one of each kind of field; the law's answer is always that a person has to look. */
const TRIAL: Service = {
  id: 'trial',
  words: { title: text, summary: text, need: [] },
  minutes: 1,
  holder: 'guest',
  question: 'urgent',
  group: 'urgent',
  calendars: [
    {
      id: 'hall',
      place: text,
      address: text,
      week: { 1: [['09:00', '10:00']] },
      slotMinutes: 30,
      seats: 1,
      fromDays: 1,
      toDays: 7,
    },
  ],
  form: () => ({
    steps: [
      {
        id: 'one',
        title: text,
        fields: [
          { id: 'name', kind: 'name', label: text },
          { id: 'born', kind: 'day', when: 'past', label: text, optional: true },
          { id: 'mail', kind: 'email', label: text, optional: true },
        ],
      },
      {
        id: 'two',
        title: text,
        only: { field: 'name', is: ['Ann'] },
        fields: [{ id: 'paper', kind: 'files', label: text, most: 2, accept: ['application/pdf'] }],
      },
      { id: 'three', title: text, fields: [{ id: 'slot', kind: 'slot', calendar: 'hall', label: text }] },
    ],
  }),
  decide: ({ law, answers }) => ({
    ...byLaw(law.decide('urgent', {}), []),
    outcome: 'to-officer',
    booking: { calendar: 'hall', at: String(answers.slot) },
  }),
  grant: ({ answers }) => ({ rows: [], next: [], booking: { calendar: 'hall', at: String(answers.slot) } }),
};

const MONDAY = '2026-11-23T09:00:00+08:00';
const open = () => testDesk([TRIAL], AT);
const begun = async (key = 'k') => {
  const trial = open();
  const { id } = await trial.desk.begin(TRIAL, key, holder());
  return { ...trial, id };
};

describe('a case', () => {
  it('W-01 keeps what is right of a step when another field is wrong, and names the field', async () => {
    const { desk, id } = await begun();
    const { faults, record, next } = await desk.save(id, 'one', { name: '陳', born: '2027-01-01' }, holder());
    expect(faults.map(({ field, code }) => [field, code])).toEqual([['born', 'NOT_YET']]);
    expect(record.body.answers).toEqual({ name: '陳' });
    expect(next).toBe('three');
  });

  it('opened twice with the same key is one', async () => {
    const { desk, id } = await begun();
    expect((await desk.begin(TRIAL, 'k', holder())).id).toBe(id);
    expect((await desk.begin(TRIAL, 'other', holder())).id).not.toBe(id);
  });

  it('is not there for anybody else', async () => {
    const { desk, id } = await begun();
    await expect(desk.read(id, holder({ account: 'U-2' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.withdraw(id, holder({ account: 'U-2' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('cannot be sent while something is missing, and says what', async () => {
    const { desk, id } = await begun();
    await desk.save(id, 'one', { name: 'Ann' }, holder());
    const sent = await desk.send(id, holder());
    expect(sent).toMatchObject({
      outcome: 'faults',
      faults: [
        { field: 'slot', code: 'REQUIRED' },
        { field: 'paper', code: 'FILE_NEEDED' },
      ],
    });
  });

  it('drops the answers of a step that no longer counts, and asks its papers no more', async () => {
    const { desk, id } = await begun();
    await desk.save(id, 'one', { name: 'Ann' }, holder());
    await desk.save(id, 'one', { name: 'Bob' }, holder());
    expect(await desk.send(id, holder())).toMatchObject({ outcome: 'faults', faults: [{ field: 'slot' }] });
  });

  it('sent twice is sent once', async () => {
    const { run, desk, store } = open();
    const { id } = await run('trial', { name: 'Bob', slot: MONDAY });
    expect(await desk.send(id, holder())).toMatchObject({ outcome: 'sent', record: { state: 'in-review' } });
    const record = await store.get(id, { account: 'U-1' });
    expect(record?.events.filter(({ action }) => action === 'send-to-officer')).toHaveLength(1);
  });

  it('refuses a slot of no calendar, and one that somebody took meanwhile', async () => {
    const { run } = open();
    expect((await run('trial', { name: 'Bob', slot: '2026-11-24T09:00:00+08:00' })).sent).toMatchObject({
      outcome: 'faults',
      faults: [{ code: 'SLOT_TAKEN' }],
    });
    await run('trial', { name: 'Bob', slot: MONDAY }, holder(), 'a');
    await expect(
      run('trial', { name: 'Eve', slot: MONDAY }, holder({ account: 'U-2' }), 'b'),
    ).rejects.toMatchObject({
      code: 'STORE_CONFLICT',
    });
  });

  it('is decided by two pairs of eyes, the second not the first', async () => {
    const { run, officers } = open();
    const { id } = await run('trial', { name: 'Bob', slot: MONDAY });
    await officers.step(id, 'O-1', { action: 'propose-grant', reason: 'All papers are there.' });
    await expect(officers.step(id, 'O-1', { action: 'agree' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect((await officers.step(id, 'O-2', { action: 'agree' })).state).toBe('granted');
    await expect(officers.step(id, 'O-2', { action: 'agree' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('goes back to its holder with a reason, and returns by being sent again', async () => {
    const { run, officers, desk } = open();
    const { id } = await run('trial', { name: 'Bob', slot: MONDAY });
    await expect(officers.step(id, 'O-1', { action: 'return' })).rejects.toMatchObject({
      facts: { field: 'reason' },
    });
    await officers.step(id, 'O-1', { action: 'return', reason: 'Which hospital?' });
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('returned');
    expect(record.body.messages[0]?.text).toBe('Which hospital?');
    expect(await desk.send(id, holder())).toMatchObject({ record: { state: 'in-review' } });
  });

  it('withdrawn gives its slot back', async () => {
    const { run, desk, store } = open();
    const { id } = await run('trial', { name: 'Bob', slot: MONDAY });
    expect((await desk.withdraw(id, holder())).state).toBe('withdrawn');
    expect(await store.get(id, { officer: 'O-1' })).toMatchObject({ state: 'withdrawn' });
    await expect(desk.withdraw(id, holder())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('a draft is nothing for officers', async () => {
    const { officers, id } = await begun();
    await expect(officers.read(id, 'O-1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await officers.queue('O-1')).toEqual([]);
  });
});
