import { describe, expect, it } from 'vitest';
import { type Day, formatInstant } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { transit240 } from './transit240.ts';

const AT = '2026-11-22T10:00:00+08:00';
const GUEST = (() => {
  const { person: _, ...rest } = holder({ guest: true, realPerson: false });
  return rest;
})();
const ANSWERS: Answers = {
  nationality: 'US',
  passportExpires: '2029-12-31',
  origin: 'US',
  destination: 'JP',
  ticket: 'confirmed',
  entry: '2026-12-01 09:00',
  exit: '2026-12-08 09:00',
  entryPort: 'pvg',
  provinces: ['Shanghai'],
  purpose: 'tourism',
};

async function check(changed: Answers = {}) {
  const { run, desk } = testDesk([transit240], AT);
  const { id: begun } = await desk.begin(transit240, 'key-of-test', GUEST);
  // The page asks for the port of exit as well; the shortest way through the form passes it by.
  if (changed.exitPort) await desk.save(begun, 'exitPort', changed, GUEST);
  const { id } = await run('transit-240h', { ...ANSWERS, ...changed }, GUEST, 'key-of-test');
  return (await desk.read(id, GUEST)).record;
}
const reasons = async (changed: Answers) => (await check(changed)).body.decision?.reasons;

describe('the check of a visa-free transit', () => {
  it('P-02 P-06 tells a guest by when to leave: the hours begin at midnight after the entry', async () => {
    const { state, body } = await check();
    expect(state).toBe('granted');
    const row = (en: string) => body.grant?.rows.find(({ label }) => label.en === en)?.value;
    expect(row('The clock starts')).toBe('2026-12-01 24:00');
    expect(row('Leave by')).toBe('2026-12-11 24:00');
    expect(row('To spare')).toMatchObject({ en: '3 days 15 h' });
    expect(body.decision?.outputs?.deadline).toBe('2026-12-12T00:00:00+08:00');
    expect(body.grant?.timeline?.marks).toHaveLength(4);
    expect(formatInstant(body.grant!.remindAt!).slice(0, 16)).toBe('2026-12-11T00:00');
  });

  it('P-06 is left at the 240th hour, and not a minute later', async () => {
    expect(await reasons({ exit: '2026-12-12 00:00' })).toEqual(['OK']);
    expect(await reasons({ exit: '2026-12-12 00:01' })).toEqual(['STAY_TOO_LONG']);
  });

  it('P-06 asks for the cities of a province that is open in part, and of no other', async () => {
    const { desk } = testDesk([transit240], AT);
    const { id } = await desk.begin(transit240, 'key-of-test', GUEST);
    const provinces = ['Shanghai', 'Sichuan'];
    const { form } = await desk.save(id, 'areas', { provinces }, GUEST);
    expect(form.steps.map((step) => step.id).filter((step) => step.startsWith('cities'))).toEqual([
      'cities-Sichuan',
    ]);
    expect(await reasons({ provinces, 'cities-Sichuan': ['Sichuan/Chengdu'] })).toEqual(['OK']);
    expect(await reasons({ provinces, 'cities-Sichuan': ['Sichuan/Chengdu', 'Sichuan'] })).toEqual([
      'AREA_NOT_PERMITTED',
    ]);
  });

  it.each<[string, Answers, string]>([
    [
      'P-02 for a nationality outside the list',
      { nationality: 'IN', origin: 'IN' },
      'NATIONALITY_NOT_LISTED',
    ],
    ['P-03 with an open ticket', { ticket: 'open' }, 'TICKET_NOT_CONFIRMED'],
    [
      'P-03 with a passport that ends within three months',
      { passportExpires: '2027-02-28' },
      'PASSPORT_VALIDITY_SHORT',
    ],
    ['P-04 back to where one came from', { destination: 'US' }, 'NO_THIRD_DESTINATION'],
    ['P-05 through a port outside the list', { entryPort: 'other-port' }, 'PORT_NOT_OPEN'],
    ['P-05 out through a port outside the list', { exitPort: 'other-port' }, 'PORT_NOT_OPEN'],
    ['P-06 outside the areas', { provinces: ['Shanghai', 'Elsewhere'] }, 'AREA_NOT_PERMITTED'],
    ['P-08 for journalism', { purpose: 'journalism' }, 'ACTIVITY_NEEDS_VISA'],
  ])('%s it is refused, with the reason', async (_, changed, reason) => {
    const { state, body } = await check(changed);
    expect(state).toBe('refused');
    expect(body.decision?.reasons).toEqual([reason]);
  });

  it('P-03 takes a passport of exactly three months', async () => {
    expect(await reasons({ passportExpires: '2027-03-01' })).toEqual(['OK']);
  });

  it('P-05 lets one leave through another port of Guangdong', async () => {
    const changed = { entryPort: 'can', exitPort: 'luohu', destination: 'HK', provinces: ['Guangdong'] };
    expect(await reasons(changed)).toEqual(['OK']);
  });

  it('P-07 sends another activity to an officer, and two of them can grant it', async () => {
    const { run, desk, officers } = testDesk([transit240], AT);
    const { id } = await run('transit-240h', { ...ANSWERS, purpose: 'other' }, GUEST);
    expect((await desk.read(id, GUEST)).record.state).toBe('in-review');
    await officers.step(id, 'P1', { action: 'propose-grant', reason: 'A concert as a guest.' });
    const record = await officers.step(id, 'P2', { action: 'agree' });
    expect(record.state).toBe('granted');
    expect(record.body.grant?.timeline?.marks).toHaveLength(4);
  });

  it('P-09 names another exemption beside the transit', async () => {
    const { body } = await check({ nationality: 'FR', origin: 'FR' });
    expect(body.grant?.next.map(({ en }) => en)).toContain(
      'Entry under another visa exemption, without transit',
    );
    expect((await check()).body.grant?.next).toHaveLength(3);
  });

  it('P-03 fills in the last day of a passport that is on file', async () => {
    const passport = {
      type: 'PP_FOREIGN',
      number: 'X1234567',
      expires: '2031-05-06' as Day,
      endorsements: [],
    };
    const by = holder({ person: person({ category: 'foreigner', documents: [passport] }) });
    const { desk } = testDesk([transit240], AT);
    const record = await desk.begin(transit240, 'key-of-test', by);
    expect(record.body.answers).toEqual({ passportExpires: '2031-05-06' });
  });
});
