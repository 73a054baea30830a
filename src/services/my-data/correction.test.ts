import { describe, expect, it } from 'vitest';
import { holder, testDesk } from '../engine/desk.fixture.ts';
import { correction } from './correction.ts';

const AT = '2026-11-22T10:00:00+08:00';
const ANSWERS = { what: 'name', right: 'CHAN TAI MAN' };
const open = () => testDesk([correction], AT);

describe('a request for correction', () => {
  it('always goes to an officer: a form alone never changes the register', async () => {
    const { run, desk } = open();
    const { id } = await run('correction', ANSWERS);
    expect((await desk.read(id, holder())).record.state).toBe('in-review');
  });

  it('is granted by two officers, and by one alone never', async () => {
    const { run, desk, officers } = open();
    const { id } = await run('correction', ANSWERS);
    await officers.step(id, 'O-1', { action: 'propose-grant', reason: 'as on the document' });
    await expect(officers.step(id, 'O-1', { action: 'agree' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await officers.step(id, 'O-2', { action: 'agree' });
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('granted');
    expect(record.body.grant?.rows[1]?.value).toBe('CHAN TAI MAN');
  });

  it('asks for the real-person check, and for a checked name before the first question', async () => {
    const { run, desk } = open();
    const { sent } = await run('correction', ANSWERS, holder({ realPerson: false }));
    expect(sent).toEqual({ outcome: 'needs', proof: 'real-person' });
    const { person: _, ...unknown } = holder();
    expect(desk.look(correction, unknown)).toEqual({ outcome: 'needs', proof: 'real-name' });
  });
});
