import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { dualLinkage } from './dual-linkage.ts';

const OWN = '810000199408230021';
const OTHERS = '830000199201300022';
const document = (type: string, number: string, expires = '2030-12-31') => ({
  type,
  number,
  expires: expires as Day,
  endorsements: [],
});
const both = (expires?: string) =>
  holder({
    person: person({ documents: [document('HRP', 'H12345678'), document('RP_HKMOTW', OWN, expires)] }),
  });
const open = (at = '2026-11-22T10:00:00+08:00') => testDesk([dualLinkage], at);

describe('the linkage of two documents', () => {
  it('I-01 I-02 is given at once for both documents of one person, for thirty days', async () => {
    const { run, desk, issued } = open();
    const { id } = await run('dual-linkage', { residence: OWN }, both());
    const { record } = await desk.read(id, both());
    expect(record.state).toBe('granted');
    expect(record.dueOn).toBe('2026-12-23');
    // I-07: the last four signs and the masked name, nothing more.
    expect(issued[0]?.facts).toEqual({ name: '陳 * 文', permit: '5678', residence: '0021' });
    expect(record.body.grant?.letter).toBe(true);
  });

  it('F-07 keeps nothing of a number that is not the holder’s', async () => {
    const { run, desk, issued } = open();
    const { id } = await run('dual-linkage', { residence: OTHERS }, both());
    const { record } = await desk.read(id, both());
    expect(record.body.decision?.reasons).toEqual(['NOT_SAME_PERSON']);
    expect(JSON.stringify(record)).not.toContain(OTHERS);
    expect(issued).toEqual([]);
  });

  it('I-08 says the same when there is no residence permit on file: nobody learns whose number it is', async () => {
    const { run, desk } = open();
    const { id } = await run('dual-linkage', { residence: OTHERS }, holder());
    expect((await desk.read(id, holder())).record.body.decision?.reasons).toEqual(['NOT_SAME_PERSON']);
  });

  it('I-08 is refused for a residence permit that has expired, and given on its last day', async () => {
    const { run, desk } = open();
    const over = await run('dual-linkage', { residence: OWN }, both('2026-11-21'), 'a');
    expect((await desk.read(over.id, both())).record.body.decision?.reasons).toEqual(['DOC_NOT_HELD']);
    const last = await run('dual-linkage', { residence: OWN }, both('2026-11-22'), 'b');
    expect((await desk.read(last.id, both())).record.state).toBe('granted');
  });

  it('I-04 asks for the real-person check first', async () => {
    const { run } = open();
    const { sent } = await run('dual-linkage', { residence: OWN }, { ...both(), realPerson: false });
    expect(sent).toEqual({ outcome: 'needs', proof: 'real-person' });
  });

  it('I-08 turns away the permit of non-Chinese residents before the first question, and everybody on the day before it began', () => {
    const foreign = holder({ person: person({ documents: [document('HRP_NC', 'HA1234567')] }) });
    expect(open().desk.look(dualLinkage, foreign)).toMatchObject({ outcome: 'refused' });
    expect(open('2025-03-19T23:59:00+08:00').desk.look(dualLinkage, both())).toMatchObject({
      outcome: 'refused',
    });
    expect(open('2025-03-20T00:00:00+08:00').desk.look(dualLinkage, both())).toEqual({ outcome: 'open' });
  });

  it('names the check sign when one digit is mistyped', async () => {
    const { run } = open();
    const { sent } = await run('dual-linkage', { residence: '810000199408230020' }, both());
    expect(sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'residence', code: 'NUMBER_CHECK' }] });
  });
});
