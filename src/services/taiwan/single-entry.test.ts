import { describe, expect, it } from 'vitest';
import { type Day, minutes } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { taiwanSingleEntry } from './single-entry.ts';

const ANSWERS = {
  permits: 'none',
  port: 'gongbei',
  arrival: '2025-12-01',
  name: '林志明',
  birthDate: '1988-03-04',
  identity: 'A123456789',
};
const { person: _, ...unknown } = holder();
const guest = { ...unknown, guest: true };
const open = (at = '2025-11-18T10:00:00+08:00') => testDesk([taiwanSingleEntry], at);

async function file(answers: object) {
  const trial = open();
  const { id, sent } = await trial.run('taiwan-single-entry', { ...ANSWERS, ...answers }, guest);
  const { record } = await trial.desk.read(id, guest);
  return { ...trial, record, sent, reasons: [record.state, ...(record.body.decision?.reasons ?? [])] };
}

describe('the single-entry permit for residents of Taiwan', () => {
  it('N-03 N-04 is filled in beforehand by a guest, and the letter holds until the day of arrival is over', async () => {
    const { record, issued } = await file({});
    expect(record.state).toBe('granted');
    expect(record.dueOn).toBe('2025-12-01');
    expect(issued[0]).toMatchObject({ kind: 'letter', facts: { name: '林 * 明' } });
    const values = record.body.grant?.rows.map(({ value }) => (typeof value === 'string' ? value : value.en));
    expect(values).toEqual([
      'Single-entry travel permit for residents of Taiwan',
      'Gongbei',
      '2025-12-01',
      'One',
      '林志明',
    ]);
  });

  it('N-06 says that it passes at the staffed counter and not in the lane', async () => {
    const { record } = await file({});
    expect(record.body.grant?.next.map(({ en }) => en).join(' ')).toContain('staffed counter');
  });

  it('N-02 Luohu issues them from 20 November 2025, asked for the day of arrival and not for today', async () => {
    expect((await file({ port: 'luohu', arrival: '2025-11-19' })).reasons).toEqual([
      'refused',
      'PORT_NOT_OPEN',
    ]);
    expect((await file({ port: 'luohu', arrival: '2025-11-20' })).reasons).toEqual(['granted', 'OK']);
  });

  it('N-05 tells the road of Manzhouli from its rail, which only an officer can answer for', async () => {
    expect((await file({ port: 'manzhouli-road' })).reasons).toEqual(['granted', 'OK']);
    const rail = await file({ port: 'another', portName: '滿洲里（鐵路）' });
    expect(rail.reasons).toEqual(['in-review', 'UNKNOWN_PORT_LIST']);
  });

  it('N-05 lists the 42 ports of the law by name, and lets another be named', () => {
    const { desk } = open();
    const [field] = taiwanSingleEntry.form(desk.context(guest), {}).steps[1]?.fields ?? [];
    const options = field?.kind === 'choice' ? field.options : [];
    expect(options).toHaveLength(43);
    expect(options.find(({ id }) => id === 'luohu')?.text['zh-Hans']).toBe('罗湖');
  });

  it('N-03 sends the holder of a valid permit to that one, and asks an officer when it is not at hand', async () => {
    const carried = await file({ permits: 'carried' });
    expect(carried.reasons).toEqual(['refused', 'HAS_VALID_PERMIT']);
    // C-06: and no name is collected for nothing.
    expect(Object.keys(carried.record.body.answers)).toEqual(['permits', 'port', 'arrival']);
    expect((await file({ permits: 'at-home' })).reasons).toEqual(['in-review', 'NEEDS_HUMAN_REVIEW']);
  });

  it('is granted for a name of fifty signs too', async () => {
    const { issued } = await file({ name: '林'.repeat(50) });
    expect(issued[0]?.facts).toMatchObject({ name: '林**' });
  });

  it('N-04 an officer who agrees after the day of arrival signs no code for a time that is over', async () => {
    const { record, clock, officers, issued } = await file({ permits: 'at-home' });
    clock.advance(minutes(20 * 24 * 60));
    await officers.step(record.id, 'O-1', { action: 'propose-grant', reason: '情況屬實' });
    expect((await officers.step(record.id, 'O-2', { action: 'agree' })).state).toBe('granted');
    expect(issued).toEqual([]);
  });

  it('wants a day of arrival that is still to come', async () => {
    const { sent } = await file({ arrival: '2025-11-17' });
    expect(sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'arrival', code: 'ALREADY_PAST' }] });
  });

  it('fills in who is known to be a resident of Taiwan, and nobody else', () => {
    const { desk } = open();
    const resident = holder({ person: person({ category: 'taiwan', birthDate: '1988-03-04' as Day }) });
    expect(taiwanSingleEntry.prefill?.(desk.context(resident))).toEqual({
      name: '陳大文',
      birthDate: '1988-03-04',
    });
    expect(taiwanSingleEntry.prefill?.(desk.context(holder()))).toEqual({});
    expect(taiwanSingleEntry.prefill?.(desk.context(guest))).toEqual({});
  });
});
