import { describe, expect, it } from 'vitest';
import { type Day, formatInstant, minutes } from '../../kernel/index.ts';
import { holder, person, testDesk } from '../engine/desk.fixture.ts';
import type { Answers } from '../engine/form.ts';
import { arrivalCard } from './arrival-card.ts';

const AT = '2026-11-22T10:00:00+08:00';
const GUEST = (() => {
  const { person: _, ...rest } = holder({ guest: true, realPerson: false });
  return rest;
})();
const CARD: Answers = {
  category: 'foreigner',
  arrival: '2026-12-01',
  situation: 'none',
  familyName: 'ERIKSSON',
  givenNames: 'ANNA MARIA',
  nationality: 'US',
  number: 'L898902C3',
  expires: '2031-04-15',
  birthDate: '1974-08-12',
  sex: 'female',
  port: '上海浦東',
  conveyance: 'MU 588',
  address: 'Peace Hotel, Shanghai',
  leaves: '2026-12-09',
  purpose: 'Sightseeing/Leisure',
};
const ZONE = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

async function file(changed: Answers = {}, at = AT) {
  const made = testDesk([arrivalCard], at);
  const { id: begun } = await made.desk.begin(arrivalCard, 'key-of-test', GUEST);
  // The page shows what may be left out as well; the shortest way through the form would pass it by.
  if (changed.companions) await made.desk.save(begun, 'companions', changed, GUEST);
  const { id, sent } = await made.run('arrival-card', { ...CARD, ...changed }, GUEST, 'key-of-test');
  return { ...made, id, sent, record: (await made.desk.read(id, GUEST)).record };
}
const rowOf = (record: Awaited<ReturnType<typeof file>>['record'], en: string) =>
  record.body.grant?.rows.find(({ label }) => label.en === en)?.value;

