import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import { eChannel } from './e-channel.ts';

const AT = '2026-11-22T10:00:00+08:00';
const ANSWERS = { for: 'self', who: 'HKPR', terms: true };
const open = (at = AT) => testDesk([eChannel], at);
const born = (birthDate: string) => holder({ person: person({ birthDate: birthDate as Day }) });
const guardianOf = (birthDate: string) =>
  holder({
    person: person({ wards: [{ traveller: 'T-2', name: '陳小文', birthDate: birthDate as Day }] }),
  });

describe('registration for the e-Channel', () => {
  it('G-07 registers an adult whose identity is verified, and gives a code that changes instead of a document', async () => {
    const { run, desk, issued } = open();
    const { id } = await run('e-channel', ANSWERS);
    const { record } = await desk.read(id, holder());
    expect(record.state).toBe('granted');
    expect(record.body.grant?.rotating).toBe(true);
    expect(record.body.credential).toBeUndefined();
    expect(issued).toEqual([]);
  });

  it('G-07 needs the real-person check', async () => {
    const { sent } = await open().run('e-channel', ANSWERS, holder({ realPerson: false }));
    expect(sent).toEqual({ outcome: 'needs', proof: 'real-person' });
  });

  it('G-01 is closed on the day before the gates open, and names the control points of the day', async () => {
    expect(open('2021-11-30T23:59:00+08:00').desk.look(eChannel, holder())).toMatchObject({
      outcome: 'refused',
      decision: { reasons: ['RULE_NOT_IN_FORCE'] },
    });
    const places = async (at: string) => {
      const { run, desk } = open(at);
      const { id } = await run('e-channel', ANSWERS);
      return (await desk.read(id, holder())).record.body.grant?.rows[2]?.value;
    };
    expect(await places('2021-12-23T10:00:00+08:00')).toMatchObject({
      en: expect.not.stringContaining('Kai Tak'),
    });
    expect(await places('2021-12-24T10:00:00+08:00')).toMatchObject({
      en: expect.stringContaining('Kai Tak'),
    });
  });

  it('G-09 turns away who is too young to register, on the day before the birthday and not on it', () => {
    const { desk } = open();
    const by = (birthDate: string) => desk.look(eChannel, born(birthDate));
    expect(by('2008-11-23')).toMatchObject({ decision: { reasons: ['GUARDIAN_CONSENT_REQUIRED'] } });
    expect(by('2008-11-22').outcome).toBe('open');
  });

  it('G-09 registers a ward from eleven, and not a day before', async () => {
    const { run, desk } = open();
    const answers = { ...ANSWERS, for: 'T-2', guardianConsent: true };
    const state = async (birthDate: string) => {
      const by = guardianOf(birthDate);
      const { id } = await run('e-channel', answers, by, birthDate);
      return (await desk.read(id, by)).record;
    };
    const eleven = await state('2015-11-22');
    expect(eleven.state).toBe('granted');
    expect(eleven.body.grant?.rows[1]?.value).toBe('陳小文');
    const ten = await state('2015-11-23');
    expect(ten.body.decision?.reasons).toContain('AGE_BELOW_MIN');
  });

  it('G-09 counts the age of the class: a visitor of fifteen was too young before April 2023', async () => {
    const state = async (at: string) => {
      const { run, desk } = open(at);
      const documents = [
        { type: 'HRP', number: 'M12345678', expires: '2030-12-31' as Day, endorsements: [] },
      ];
      const wards = [{ traveller: 'T-2', name: '陳小文', birthDate: '2008-01-01' as Day }];
      const by = holder({ person: person({ documents, wards }) });
      const answers = { ...ANSWERS, who: 'visitor', for: 'T-2', guardianConsent: true };
      const { id } = await run('e-channel', answers, by);
      return (await desk.read(id, by)).record;
    };
    expect((await state('2023-04-28T10:00:00+08:00')).body.decision?.reasons).toEqual(['AGE_BELOW_MIN']);
    expect((await state('2023-04-29T10:00:00+08:00')).state).toBe('granted');
  });

  it('G-04 asks the guardian for an authorisation of its own, for a minor only', async () => {
    const by = guardianOf('2010-01-01');
    const { run, desk } = open();
    const without = await run('e-channel', { ...ANSWERS, for: 'T-2' }, by, 'without');
    expect(without.sent).toMatchObject({
      outcome: 'faults',
      faults: [{ field: 'guardianConsent', code: 'CONSENT_NEEDED' }],
    });
    // For the guardian's own registration it is not asked.
    expect((await run('e-channel', ANSWERS, by, 'own')).sent.outcome).toBe('sent');
    const grown = eChannel.form(desk.context(guardianOf('2008-11-22')));
    expect(grown.steps.map(({ id }) => id)).not.toContain('guardian');
  });

  it('G-04 knows nobody but the holder and the wards on the register', async () => {
    const { run } = open();
    const { sent } = await run('e-channel', { ...ANSWERS, for: 'T-9' }, guardianOf('2010-01-01'));
    expect(sent).toMatchObject({ outcome: 'faults', faults: [{ field: 'for', code: 'NOT_AN_OPTION' }] });
  });

  it('fills in the status that the register tells, and leaves open what it does not', () => {
    const { desk } = open();
    const who = (number: string, category: 'hkmo' | 'mainland' | 'foreigner' = 'hkmo') => {
      const documents = [{ type: 'HRP', number, expires: '2030-12-31' as Day, endorsements: [] }];
      return eChannel.prefill?.(desk.context(holder({ person: person({ category, documents }) })));
    };
    expect(who('H12345678')).toEqual({ who: 'HKPR' });
    expect(who('M12345678')).toEqual({ who: 'visitor' });
    expect(who('C12345678', 'mainland')).toEqual({ who: 'mainland-visitor' });
    expect(who('123', 'foreigner')).toEqual({ who: 'visitor' });
    expect(who('12345678')).toEqual({});
  });
});
