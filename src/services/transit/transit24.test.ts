import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../kernel/index.ts';
import { holder, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { transit24 } from './transit24.ts';

const GUEST = (() => {
  const { person: _, ...rest } = holder({ guest: true, realPerson: false });
  return rest;
})();
const ANSWERS: Answers = {
  airport: 'NKG',
  sameAirport: true,
  arrive: '2026-12-01 08:00',
  depart: '2026-12-01 20:00',
  origin: 'KR',
  destination: 'JP',
  leavesArea: false,
  throughTicket: true,
};

async function check(changed: Answers = {}, at = '2026-11-22T10:00:00+08:00') {
  const { run, desk } = testDesk([transit24], at);
  const { id } = await run('transit-24h', { ...ANSWERS, ...changed }, GUEST);
  return (await desk.read(id, GUEST)).record;
}
const reasons = async (changed: Answers) => (await check(changed)).body.decision?.reasons;

describe('the check of a direct transit', () => {
  it('O-01 O-05 answers a guest at once: no inspection, no arrival card', async () => {
    const { state, body } = await check();
    expect(state).toBe('granted');
    expect(body.grant?.rows.map(({ value }) => (typeof value === 'string' ? value : value.en))).toEqual([
      'No border inspection is needed',
      'Nanjing Lukou',
      'South Korea → Japan',
      '2026-12-01 08:00',
      '2026-12-01 08:00',
      '2026-12-02 08:00',
      '2026-12-01 20:00',
      '12 h 0 min',
    ]);
    expect(body.grant?.next[1]?.en).toContain('No arrival card');
    expect(body.credential).toBeUndefined();
  });

  it('O-02 draws the clock from arrival to the limit, and reminds three hours before it', async () => {
    const { body } = await check();
    const { timeline, remindAt } = body.grant ?? {};
    expect(timeline?.marks.map(({ at, kind }) => [formatInstant(at).slice(0, 16), kind])).toEqual([
      ['2026-12-01T08:00', undefined],
      ['2026-12-01T20:00', undefined],
      ['2026-12-02T08:00', 'limit'],
    ]);
    expect(remindAt && formatInstant(remindAt).slice(0, 16)).toBe('2026-12-02T05:00');
    const late = await check({}, '2026-12-02T05:00:00+08:00');
    expect(late.body.grant?.remindAt).toBeUndefined();
  });

  it('O-02 is within twenty-four hours to the minute, and no longer a minute later', async () => {
    const exact = await check({ depart: '2026-12-02 08:00' });
    expect(exact.body.grant?.rows.at(-1)?.value).toMatchObject({ en: '0 h 0 min' });
    expect(await reasons({ depart: '2026-12-02 08:01' })).toEqual(['STAY_TOO_LONG']);
  });

  it.each<[string, Answers, string]>([
    ['O-01 at an airport outside the list', { airport: 'ZZZ' }, 'AIRPORT_NOT_LISTED'],
    ['O-03 when the next flight leaves from another airport', { sameAirport: false }, 'DIFFERENT_AIRPORT'],
    ['O-03 when the restricted area is left', { leavesArea: true }, 'LEFT_RESTRICTED_AREA'],
    ['O-04 when the journey goes back', { destination: 'KR' }, 'NO_THIRD_DESTINATION'],
    ['O-02 with separate tickets', { throughTicket: false }, 'TICKET_NOT_CONFIRMED'],
  ])('%s it is refused, with the reason', async (_, changed, reason) => {
    const { state, body } = await check(changed);
    expect(state).toBe('refused');
    expect(body.decision?.reasons).toEqual([reason]);
  });

  it('O-01 knows the airport that joined later by its day', async () => {
    const times = (day: string) => ({ airport: 'WUH', arrive: `${day} 08:00`, depart: `${day} 20:00` });
    expect(await reasons(times('2025-11-04'))).toEqual(['AIRPORT_NOT_LISTED']);
    expect(await reasons(times('2025-11-05'))).toEqual(['OK']);
  });
});