describe('the arrival card', () => {
  it('S-01 is filed by a guest, free of charge, with the five official channels named', async () => {
    const { record, issued } = await file();
    expect(record.state).toBe('granted');
    expect(rowOf(record, 'Fee')).toMatchObject({ en: 'Free of charge' });
    expect((rowOf(record, 'Official channels') as { en: string }).en.split('; ')).toHaveLength(5);
    expect(record.body.grant?.letter).toBe(true);
    // F-04: the code has the masked name and what it is for; the card itself is the holder's own.
    expect(issued[0]?.facts).toEqual({
      name: 'ERIKSSON A** M**',
      subject: 'Arrival card 入境卡 2026-12-01 × 1',
    });
    expect(formatInstant(issued[0]!.validUntil)).toContain('2026-12-02T00:00');
  });

  it('S-02 S-03 names what serves whoever cannot file online, and that entry does not hang on it', async () => {
    const { record } = await file();
    expect(rowOf(record, 'At the port')).toMatchObject({ en: 'Devices on site; A paper card' });
    expect(record.body.grant?.next.at(-1)?.en).toContain('your entry does not depend on it');
  });

  it.each<[string, Answers]>([
    [
      'S-04 the holder of a permanent resident card',
      { situation: 'fpr-card', documentExpires: '2026-12-01' },
    ],
    [
      'S-05 who enters on the permit for non-Chinese residents',
      { situation: 'hrp-nc', documentExpires: '2030-01-01' },
    ],
    ['S-06 a group', { situation: 'group' }],
    ['S-07 a direct transit inside the area', { situation: 'direct-24h', leavesArea: false }],
    ['S-08 who leaves on the same cruise', { situation: 'cruise', sameShip: true }],
    ['S-09 the fast lane', { situation: 'fast-lane' }],
    ['S-10 crew on duty', { situation: 'crew', onDuty: true }],
    ['S-12 a Chinese citizen of Hong Kong', { category: 'hkmo' }],
    ['S-12 a resident of Taiwan', { category: 'taiwan' }],
  ])('%s is told that none is needed, and is asked for nothing more', async (_, changed) => {
    const { record, issued } = await file(changed);
    expect(record.state).toBe('granted');
    expect(rowOf(record, 'Result')).toMatchObject({ en: 'No arrival card is needed' });
    expect(rowOf(record, 'Why')).toBeDefined();
    expect(record.body.answers).not.toHaveProperty('number');
    expect(issued).toEqual([]);
  });

  it.each<[string, Answers]>([
    ['S-04 a card that has expired', { situation: 'fpr-card', documentExpires: '2026-11-30' }],
    ['S-07 a transit that leaves the area', { situation: 'direct-24h', leavesArea: true }],
    ['S-08 a cruise with a flight home', { situation: 'cruise', sameShip: false }],
  ])('%s is no exemption: the card is asked for', async (_, changed) => {
    const { record, issued } = await file(changed);
    expect(record.body.decision?.decision).toBe('MUST_FILE');
    expect(issued).toHaveLength(1);
  });

  it('S-10 leaves crew who travel as passengers to two officers', async () => {
    const { record, officers, id, issued } = await file({ situation: 'crew', onDuty: false });
    expect(record.state).toBe('in-review');
    await officers.step(id, 'P1', { action: 'propose-grant', reason: 'Travels as a passenger.' });
    expect((await officers.step(id, 'P2', { action: 'agree' })).state).toBe('granted');
    expect(issued).toHaveLength(1);
  });

  it('S-11 offers the seven exemptions of the law and “none of these”', async () => {
    const { desk } = testDesk([arrivalCard], AT);
    const { id } = await desk.begin(arrivalCard, 'key-of-test', GUEST);
    const { form } = await desk.read(id, GUEST);
    const [field] = form.steps.find((step) => step.id === 'situation')?.fields ?? [];
    expect(field?.kind === 'choice' && field.options).toHaveLength(8);
  });

  it('S-01 begins with its first day', async () => {
    const early = { arrival: '2025-11-19', leaves: '2025-11-25' };
    const before = await file(early, '2025-11-10T10:00:00+08:00');
    expect(before.record.body.decision?.reasons).toEqual(['RULE_NOT_IN_FORCE']);
    expect(before.record.state).toBe('refused');
    const first = await file({ ...early, arrival: '2025-11-20' }, '2025-11-10T10:00:00+08:00');
    expect(first.record.state).toBe('granted');
  });

  it('S-01 is filled in from the lines of the passport, and what was typed is not overwritten', async () => {
    const { desk } = testDesk([arrivalCard], AT);
    const { id } = await desk.begin(arrivalCard, 'key-of-test', GUEST);
    await desk.save(id, 'name', { familyName: 'Eriksson-Berg' }, GUEST);
    const { record } = await desk.save(id, 'mrz', { mrz: ZONE }, GUEST);
    expect(record.body.answers).toMatchObject({
      familyName: 'Eriksson-Berg',
      number: 'L898902C3',
      birthDate: '1974-08-12',
    });
    const wrong = await desk.save(id, 'mrz', { mrz: ZONE.replace('L898', 'L899') }, GUEST);
    expect(wrong.faults).toEqual([]);
  });

  it('serves a family: each of them stands on the card, and the code counts them', async () => {
    const child = { familyName: 'ERIKSSON', nationality: 'US', number: 'K1234567', birthDate: '2015-05-05' };
    const { record, issued } = await file({ companions: [child] });
    expect(rowOf(record, 'Companion 1')).toMatchObject({
      en: 'ERIKSSON · United States · K1234567 · 2015-05-05',
    });
    expect(issued[0]?.facts).toMatchObject({ subject: 'Arrival card 入境卡 2026-12-01 × 2' });
  });

  it('names the field of a companion that is wrong', async () => {
    const { desk } = testDesk([arrivalCard], AT);
    const { id } = await desk.begin(arrivalCard, 'key-of-test', GUEST);
    const companion = { familyName: '🙂', nationality: 'US', number: 'K1234567', birthDate: '2015-05-05' };
    const { faults } = await desk.save(id, 'companions', { companions: [companion] }, GUEST);
    expect(faults).toMatchObject([{ field: 'companions.0.familyName', code: 'SIGNS_NOT_ALLOWED' }]);
  });

  it('can be changed until the day of arrival is over, and has a new code then', async () => {
    const { desk, id, clock, issued } = await file();
    clock.advance(minutes(24 * 60 * 9));
    expect((await desk.read(id, GUEST)).editable).toBe(true);
    const reopened = await desk.reopen(id, GUEST);
    expect(reopened.record.state).toBe('draft');
    expect(reopened.record.body.grant).toBeUndefined();
    expect(reopened.record.body.answers).toMatchObject({ number: 'L898902C3' });
    await desk.save(id, 'journey', { port: '北京首都', conveyance: 'CA 926' }, GUEST);
    await desk.send(id, GUEST);
    const { record, editable } = await desk.read(id, GUEST);
    expect(rowOf(record, 'Port of entry')).toBe('北京首都');
    expect([editable, issued.length]).toEqual([true, 2]);
  });

  it('cannot be changed on the day after the arrival, nor what was refused', async () => {
    const { desk, id, clock } = await file();
    clock.advance(minutes(24 * 60 * 10));
    expect((await desk.read(id, GUEST)).editable).toBe(false);
    await expect(desk.reopen(id, GUEST)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('a name as long as documents allow still fits the code', async () => {
    const { record } = await file({
      familyName: 'A'.repeat(80),
      givenNames: 'B C D E F G H I J K L M N O P',
    });
    expect(record.state).toBe('granted');
  });

  it('fills in what is on file of a foreigner', async () => {
    const passport = {
      type: 'PP_FOREIGN',
      number: 'X1234567',
      expires: '2031-05-06' as Day,
      endorsements: [],
    };
    const by = holder({ person: person({ category: 'foreigner', documents: [passport] }) });
    const { desk } = testDesk([arrivalCard], AT);
    const { body } = await desk.begin(arrivalCard, 'key-of-test', by);
    expect(body.answers).toEqual({
      category: 'foreigner',
      birthDate: '1990-06-15',
      number: 'X1234567',
      expires: '2031-05-06',
    });
  });
});
